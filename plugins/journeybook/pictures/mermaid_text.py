"""Mermaid text through mermaid-py: the only module that knows the library.

Its diagram classes write front matter, order class definitions by a set and have no word for `accTitle`, so only
their parts are used and the first lines are ours. Its class `Mermaid` asks a web service and is never made.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from types import ModuleType
from typing import Literal

from msgspec import Struct

Shape = Literal["normal", "round-edge", "hexagon"]
_WEB = "requests"
LineStyle = Literal["normal", "dotted", "thick", "hidden"]


class Task(Struct, frozen=True):
    """A step of a journey diagram. All texts are escaped already, here and below."""

    text: str
    score: int
    """From 1 to 5."""
    actors: tuple[str, ...]


class Section(Struct, frozen=True):
    """A stage of a journey diagram."""

    text: str
    tasks: tuple[Task, ...]


class Node(Struct, frozen=True):
    """A box of a flowchart; one that holds others is a frame around them."""

    id: str
    """ASCII, unique in the chart."""
    lines: tuple[str, ...]
    shape: Shape = "normal"
    style: str = ""
    """The name of a style; empty for none."""
    href: str = ""
    """Where a click leads; empty for nowhere."""
    nodes: tuple[Node, ...] = ()


class Arrow(Struct, frozen=True):
    """An arrow of a flowchart."""

    source: str
    target: str
    line: LineStyle = "normal"
    """A hidden one only keeps things in order."""
    lines: tuple[str, ...] = ()
    """What is written on it."""


@cache
def _load() -> None:
    """Import mermaid-py, which prints a warning about IPython.

    `requests`, with which its class `Mermaid` asks a web service, takes most of that time: an empty module
    stands in its place meanwhile, unless somebody else has it already.
    """
    if absent := _WEB not in sys.modules:
        sys.modules[_WEB] = stand_in = ModuleType(_WEB)
        stand_in.__dict__["Response"] = object
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import mermaid  # noqa: F401  # pyright: ignore[reportUnusedImport]
    finally:
        if absent:
            del sys.modules[_WEB]


def journey_text(title: str, description: str, sections: Iterable[Section]) -> str:
    """A journey diagram."""
    _load()
    from mermaid import userjourney as library

    def task(one: Task) -> str:
        actors = [library.Actor(name) for name in one.actors]
        # Without actors the library leaves a colon behind, which Mermaid takes for an actor without a name.
        return str(library.Task(one.text, one.score, actors)).removesuffix(" : ")

    parts = ["journey", *_accessible(title, description)]
    for section in sections:
        parts.append(str(library.Section(section.text, [])))
        parts.extend(map(task, section.tasks))
    return _text(parts)


def flowchart_text(
    title: str, description: str, styles: Mapping[str, str], nodes: Iterable[Node], arrows: Iterable[Arrow]
) -> str:
    """A flowchart from top to bottom; `styles` holds the CSS of each style by its name."""
    _load()
    from mermaid import flowchart as library
    from mermaid.style import Style

    used: dict[str, Style] = {}
    drawn, ways = tuple(nodes), tuple(arrows)

    def box(one: Node) -> library.Node:
        if one.style:
            used.setdefault(one.style, Style(one.style, other=styles[one.style]))
        return library.Node(
            one.id,
            "<br>".join(one.lines),
            shape=one.shape,
            sub_nodes=[box(inner) for inner in one.nodes],
            href=one.href or None,
            href_type="self",
            styles=[used[one.style]] if one.style else [],
            direction=_NO_DIRECTION if _is_crossed(one, ways) else "TB",
        )

    def arrow(one: Arrow) -> library.Link:
        ends = library.Node(one.source), library.Node(one.target)
        head = "none" if one.line == "hidden" else "arrow"
        return library.Link(*ends, shape=one.line, head_right=head, message="<br>".join(one.lines))

    boxes = [str(box(node)) for node in drawn]
    definitions = [str(used[name]) for name in sorted(used)]
    lines = [str(arrow(one)) for one in ways]
    return _text(["flowchart TB", *_accessible(title, description), *definitions, *boxes, *lines])


_NO_DIRECTION = ""
"""With a direction of its own a frame swallows the ends of the arrows that cross it, so the line is left out.

One that none crosses needs it: Mermaid draws its inside from left to right otherwise.
"""


def _is_crossed(frame: Node, arrows: Iterable[Arrow]) -> bool:
    """Whether an arrow leads into `frame` or out of it."""
    inside = {node.id for node in frame.nodes}
    return any((one.source in inside) != (one.target in inside) for one in arrows)


def _accessible(title: str, description: str) -> tuple[str, str]:
    return f"accTitle: {title}", f"accDescr: {description}"


def _text(parts: Iterable[str]) -> str:
    """The lines of all parts, without blanks around them: one after a `click` breaks the whole diagram."""
    lines = (line.strip() for part in parts for line in part.split("\n"))
    return "".join(f"{line}\n" for line in lines if line not in {"", "direction"})
