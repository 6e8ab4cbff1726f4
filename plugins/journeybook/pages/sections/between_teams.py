"""Who hands over to a team, and whom it hands over to: a small picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Kind, Team
from journeybook.model.addresses import Address
from journeybook.model.keys import SpotKey
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link
from journeybook.pages.sections.section import Section
from journeybook.portal import HandOff

MOST_TEAMS = 8
"""How many teams one side of the picture shows; the tables below it have them all."""


class Neighbour(Struct, frozen=True):
    """A team on the other side of hand-offs."""

    team: Link
    count: str
    """How many hand-offs there are."""
    said: str
    """The same in words, for those who do not see where it stands."""


class Side(Struct, frozen=True):
    """All hand-offs of one direction."""

    label: str
    rows: Address
    """The table that lists them."""
    neighbours: tuple[Neighbour, ...]
    """The busiest first."""
    more: str = ""
    """How many teams are left out; empty for none."""


class BetweenTeams(Section, frozen=True, kw_only=True):
    """The hand-offs of a team: who hands over on one side, who takes over on the other."""

    form: ClassVar[str] = "between_teams"
    team: str
    givers: Side | None
    takers: Side | None


def between_teams(maker: PageMaker, team: Team, found: Sequence[HandOff]) -> BetweenTeams | None:
    """The hand-offs `found` of `team` as a picture; None where there are none."""
    if not found:
        return None
    gettext = maker.words.gettext
    givers = [one.giver.id for one in found if one.taker is team]
    takers = [one.taker.id for one in found if one.giver is team]
    return BetweenTeams(
        heading=Heading(2, "_between", gettext("Hand-offs")),
        team=maker.plain(team.title),
        givers=_side(maker, givers, gettext("Takes over from"), "_taken"),
        takers=_side(maker, takers, gettext("Hands over to"), "_given"),
    )


def _side(maker: PageMaker, teams: Iterable[str], label: str, anchor: str) -> Side | None:
    counts = Counter(teams)
    if not counts:
        return None
    words = maker.words
    left_out = len(counts) - MOST_TEAMS
    return Side(
        label=label,
        rows=Address(maker.page.address.path, anchor),
        neighbours=tuple(
            Neighbour(
                team=maker.link(SpotKey(Kind.TEAM, team)),
                count=words.number(count),
                said=words.ngettext("%(count)s hand-off", "%(count)s hand-offs", count),
            )
            for team, count in counts.most_common(MOST_TEAMS)
        ),
        more=words.ngettext("and %(count)s more", "and %(count)s more", left_out) if left_out > 0 else "",
    )
