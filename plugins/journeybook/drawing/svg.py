"""A chart as SVG of ours: no ids, scripts or colours in it, so that it fits every page and every palette.

The style sheet `charts.css` says how it looks. Arrowheads are written out, for markers would need ids. Texts stay
texts, which browsers break into lines, and turn from right to left, as in the rest of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import hypot

from journeybook.drawing.chart import Area, Box, Chart, Frame, Label, Point, Way

_MARGIN = 4
_SMALLEST = 12 / 15
"""How far a picture may shrink, for its texts to be 12 px high still; then it is scrolled."""
_INSET = 8
"""Where titles of frames begin."""
_ROOM = 12
"""What texts on arrows may be wider than they were measured."""
_HEAD = 4
"""Half the length, and half the width, of an arrowhead."""


def svg_of(chart: Chart) -> str:
    """`chart` as markup for an HTML page, in one line; addresses are those that the chart has."""
    frame = _around(chart)
    has_links = any(box.href for box in chart.boxes)
    parts = [
        *(f'<rect class="jb-chart__frame" rx="6"{_place(one.area)}/>' for one in chart.frames),
        *map(_way, chart.ways),
        *map(_frame_title, chart.frames),
        *map(_way_text, chart.labels),
        *map(_box, chart.boxes),
    ]
    opening = (
        f'<svg class="jb-chart" role="{"group" if has_links else "img"}" '
        f'width="{_short(frame.width)}" height="{_short(frame.height)}" '
        f'viewBox="{" ".join(map(_short, (frame.x, frame.y, frame.width, frame.height)))}" '
        f'style="min-width:{frame.width * _SMALLEST:.0f}px">'
    )
    title = f"<title>{escape(chart.title)}</title>" if chart.title else ""
    return f"{opening}{title}{''.join(parts)}</svg>"


def _around(chart: Chart) -> Area:
    """What all of the chart stands in."""
    lefts, tops, rights, bottoms = zip(*_edges(chart), strict=True)
    left, top = min(lefts) - _MARGIN, min(tops) - _MARGIN
    return Area(left, top, max(rights) + _MARGIN - left, max(bottoms) + _MARGIN - top)


def _edges(chart: Chart) -> Iterator[tuple[float, float, float, float]]:
    areas = (one.area for group in (chart.frames, chart.boxes, chart.labels) for one in group)
    yield from ((one.x, one.y, one.x + one.width, one.y + one.height) for one in areas)
    yield from ((x, y, x, y) for way in chart.ways for x, y in way.points)  # a curve stays among its points


def _way(way: Way) -> str:
    line = "".join(command + " ".join(map(_point, points)) for command, points in way.pieces)
    return (
        f'<path class="jb-chart__way jb-chart__way--{way.line}" d="{line}"/>'
        f'<path class="jb-chart__head" d="{_head(way)}"/>'
    )


def _way_text(label: Label) -> str:
    area = label.area
    return _text(Area(area.x - _ROOM, area.y, area.width + 2 * _ROOM, area.height), label, "way")


def _head(way: Way) -> str:
    *_, (from_x, from_y), (x, y) = way.points
    length = hypot(x - from_x, y - from_y)
    along_x, along_y = ((x - from_x) / length, (y - from_y) / length) if length else (0, 1)
    tip = (x + _HEAD * along_x, y + _HEAD * along_y)
    back = (x - _HEAD * along_x, y - _HEAD * along_y)
    sides = [(back[0] - side * _HEAD * along_y, back[1] + side * _HEAD * along_x) for side in (1, -1)]
    return "M" + "L".join(map(_point, (tip, *sides))) + "z"


def _frame_title(frame: Frame) -> str:
    area = frame.area
    place = Area(area.x + _INSET, frame.label.area.y, area.width - _INSET, frame.label.area.height)
    return _text(place, frame.label, "frame")


def _box(box: Box) -> str:
    name = f"jb-chart__box{f' jb-chart__box--{box.style}' if box.style else ''}"
    if box.corners:
        points = " ".join(map(_point, box.corners))
        shape = f'<polygon class="{name}" points="{points}"/>'
    else:
        shape = f'<rect class="{name}" rx="{6 if box.is_round else 2}"{_place(box.area)}/>'
    drawn = shape + _text(box.area, box.label, "box")
    # Material takes every `href` for one of HTML, which it rewrites, and stops at one of SVG.
    return f'<a xlink:href="{escape(box.href)}">{drawn}</a>' if box.href else drawn


def _text(area: Area, label: Label, kind: str) -> str:
    said = "<br>".join(map(escape, label.lines))
    text = f'<span class="jb-chart__text jb-chart__text--{kind}"><span dir="auto">{said}</span></span>'
    return f"<foreignObject{_place(area)}>{text}</foreignObject>"


def _place(area: Area) -> str:
    names = ("x", "y", "width", "height")
    return "".join(f' {name}="{_short(getattr(area, name))}"' for name in names)


def _point(point: Point) -> str:
    return ",".join(map(_short, point))


def _short(number: float) -> str:
    """`number` to a tenth of a pixel."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
