"""What every board shows."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Count, Moment
from journeybook.pages.sections.section import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardParts:
    """What is particular to one board."""

    rule: str
    """How it counts, in one or two plain sentences."""
    counts: tuple[Count, ...]
    """Its totals."""
    sections: tuple[Section, ...]
    empty: str = ""
    """What stands there where there is nothing to show."""
    uses_day: bool = False
    """Whether it depends on the reference day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPage(PageView):
    """A board."""

    rule: str
    counts: tuple[Count, ...]
    empty: str
    as_of: Moment | None
    """The reference day, where the board depends on it."""
