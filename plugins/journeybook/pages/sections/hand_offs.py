"""Hand-offs: steps between which the team changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Journey, Team
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link, Text
from journeybook.pages.sections.section import Section
from journeybook.portal import HandOff


class Handed(Struct, frozen=True):
    """A change of team in short."""

    giver: Link
    taker: Link


class HandOffRow(Struct, frozen=True):
    """One change of team."""

    giver: Link | None
    """None on its own page."""
    taker: Link | None
    """None on its own page."""
    source: Link
    """The last step of the team that hands over."""
    target: Link
    """The first step of the team that takes over."""
    passed_on: Text | None
    """What is passed on, and how, where somebody has agreed on it."""
    journey: Link | None
    """The journey it happens in; None on its own page."""


class HandOffs(Section, frozen=True, kw_only=True):
    """Changes of team."""

    form: ClassVar[str] = "hand_offs"
    rows: tuple[HandOffRow, ...]

    @property
    def says_what(self) -> bool:
        """Whether any of them says what is passed on."""
        return any(row.passed_on for row in self.rows)


def hand_offs(
    maker: PageMaker, found: Iterable[HandOff], anchor: str, title: str, *, of: Team | Journey
) -> HandOffs | None:
    """A table of hand-offs on the page `of` a team or a journey; None where there are none."""
    rows = tuple(hand_off_row(maker, one, of) for one in found)
    return HandOffs(heading=Heading(2, anchor, title), rows=rows) if rows else None


def handed(maker: PageMaker, hand_off: HandOff) -> Handed:
    """`hand_off` in short."""
    return Handed(maker.to(hand_off.giver), maker.to(hand_off.taker))


def hand_off_row(maker: PageMaker, hand_off: HandOff, of: Team | Journey) -> HandOffRow:
    """One change of team, without what goes without saying on the page `of` a team or a journey."""
    source = hand_off.source
    journey, voice = source.journey, maker.voice(source.step, source.stage, source.journey)
    return HandOffRow(
        giver=None if hand_off.giver is of else maker.to(hand_off.giver),
        taker=None if hand_off.taker is of else maker.to(hand_off.taker),
        source=maker.link(source.key),
        target=maker.link(hand_off.target.key),
        passed_on=maker.text_if(source.step.handover, voice),
        journey=None if journey is of else maker.to(journey),
    )
