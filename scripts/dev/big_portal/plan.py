"""How many of each kind a big portal has, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from big_portal.texts import Writer
from big_portal.words import ARABIC, CHINESE, ENGLISH, Words

SEED = 20261122
CHANNELS = {
    "phone": "human", "video-call": "human", "chat": "human", "branch": "physical", "home-visit": "physical",
    "web": "digital", "mobile-app": "digital", "email": "digital", "text-message": "digital", "chatbot": "bot",
    "phone-menu": "bot", "letter": "paper", "invoice": "paper", "leaflet": "paper",
}  # fmt: skip
"""Ids of channels and their kinds."""
FEW_TEAMS = 40
"""From so many teams on there are fewer new ones: a company is not cut up ever finer."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a portal has."""

    journeys: int
    """How many journeys."""
    teams: tuple[str, ...]
    """Ids of the teams."""

    @property
    def channels(self) -> tuple[str, ...]:
        """Ids of the channels: fewer in a small portal."""
        return tuple(CHANNELS)[: 4 + 2 * self.journeys]

    def words(self, number: int) -> Words:
        """The language of a journey and of all that was drawn up with it: mostly English."""
        return CHINESE if number % 9 == 8 else ARABIC if number % 17 == 16 else ENGLISH

    def writer(self, kind: str, number: int, home: int) -> Writer:
        """Who writes the entity of that kind and number, which belongs to the journey `home`.

        Each has a chance of its own, so that its texts are the same in portals of any size.
        """
        return Writer(Random(f"{SEED}/{kind}/{number}"), self.words(home))  # noqa: S311  # the same every time


def channels_of(plan: Plan, home: int, number: int) -> list[str]:
    """The two channels of the touchpoint that journey `home` brought along as number `number`."""
    names, first = plan.channels, home * 5 + number * 3
    return [names[first % len(names)], names[(first + 3) % len(names)]]


def plan_for(journeys: int) -> Plan:
    """The plan of a portal of so many journeys."""
    wanted = 2 + 5 * journeys // 2
    if wanted > FEW_TEAMS:
        wanted = FEW_TEAMS + (wanted - FEW_TEAMS) // 20
    return Plan(journeys, tuple(f"{_name('team', one, ENGLISH)}-team" for one in range(wanted)))


def counts(number: int) -> tuple[int, int, int, int]:
    """How many opportunities, evidence, touchpoints with a file, and metrics the journey brings along."""
    return 2 + (number % 5 < 2), 2 + (number % 5 < 3), 4 + (number % 5 < 2), 2


def id_of(plan: Plan, kind: str, home: int, number: int = 0) -> str:
    """The id of the entity of that kind that journey `home` brought along as number `number`."""
    return _name(f"{kind}/{number}", home, plan.words(home)) + (f"-{kind[0]}{number}" if kind != "journey" else "")


def nearby(plan: Plan, chance: Random, kind: str, home: int, each: Sequence[int]) -> str:
    """The id of one that `home` brought along, or at times of one that another journey did."""
    there = home if chance.random() < 0.7 else chance.randrange(plan.journeys)
    return id_of(plan, kind, there, chance.choice(each[: _least(kind)]))


def _least(kind: str) -> int:
    return 4 if kind == "touchpoint" else 2


def _name(kind: str, number: int, words: Words) -> str:
    """Words that can stand in an id; Chinese ones where that is the language."""
    chance = Random(f"{SEED}/{kind}/{number}")  # noqa: S311  # the same every time
    named = words if words is CHINESE else ENGLISH
    return f"{chance.choice(named.things).replace(' ', '-')}-{number + 1}"
