"""All journeys in one order: each with its future beside it and its parts below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from journeybook.model import Journey

if TYPE_CHECKING:
    from journeybook.portal.graph import Portal


@dataclass(frozen=True, slots=True)
class Placed:
    """A journey in its place among all."""

    journey: Journey
    depth: int
    """How many journeys it lies within."""
    within: str = ""
    """The id of the innermost of them."""


def journey_tree(portal: Portal, order: Callable[[Journey], Any]) -> tuple[Placed, ...]:
    """Every journey once: those that stand for themselves by `order`, each followed by its futures and its parts.

    A future journey stands beside the one it improves, at the same depth, even if it is part of another.
    """
    below: defaultdict[str, list[Journey]] = defaultdict(list)
    beside: defaultdict[str, list[Journey]] = defaultdict(list)
    tops: list[Journey] = []
    for journey in sorted(portal.all(Journey), key=order):
        current, whole = portal.current_of(journey), portal.whole_of(journey)
        if current and current is not journey:
            beside[current.id].append(journey)
        elif whole:
            below[whole.journey or whole.id].append(journey)
        else:
            tops.append(journey)
    placed: dict[str, Placed] = {}
    # Journeys that are part of each other in a circle have no top; the circle is reported elsewhere.
    ahead = [Placed(journey, 0) for journey in (*tops, *sorted(portal.all(Journey), key=order))][::-1]
    while ahead:
        one = ahead.pop()
        journey, depth = one.journey, one.depth
        if journey.id not in placed:
            placed[journey.id] = one
            after = [Placed(future, depth, one.within) for future in beside[journey.id]]
            after += [Placed(part, depth + 1, journey.id) for part in below[journey.id]]
            ahead.extend(reversed(after))
    return tuple(placed.values())
