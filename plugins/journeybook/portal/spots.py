"""Steps where they stand, and the figures computed over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from journeybook.model import Channel, Journey, Pain, Persona, Stage, Step, Team, Touchpoint
from journeybook.model.keys import SpotKey


@dataclass(frozen=True, slots=True)
class StepSpot:
    """A step with everything its references lead to."""

    key: SpotKey
    """Its spot key."""
    journey: Journey
    stage: Stage
    step: Step
    number: int
    """Its number in the journey, from 1."""
    touchpoints: tuple[Touchpoint, ...]
    """Where the customer meets the company."""
    channels: tuple[Channel, ...]
    """The step's own channel, else the channels of its touchpoints."""
    team: Team | None
    """Its own team, else that of the first touchpoint that has one."""
    scores: Mapping[str, float]
    """How it feels, 1 to 5, per persona id in the journey's order; personas without a score are missing."""

    @property
    def mean_score(self) -> float | None:
        """The mean over personas, or None without any score."""
        return sum(self.scores.values()) / len(self.scores) if self.scores else None


@dataclass(frozen=True, slots=True)
class PainSpot:
    """A pain at the step it hurts at."""

    pain: Pain
    at: StepSpot

    @property
    def key(self) -> SpotKey:
        """Its spot key."""
        return SpotKey("pain", self.pain.id, self.at.journey.id)


@dataclass(frozen=True, slots=True)
class Mood:
    """The mean score of several steps for one persona."""

    persona: Persona | None
    """The persona, or None where the journey names none."""
    mean: float
    """From 1 (very bad) to 5 (very good), over scored steps only."""
    n: int
    """How many steps were scored."""
    of: int
    """How many steps there are."""


class Way(StrEnum):
    """How one step leads to another."""

    ORDER = "order"
    """The written order."""
    BRANCH = "branch"
    """One of several ways on, or one under a condition."""
    NEXT = "next"
    """A single `next:` that leaves the written order."""
    LOOP = "loop"
    """Back to a step that stands earlier, or to itself."""
    AWAY = "away"
    """To a step of another journey."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One way on from a step."""

    source: StepSpot
    target: StepSpot
    way: Way
    when: str | None = None
    """The condition, as written."""


@dataclass(frozen=True, slots=True)
class HandOff:
    """A change of team between two steps; steps without a team are passed over."""

    source: StepSpot
    """The last step of the team that hands over."""
    target: StepSpot
    """The first step of the team that takes over."""
    giver: Team
    taker: Team


@dataclass(frozen=True, slots=True)
class Flow:
    """The ways through a journey."""

    edges: tuple[Edge, ...]
    """Every way on, in the order of the steps it leaves."""
    hand_offs: tuple[HandOff, ...]
    """Changes of team, in the same order."""
    ends: tuple[StepSpot, ...]
    """Steps nothing follows."""
    unreached: tuple[StepSpot, ...]
    """Steps no way from the first step leads to."""
