"""The figures of a bench: taken, put together, kept in a JSON file."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from build_bench.run import RunError, Took
from build_bench.systems import SYSTEMS, Place, System

ONCE_OVER = 60
"""What takes longer than so many seconds is run once: chance is small beside it."""
PACKAGES = ("mkdocs", "mkdocs-material", "zensical", "mkdocs-gen-files", "Markdown", "PyYAML", "Jinja2")


@dataclass(frozen=True, slots=True)
class Figure:
    """What one system took for a portal: medians over all runs."""

    name: str
    """Which system; see `SYSTEMS`."""
    seconds: float
    """By the clock."""
    work: float
    """Seconds of processor time, of all processes together."""
    memory: float
    """The most megabytes at once, of all processes together."""
    runs: int
    """How often it was run."""
    files: int = 0
    """How many files it wrote."""
    megabytes: float = 0
    """How large they are."""
    stopped: bool = False
    """Whether it took too long and was stopped."""
    alone: float = 0
    """Seconds by the clock without the part that another line tells too; 0 if there is none."""
    alone_work: float = 0
    """The same in processor time."""


@dataclass(frozen=True, slots=True)
class Size:
    """The figures for one size of portal."""

    pages: int
    """How many pages it has."""
    figures: tuple[Figure, ...]
    """One for each system, in the order of `SYSTEMS`."""

    def of(self, name: str) -> Figure | None:
        """The figure of a system, if it was measured."""
        return next((one for one in self.figures if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Bench:
    """A whole bench."""

    machine: dict[str, str]
    """Where it ran: processor, cores, system, versions."""
    sizes: tuple[Size, ...]
    """The smallest first."""


def machine() -> dict[str, str]:
    """Where we are."""
    told = {
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "Python": platform.python_version(),
    }
    if hasattr(os, "getloadavg"):  # more than a little says that the clock was not to be trusted
        told["load at the start"] = f"{os.getloadavg()[0]:.1f}"
    return told | {name: version(name) for name in PACKAGES}


def measured(place: Place, names: Collection[str], repeats: int, tell: Callable[[str], None]) -> Size:
    """The figures for the portal at `place`; the systems are run in turn, round by round.

    What another system cannot build is told, and has no figures; what we cannot build is an error.
    """
    needed = {one.after for one in SYSTEMS if one.name in names}
    wanted = [one for one in SYSTEMS if one.name in names or one.name in needed]
    took: dict[str, list[Took]] = {one.name: [] for one in wanted}
    failed: set[str] = set()
    for turn in range(repeats):
        for one in wanted:
            before = took[one.name]
            if {one.name, one.after} & failed or (turn and (before[0].seconds > ONCE_OVER or before[0].stopped)):
                continue
            try:
                now = one.measure(place)
            except RunError as error:
                if one.is_ours:
                    raise
                failed.add(one.name)
                tell(f"{place.pages:>7,} pages  {one.name:<18}ended with an error: {error}")
                continue
            before.append(now)
            tell(f"{place.pages:>7,} pages  {one.name:<18}{now.seconds:9.2f} s{now.work:9.2f} s of work")
    return Size(place.pages, tuple(_figure(place, one, took) for one in wanted if one.title and took[one.name]))


def _figure(place: Place, system: System, took: dict[str, list[Took]]) -> Figure:
    runs = alone = took[system.name]
    if system.after:
        runs = [one.then(other) for one, other in zip(took[system.after], alone, strict=False)]
    files = [path for path in (place.folder / system.site).rglob("*") if path.is_file()] if system.site else []
    return Figure(
        system.name,
        round(median(one.seconds for one in runs), 3),
        round(median(one.work for one in runs), 3),
        round(median(one.memory for one in runs)),
        len(runs),
        len(files),
        round(sum(path.stat().st_size for path in files) / 1e6, 1),
        stopped=any(one.stopped for one in runs),
        alone=round(median(one.seconds for one in alone), 3) if system.after else 0,
        alone_work=round(median(one.work for one in alone), 3) if system.after else 0,
    )


def save(bench: Bench, path: Path) -> None:
    """Write the figures."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(bench), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load(path: Path) -> Bench:
    """The figures that were written."""
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    sizes = tuple(Size(one["pages"], tuple(Figure(**two) for two in one["figures"])) for one in read["sizes"])
    return Bench(read["machine"], sizes)


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
