"""The plot: milliseconds per page over the number of pages, both in powers of ten."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import Any, Literal

import leather
from leather import theme

from build_bench.figures import Bench

Shade = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Line:
    """How a system is drawn."""

    title: str
    """What the legend says."""
    colours: dict[Shade, str]
    """On light and on dark ground, with a contrast of 3 and more."""
    dashes: str = "none"
    """So that lines can be told apart without their colours."""


LINES = {
    "gen-files": Line("gen-files", {"light": "#8a5a00", "dark": "#e0a84a"}, "2 4"),
    "zensical": Line("Zensical", {"light": "#7b2d8b", "dark": "#d58fe6"}, "8 4"),
    "mkdocs": Line("MkDocs", {"light": "#b3261e", "dark": "#f2918b"}, "14 4"),
    "cold": Line("Journeybook", {"light": "#303f9f", "dark": "#8fa3ff"}),
    "warm": Line("nothing changed", {"light": "#00695c", "dark": "#5fd0c0"}, "10 3 2 3"),
    "floor": Line("writing", {"light": "#616161", "dark": "#b0b0b0"}, "1 3"),
}
GROUNDS: dict[Shade, tuple[str, str, str]] = {
    "light": ("#ffffff", "#333333", "#dddddd"),
    "dark": ("#1e2129", "#e0e0e0", "#3d424d"),
}
"""Ground, texts and grid."""
WIDTH, HEIGHT = 900, 480
FONT = "Roboto, Helvetica, Arial, sans-serif"


def plot(bench: Bench, shade: Shade) -> str:
    """The plot as SVG; the same figures give the same bytes."""
    _set_theme(shade)
    chart: Any = leather.Chart()
    drawn: list[float] = []
    for name, line in LINES.items():
        points = [
            (log10(size.pages), log10(max(0.01, 1000 * figure.seconds / size.pages)))
            for size in bench.sizes
            if (figure := size.of(name))
        ]
        if points:
            drawn += [height for _, height in points]
            look = {"name": line.title, "stroke_color": line.colours[shade], "stroke_dasharray": line.dashes}
            chart.add_line(points, width=3, **look)
    _set_axes(chart, [log10(size.pages) for size in bench.sizes], drawn)
    return chart.to_svg(width=WIDTH, height=HEIGHT) + "\n"


def _set_theme(shade: Shade) -> None:
    ground, text, grid = GROUNDS[shade]
    looks: Any = theme
    looks.background_color, looks.tick_color, looks.zero_color = ground, grid, grid
    for part in ("title", "legend", "axis_title", "label"):
        setattr(looks, f"{part}_color", text)
    for part in ("title", "legend", "axis_title", "tick"):
        setattr(looks, f"{part}_font_family", FONT)


def _set_axes(chart: Any, pages: list[float], heights: list[float]) -> None:
    lowest, highest = int(min(heights, default=0) // 1), int(-(-max(heights, default=1) // 1))
    chart.set_x_scale(leather.Linear(min(pages) - 0.1, max(pages) + 0.1))
    chart.set_y_scale(leather.Linear(lowest, highest))
    chart.add_x_axis(ticks=pages, tick_formatter=_power, name="pages")
    chart.add_y_axis(ticks=list(range(lowest, highest + 1)), tick_formatter=_power, name="milliseconds per page")


def _power(value: float, _index: int, _count: int) -> str:
    return f"{10**value:,.6g}" if value < 0 else f"{round(10**value):,}"
