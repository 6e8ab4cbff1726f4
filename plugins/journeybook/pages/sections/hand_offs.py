"""Hand-offs: steps between which the team changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from journeybook.model import Journey, Team
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link
from journeybook.pages.sections.section import Section
from journeybook.portal import HandOff


@dataclass(frozen=True, slots=True)
class HandOffRow:
    """One change of team."""

    giver: Link | None
    """None on its own page."""
    taker: Link | None
    """None on its own page."""
    source: Link
    """The last step of the team that hands over."""
    target: Link
    """The first step of the team that takes over."""
    journey: Link | None
    """The journey it happens in; None on its own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffs(Section):
    """Changes of team."""

    form: ClassVar[str] = "hand_offs"
    rows: tuple[HandOffRow, ...]


def hand_offs(
    maker: PageMaker, found: Iterable[HandOff], anchor: str, title: str, *, of: Team | Journey
) -> HandOffs | None:
    """A table of hand-offs on the page `of` a team or a journey; None where there are none."""
    rows = tuple(hand_off_row(maker, one, of) for one in found)
    return HandOffs(heading=Heading(2, anchor, title), rows=rows) if rows else None


def hand_off_row(maker: PageMaker, hand_off: HandOff, of: Team | Journey) -> HandOffRow:
    """One change of team, without what goes without saying on the page `of` a team or a journey."""
    journey = hand_off.source.journey
    return HandOffRow(
        giver=None if hand_off.giver is of else maker.to(hand_off.giver),
        taker=None if hand_off.taker is of else maker.to(hand_off.taker),
        source=maker.link(hand_off.source.key),
        target=maker.link(hand_off.target.key),
        journey=None if journey is of else maker.to(journey),
    )
