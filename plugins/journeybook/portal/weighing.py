"""Opportunities weighed: what solving them is worth against what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from journeybook.model import Opportunity
from journeybook.portal.answers import pains_of
from journeybook.portal.ranking import RankedPain

if TYPE_CHECKING:
    from journeybook.portal.graph import Portal

MUCH_IMPACT = 4
"""From here on the impact of an opportunity is high: the middle promises too much if it counts as high."""
LITTLE_EFFORT = 2
"""Up to here its effort is low, for the same reason."""


class Quadrant(StrEnum):
    """A quarter of the plane of impact and effort; what is to be done first stands first."""

    QUICK_WIN = "quick-wins"
    """High impact, low effort."""
    BIG_BET = "big-bets"
    """High impact, high effort."""
    FILL_IN = "fill-ins"
    """Low impact, low effort."""
    THINK_TWICE = "think-twice"
    """Low impact, high effort."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """An opportunity with its place among the others."""

    number: int
    """From 1, the same in every picture and table of a portal."""
    opportunity: Opportunity
    pains: tuple[RankedPain, ...]
    """The pains that it answers, the heaviest first."""
    quadrant: Quadrant | None
    """None where nobody said what it is worth, or what it costs."""

    @property
    def weight(self) -> float:
        """The weight of its pains together."""
        return sum(pain.weight for pain in self.pains)


def quadrant_of(impact: int, effort: int) -> Quadrant:
    """The quarter of the plane for an impact and an effort from 1 to 5."""
    if impact >= MUCH_IMPACT:
        return Quadrant.QUICK_WIN if effort <= LITTLE_EFFORT else Quadrant.BIG_BET
    return Quadrant.FILL_IN if effort <= LITTLE_EFFORT else Quadrant.THINK_TWICE


def weighed(portal: Portal) -> tuple[Weighed, ...]:
    """Every opportunity that is not retired, in the order in which to look at them.

    By quarter, then by impact, then by effort, then by the weight of their pains, then in file order; those
    that nobody weighed come last.
    """
    found = [_unnumbered(portal, one) for one in portal.all(Opportunity) if one.status != "retired"]
    return tuple(
        Weighed(number, one.opportunity, one.pains, one.quadrant)
        for number, one in enumerate(sorted(found, key=_order), 1)
    )


def _unnumbered(portal: Portal, one: Opportunity) -> Weighed:
    is_weighed = one.impact is not None and one.effort is not None
    quadrant = quadrant_of(one.impact or 0, one.effort or 0) if is_weighed else None
    return Weighed(0, one, pains_of(portal, one), quadrant)


def _order(one: Weighed) -> tuple[int, int, int, float]:
    place = list(Quadrant).index(one.quadrant) if one.quadrant else len(Quadrant)
    return place, -(one.opportunity.impact or 0), one.opportunity.effort or 0, -one.weight
