"""How far something has come, which decides what practice may ask of it."""

from __future__ import annotations

from journeybook.model import Entity, Journey
from journeybook.model.text import Status
from journeybook.portal import Portal, StepSpot

_SETTLED = {"in-review", "reviewed"}


def status_of(*chain: Entity) -> Status | None:
    """The status of the first of `chain`, which stands in those after it: what is in something retired is, too."""
    if any(one.status == "retired" for one in chain):
        return "retired"
    return next((one.status for one in chain if one.status), None)


def is_settled(*chain: Entity) -> bool:
    """Whether it is past its draft: what is lacking now will not come by itself.

    What says nothing about its status counts as a draft, as it does for ids.
    """
    return status_of(*chain) in _SETTLED


def is_alive(*chain: Entity) -> bool:
    """Whether it is not retired."""
    return status_of(*chain) != "retired"


def is_begun(*chain: Entity) -> bool:
    """Whether it is neither retired nor called a draft; whoever says nothing has not asked to be spared."""
    return status_of(*chain) not in {"retired", "draft"}


def speaks_of_today(journey: Journey) -> bool:
    """Whether `journey` speaks of the world as it is and is past its draft; a future one wishes."""
    return journey.state == "current" and is_settled(journey)


def chain_of(spot: StepSpot) -> tuple[Entity, ...]:
    """The step at `spot` with what it stands in, the nearest first."""
    return spot.step, spot.stage, spot.journey


def is_of_staff(portal: Portal, journey: Journey) -> bool:
    """Whether `journey` is lived by the company's own people, whose own voice is an insider's."""
    personas = portal.personas_of(journey)
    return journey.scope == "employee" or (bool(personas) and all(one.kind == "employee" for one in personas))
