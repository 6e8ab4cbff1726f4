"""Who answers for each step, and where work changes hands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Journey, Team
from journeybook.model.keys import SpotKey
from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.lane import CellLane, Columns, Lane
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link
from journeybook.pages.sections.hand_offs import Handed, handed
from journeybook.pages.vocabulary import kinds_word
from journeybook.portal import HandOff

_TINTS = 4
"""How many tints bands take in turn."""


class TeamCell(Struct, frozen=True, kw_only=True):
    """A team at one step: a piece of the band that runs over all its steps in a row."""

    team: Link | None
    """None where nobody answers for the step."""
    letters: str = ""
    """A short sign of the team, its own within the map."""
    tint: int = 0
    """Which of the tints it has, from 0."""
    begins: bool = True
    """Whether the band begins here."""
    ends: bool = True
    """Whether it ends here."""
    hand_offs: tuple[Handed, ...] = ()
    """Changes of team that lead here, or from here to where the map does not reach."""


class TeamLane(CellLane, frozen=True, kw_only=True):
    """The team of each step."""

    form: ClassVar[str] = "teams"
    cells: tuple[TeamCell | None, ...]
    """One for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


def team_lanes(maker: PageMaker, columns: Columns, journey: Journey) -> Iterator[Lane]:
    """The lane of teams."""
    teams = [spot.team if spot else None for spot in columns]
    letters = letters_of([team for team in teams if team], maker)
    tints = {team: number % _TINTS for number, team in enumerate(letters)}
    changes = _changes(maker.portal.flow(journey.id).hand_offs, columns)
    cells: list[TeamCell | None] = []
    for number, (spot, team) in enumerate(zip(columns, teams, strict=True)):
        hand_offs = _marks(maker, changes.get(spot.key, ())) if spot else ()
        if team is None:
            cells.append(TeamCell(team=None, hand_offs=hand_offs) if hand_offs else None)
            continue
        before = teams[number - 1] if number else None
        after = teams[number + 1] if number + 1 < len(teams) else None
        cells.append(
            TeamCell(
                team=maker.to(team),
                letters=letters[team.id],
                tint=tints[team.id],
                begins=before is not team,
                ends=after is not team,
                hand_offs=hand_offs,
            )
        )
    yield TeamLane(name=LaneName.TEAMS, label=kinds_word("team", maker.words), cells=tuple(cells))


def letters_of(teams: Iterable[Team], maker: PageMaker) -> dict[str, str]:
    """A sign of one or two letters for each of `teams`, by id; none has that of another."""
    found: dict[str, str] = {}
    for team in teams:
        if team.id not in found:
            taken = set(found.values())
            found[team.id] = next(sign for sign in _signs(maker.plain(team.title)) if sign not in taken)
    return found


def _signs(title: str) -> Iterator[str]:
    """Signs for `title`, the best first: its initials, its first letters, its first letter and a number."""
    words = [word for word in title.split() if word[0].isalnum()] or ["?"]
    yield "".join(word[0] for word in words[:2]).upper()
    yield words[0][:2].title()
    yield from (f"{words[0][0].upper()}{number}" for number in count(2))


def _changes(found: Iterable[HandOff], columns: Columns) -> Mapping[SpotKey, list[HandOff]]:
    """`found` by the column that carries its mark: the taker's, or the giver's where the taker has none."""
    keys = {spot.key for spot in columns if spot}
    changes: dict[SpotKey, list[HandOff]] = {}
    for one in found:
        key = one.target.key if one.target.key in keys else one.source.key
        changes.setdefault(key, []).append(one)
    return changes


def _marks(maker: PageMaker, hand_offs: Iterable[HandOff]) -> tuple[Handed, ...]:
    return tuple(dict.fromkeys(handed(maker, one) for one in hand_offs))
