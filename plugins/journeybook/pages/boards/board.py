"""What every board shows."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model.addresses import Address, board_address
from journeybook.model.boards import Board
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Count, Moment, Text
from journeybook.pages.sections.section import Section


def counted(maker: PageMaker, number: int, label: str, board: Board, anchor: str) -> Count:
    """A total that leads to the part of `board` that lists what is counted; nowhere where there is nothing."""
    to = Address(board_address(board).path, anchor) if number and anchor else None
    return Count(maker.words.number(number), label, to)


class BoardParts(Struct, frozen=True, kw_only=True):
    """What is particular to one board."""

    rule: str
    """How it counts, in one or two plain sentences; may have inline markup."""
    counts: tuple[Count, ...]
    """Its totals."""
    sections: tuple[Section, ...]
    empty: str = ""
    """What stands there where there is nothing to show; may have inline markup."""
    uses_day: bool = False
    """Whether it depends on the reference day."""


class BoardPage(PageView, frozen=True, kw_only=True):
    """A board."""

    rule: Text
    counts: tuple[Count, ...]
    empty: Text | None
    """What stands there where there is nothing to show."""
    as_of: Moment | None
    """The reference day, where the board depends on it."""
