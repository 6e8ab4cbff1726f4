"""What every lane of a map has, and the plain kinds of lane."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from msgspec import Struct

from journeybook.pages.pieces import Link, Text
from journeybook.portal import StepSpot

Columns = Sequence[StepSpot | None]
"""What stands in each column of a map: a step, or nothing below a stage without steps."""


class Lane(Struct, frozen=True, kw_only=True):
    """One row of a map; its form names the template of its cells."""

    form: ClassVar[str]
    name: str
    """What authors and addresses call it: a `LaneName`, or `x-…`."""
    label: str
    """What readers call it."""
    is_shown: bool = True
    """Whether readers see it before they choose lanes of their own."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing about any step."""
        raise NotImplementedError


class CellLane(Lane, frozen=True, kw_only=True):
    """A lane that says something in cells, one for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say; what is false says nothing."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing about any step."""
        return not any(self.said)


class TextLane(CellLane, frozen=True, kw_only=True):
    """Short texts for each step."""

    form: ClassVar[str] = "text"
    cells: tuple[tuple[Text, ...], ...]
    """Some for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


class LinkLane(CellLane, frozen=True, kw_only=True):
    """Links for each step."""

    form: ClassVar[str] = "links"
    cells: tuple[tuple[Link, ...], ...]
    """Some for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


def text_lane(
    name: str, label: str, columns: Columns, texts: Callable[[StepSpot], Iterable[Text | None]]
) -> TextLane:
    """The lane that says `texts` of each step."""
    cells = (texts(spot) if spot else () for spot in columns)
    return TextLane(name=name, label=label, cells=tuple(tuple(filter(None, cell)) for cell in cells))


def link_lane(name: str, label: str, columns: Columns, links: Callable[[StepSpot], Iterable[Link]]) -> LinkLane:
    """The lane that says `links` of each step."""
    return LinkLane(name=name, label=label, cells=tuple(tuple(links(spot)) if spot else () for spot in columns))
