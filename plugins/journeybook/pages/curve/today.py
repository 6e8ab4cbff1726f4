"""What steps of a future journey are today."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model import Entity
from journeybook.portal import Portal, StepSpot


class Today(Struct, frozen=True):
    """The journey as it is, that a future one improves."""

    spots: tuple[StepSpot, ...]

    def score(self, future: StepSpot, persona: str) -> float | None:
        """What the step `future` is today to `persona`.

        That is the score of the step with its id, or a former id; else the mean of the stage with the id of its
        stage. Where neither is there, nothing is claimed.
        """
        same = [spot for spot in self.spots if _are_one(spot.step, future.step)]
        if same:
            return _score(same[0], persona)
        stage = [_score(spot, persona) for spot in self.spots if _are_one(spot.stage, future.stage)]
        found = [score for score in stage if score is not None]
        return sum(found) / len(found) if found else None


def today_of(portal: Portal, spots: tuple[StepSpot | None, ...]) -> Today | None:
    """What `spots` are today, where they are steps of a journey that improves another."""
    future = next((spot.journey for spot in spots if spot), None)
    current = portal.current_of(future) if future and future.state == "future" else None
    return Today(portal.steps(current.id)) if current else None


def _are_one(one: Entity, other: Entity) -> bool:
    return bool({one.id, *one.aliases} & {other.id, *other.aliases})


def _score(spot: StepSpot, persona: str) -> float | None:
    """Its score to `persona`; where one of both journeys names nobody, what everybody gives it."""
    if not persona:
        return spot.mean_score
    return spot.scores.get(persona, spot.scores.get(""))
