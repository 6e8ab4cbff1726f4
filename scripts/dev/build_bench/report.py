"""How the figures are told: tables in Markdown, and the page of the manual that shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from build_bench.figures import Bench, Figure, Size, save
from build_bench.plot import Shade, plot
from build_bench.systems import SYSTEMS

PAGE = "speed.md"
"""The page of the manual."""
SHADES: tuple[Shade, ...] = ("light", "dark")


def table(bench: Bench) -> str:
    """Every figure, one table for each size."""
    return "\n".join(line for size in bench.sizes for line in _lines(size)) + "\n"


def _lines(size: Size) -> Iterator[str]:
    yield from (f"### {size.pages:,} pages", "")
    yield "| | seconds | × cold | ms per page | processor time, s | memory, MB | files | MB written |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    cold = size.of("cold")
    for system in SYSTEMS:
        if figure := size.of(system.name):
            yield f"| {system.title} | {_cells(figure, size.pages, cold)} |"
            if figure.alone:
                alone = replace(figure, seconds=figure.alone, work=figure.alone_work, memory=0, files=0)
                yield f"| — without `generate` | {_cells(alone, size.pages, cold)} |"
    yield ""


def _cells(figure: Figure, pages: int, cold: Figure | None) -> str:
    least = "> " if figure.stopped else ""
    cells = [
        f"{least}{figure.seconds:,.2f}",
        f"{least}{figure.seconds / cold.seconds:,.2f}" if cold and cold.seconds else "",
        f"{least}{1000 * figure.seconds / pages:,.2f}",
        f"{least}{figure.work:,.2f}",
        f"{figure.memory:,.0f}" if figure.memory and figure.name not in {"floor", "narratives"} else "",
        f"{figure.files:,}" if figure.files else "",
        f"{figure.megabytes:,.1f}" if figure.files else "",
    ]
    return " | ".join(cells)


def measured_on(bench: Bench) -> str:
    """Where it was measured, as a list."""
    return "\n".join(f"- {name}: {value}" for name, value in bench.machine.items()) + "\n"


def write(bench: Bench, out: Path) -> None:
    """Write table, machine and plots into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "table.md").write_text(f"{measured_on(bench)}\n{table(bench)}", encoding="utf-8")
    for shade in SHADES:
        (out / f"speed-{shade}.svg").write_text(plot(bench, shade), encoding="utf-8")


def publish(bench: Bench, manual: Path) -> None:
    """Put the figures into the page of the manual, between its marks, and the plots beside its pictures."""
    (manual / "plots").mkdir(exist_ok=True)
    for shade in SHADES:
        (manual / "plots" / f"speed-{shade}.svg").write_text(plot(bench, shade), encoding="utf-8")
    save(bench, manual.parent / "figures" / "speed.json")
    put_between("figures", f"\n{measured_on(bench)}\n{table(bench)}", manual / PAGE)


def put_between(name: str, told: str, page: Path) -> None:
    """Put what is told between the marks of that name."""
    marks = re.compile(rf"(<!-- {name} -->\n).*(<!-- end of {name} -->)", re.DOTALL)
    text, found = marks.subn(lambda one: one[1] + told + one[2], page.read_text("utf-8"))
    if not found:
        message = f"{page} has no marks for its {name}"
        raise ValueError(message)
    page.write_text(text, encoding="utf-8")
