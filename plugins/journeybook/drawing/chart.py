"""A flowchart as the engine has laid it out: what stands where, free of the engine's markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from journeybook.drawing.engine import DrawingError

_SVG = "{http://www.w3.org/2000/svg}"
_HTML = "{http://www.w3.org/1999/xhtml}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_PATH = re.compile(r"(?:[MLC][\d\s.,e-]+)+")
_COMMANDS = re.compile(r"[MLC]")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, in px."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """A text and where it stands."""

    area: Area
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame around boxes."""

    area: Area
    label: Label


@dataclass(frozen=True, slots=True)
class Box:
    """A box."""

    area: Area
    label: Label
    corners: tuple[Point, ...] = ()
    """Where it is no rectangle."""
    is_round: bool = False
    style: str = ""
    """The name of its style; empty for none."""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow."""

    pieces: tuple[tuple[str, tuple[Point, ...]], ...]
    """As in the attribute `d`: each command (`M`, `L`, `C`) with its points."""
    line: str
    """`solid`, `dotted` or `thick`."""

    @property
    def points(self) -> list[Point]:
        """All its points, those that only pull a curve among them; the last is its end."""
        return [point for _, points in self.pieces for point in points]


@dataclass(frozen=True, slots=True)
class Chart:
    """A flowchart."""

    title: str
    frames: tuple[Frame, ...]
    ways: tuple[Way, ...]
    labels: tuple[Label, ...]
    """Texts on arrows."""
    boxes: tuple[Box, ...]


def chart_of(svg: str) -> Chart:
    """The chart that the engine's `svg` shows; raises DrawingError where that is none that we know."""
    try:
        root = ET.fromstring(svg)  # noqa: S314  # the engine has written it; no entities, no declarations
        groups = tuple(_groups(_first(_of_class(root, "root")), 0, 0))
        chart = Chart(
            title=root.findtext(f"{_SVG}title", ""),
            frames=tuple(_frame(one, x, y) for one, x, y in _in(groups, "clusters")),
            ways=tuple(found for one, x, y in _in(groups, "edgePaths") if (found := _way(one, x, y))),
            labels=tuple(
                label
                for one, x, y in _in(groups, "edgeLabels")
                if any((label := _label(one, *_sum((x, y), _shift(one)))).lines)
            ),
            boxes=tuple(_box(one, x, y) for one, x, y in _in(groups, "nodes") if "root" not in _classes(one)),
        )
    except (ET.ParseError, KeyError, ValueError) as error:
        raise DrawingError(f"the engine's picture is not understood: {error!r}") from error
    if not chart.boxes:
        raise DrawingError("it is no flowchart")
    return chart


def _groups(root: Element, x: float, y: float) -> Iterator[tuple[Element, float, float]]:
    """The groups of things in `root`, each with how far it is moved: a frame that no arrow leaves has its own."""
    x, y = _sum((x, y), _shift(root))
    for group in root:
        for one in group:
            if "root" in _classes(one):
                yield from _groups(one, x, y)
        yield group, x, y


def _in(groups: Iterable[tuple[Element, float, float]], name: str) -> Iterator[tuple[Element, float, float]]:
    return ((one, x, y) for group, x, y in groups if name in _classes(group) for one in group)


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def _of_class(root: Element, name: str) -> Iterator[Element]:
    return (one for one in root.iter() if name in _classes(one))


def _frame(group: Element, x: float, y: float) -> Frame:
    return Frame(_area(_child(group, "rect"), x, y), _label(group, x, y))


def _box(outer: Element, x: float, y: float) -> Box:
    """The box that `outer`, a link or the box itself, is."""
    x, y = _sum((x, y), _shift(outer))
    node, href = outer, ""
    if "node" not in _classes(outer):
        node, href = _child(outer, "g"), outer.attrib[_HREF]
        x, y = _sum((x, y), _shift(node))
    label = _label(node, x, y)
    style = next((one for one in _classes(node) if one in {"away", "empty", "truth"}), "")
    polygon = node.find(f"{_SVG}polygon")
    if polygon is None:
        rect = _child(node, "rect")
        return Box(_area(rect, x, y), label, is_round="rx" in rect.attrib, style=style, href=href)
    x, y = _sum((x, y), _shift(polygon))
    corners = tuple(_sum((x, y), one) for one in _points(polygon.attrib["points"]))
    left, top = (min(one) for one in zip(*corners, strict=True))
    right, bottom = (max(one) for one in zip(*corners, strict=True))
    return Box(Area(left, top, right - left, bottom - top), label, corners, style=style, href=href)


def _label(group: Element, x: float, y: float) -> Label:
    """The text in `group`, which stands at `x` and `y`."""
    inner = _first(one for one in group.iter() if not {"label", "cluster-label"}.isdisjoint(_classes(one)))
    text = _first(inner.iter(f"{_SVG}foreignObject"))
    x, y = _sum((x, y), _shift(inner))
    return Label(Area(x, y, float(text.attrib["width"]), float(text.attrib["height"])), _lines(text))


def _lines(text: Element) -> tuple[str, ...]:
    said: list[str] = []
    for one in text.iter():
        said += ["\n" if one.tag == f"{_HTML}br" else "", one.text or ""]
        # What follows an element stands behind all that is in it; only breaks are followed by anything.
        said.append(one.tail or "" if one.tag == f"{_HTML}br" else "")
    return tuple(line.strip() for line in "".join(said).split("\n"))


def _way(path: Element, x: float, y: float) -> Way | None:
    """An arrow; None for one that only keeps things in order."""
    kinds = _classes(path)
    if "marker-end" not in path.attrib or "edge-thickness-invisible" in kinds:
        return None
    drawn = path.attrib["d"]
    if not _PATH.fullmatch(drawn):
        raise ValueError(drawn)
    points = [_sum((x, y), one) for one in _points(drawn)]
    line = "dotted" if "edge-pattern-dotted" in kinds else "thick" if "edge-thickness-thick" in kinds else "solid"
    return Way(tuple(zip(_COMMANDS.findall(drawn), _by_command(drawn, points), strict=True)), line)


def _by_command(drawn: str, points: list[Point]) -> Iterator[tuple[Point, ...]]:
    ahead = iter(points)
    return (tuple(islice(ahead, len(_points(part)))) for part in _COMMANDS.split(drawn)[1:])


def _shift(element: Element) -> Point:
    """How far `element` is moved from where its numbers say."""
    transform = element.get("transform", "")
    if not transform:
        return 0, 0
    x, y = _numbers(transform.removeprefix("translate"))
    return x, y


def _sum(one: Point, other: Point) -> Point:
    return one[0] + other[0], one[1] + other[1]


def _area(rect: Element, x: float, y: float) -> Area:
    left, top, width, height = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
    return Area(x + left, y + top, width, height)


def _child(element: Element, name: str) -> Element:
    found = element.find(f"{_SVG}{name}")
    if found is None:
        raise KeyError(name)
    return found


def _points(text: str) -> list[Point]:
    numbers = _numbers(text)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _first(found: Iterator[Element]) -> Element:
    for one in found:
        return one
    raise KeyError("there is none")


def _numbers(text: str) -> list[float]:
    return [float(one) for one in _NUMBER.findall(text)]
