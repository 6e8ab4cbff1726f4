"""Pains ranked: by how much they hurt, how many they reach, and how often people meet what hurts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from journeybook.model import Kind, Touchpoint
from journeybook.model.keys import SpotKey
from journeybook.portal.backlinks import Backlink
from journeybook.portal.mentions import key_of
from journeybook.portal.spots import PainSpot

Backlinks: TypeAlias = Callable[[SpotKey], Iterable[Backlink]]
"""What names a thing."""
MIDDLE_SEVERITY = 3
"""Counts where nobody said how much a pain hurts: the middle of 1 to 5 neither hides it nor pushes it up."""
MIDDLE_REACH = 0.5
"""Counts where nobody said how many a pain reaches."""


@dataclass(frozen=True, slots=True)
class RankedPain:
    """A pain with what its rank is made of."""

    spot: PainSpot
    rank: int
    """From 1; pains of equal weight share a rank."""
    line: int
    """Its line in the ranking, from 1; no two share it."""
    uses: int
    """How many steps, over all journeys, meet a touchpoint of its step; 1 where the step meets none."""

    @property
    def severity(self) -> int:
        """From 1 to 5; the middle where nobody said."""
        severity = self.spot.pain.severity
        return MIDDLE_SEVERITY if severity is None else severity

    @property
    def reach(self) -> float:
        """From 0 to 1; the middle where nobody said."""
        return MIDDLE_REACH if self.spot.pain.reach is None else self.spot.pain.reach

    @property
    def weight(self) -> float:
        """Severity × reach × uses."""
        return weight_of(self.severity, self.reach, self.uses)

    @property
    def is_assumed(self) -> bool:
        """Whether severity or reach is the middle because nobody said."""
        return self.spot.pain.severity is None or self.spot.pain.reach is None


def weight_of(severity: int, reach: float, uses: int) -> float:
    """Severity × reach × uses, without the dust of binary fractions, which would part equals."""
    return round(severity * reach * uses, 9)


def ranked(pains: Iterable[PainSpot], backlinks: Backlinks) -> tuple[RankedPain, ...]:
    """`pains`, which are all of a portal in file order, the heaviest first; those of equal weight as they come."""
    unranked = [RankedPain(spot, 0, 0, uses_of(backlinks, spot.at.touchpoints)) for spot in pains]
    found: list[RankedPain] = []
    for line, one in enumerate(sorted(unranked, key=lambda one: -one.weight), 1):
        rank = found[-1].rank if found and found[-1].weight == one.weight else line
        found.append(RankedPain(one.spot, rank, line, one.uses))
    return tuple(found)


def in_rank_order(pains: Iterable[RankedPain]) -> tuple[RankedPain, ...]:
    """`pains`, the heaviest first, each once."""
    by_line = {one.line: one for one in pains}
    return tuple(by_line[line] for line in sorted(by_line))


def uses_of(backlinks: Backlinks, touchpoints: Sequence[Touchpoint]) -> int:
    """How many steps, over all journeys, meet one of `touchpoints`; 1 where there is none."""
    return len(steps_meeting(backlinks, touchpoints)) or 1


def steps_meeting(backlinks: Backlinks, touchpoints: Iterable[Touchpoint]) -> tuple[SpotKey, ...]:
    """The keys of the steps that meet one of `touchpoints`."""
    return tuple(
        dict.fromkeys(
            link.source
            for touchpoint in touchpoints
            for link in backlinks(key_of(touchpoint))
            if link.field == "touchpoints" and link.source.kind == Kind.STEP
        )
    )
