"""What has to be held against reality again, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from journeybook.model import Entity, Kind
from journeybook.model.durations import Duration
from journeybook.model.keys import SpotKey
from journeybook.portal.spots import StepSpot

if TYPE_CHECKING:
    from journeybook.portal.graph import Portal

EXPECTED = frozenset({Kind.PERSONA, Kind.JOURNEY, Kind.TOUCHPOINT, Kind.OPPORTUNITY, Kind.INITIATIVE, Kind.METRIC})
"""Kinds that claim something about the world as it is, and so are to be reviewed."""


class Freshness(StrEnum):
    """Whether something was held against reality lately; what needs somebody first stands first."""

    DUE = "due"
    """The day of its next review has passed."""
    NEVER = "never"
    """Nobody has said when it was reviewed."""
    FRESH = "fresh"
    """Its next review lies ahead."""
    OPEN = "open"
    """It was reviewed, and nobody has said when to do so again."""


_FIRST = {one: place for place, one in enumerate(Freshness)}


@dataclass(frozen=True, slots=True)
class Upkept:
    """Something that somebody keeps true."""

    key: SpotKey
    entity: Entity
    owner: SpotKey | None
    """The team that keeps it; None where nobody does."""
    due: date | None
    """The day the next review is due."""
    freshness: Freshness


# Most things are reviewed on a few days and hold for a few spans, and pages ask for the day again and again.
@lru_cache(maxsize=8_192)
def due_day(reviewed: date | None, every: Duration | None) -> date | None:
    """The day by which the next review is due; None where that cannot be known."""
    try:
        return every.after(reviewed) if every and reviewed else None
    except (OverflowError, ValueError):  # past the end of the calendar
        return None


def is_due(reviewed: date | None, every: Duration | None, as_of: date) -> bool:
    """Whether the day of the next review has passed on `as_of`; on the day itself it has not."""
    due = due_day(reviewed, every)
    return due is not None and due < as_of


def freshness_of(reviewed: date | None, every: Duration | None, as_of: date) -> Freshness:
    """How fresh something is on `as_of`."""
    if reviewed is None:
        return Freshness.NEVER
    if due_day(reviewed, every) is None:
        return Freshness.OPEN
    return Freshness.DUE if is_due(reviewed, every, as_of) else Freshness.FRESH


def review_queue(portal: Portal, as_of: date) -> tuple[Upkept, ...]:
    """Everything that is to be reviewed: what is due first, the longest overdue before the others.

    That is what claims something about the world, and whatever else names a review; what is retired is
    left out.
    """
    return tuple(sorted(_upkept(portal, as_of), key=_urgency))


def stale_steps(portal: Portal, journey: str, as_of: date) -> int:
    """How many steps of a journey are due: each by its own review, else its stage's, else its journey's."""
    return sum(_is_stale(spot, as_of) for spot in portal.steps(journey))


def _is_stale(spot: StepSpot, as_of: date) -> bool:
    chain: tuple[Entity, ...] = (spot.step, spot.stage, spot.journey)
    reviewed = next((one.reviewed for one in chain if one.reviewed), None)
    every = next((one.review_every for one in chain if one.review_every), None)
    return is_due(reviewed, every, as_of)


def _upkept(portal: Portal, as_of: date) -> Iterator[Upkept]:
    for key, entity in portal.directory.by_key.items():
        named = entity.reviewed or entity.review_every
        if entity.status == "retired" or not (named or key.kind in EXPECTED):
            continue
        owners = portal.named_by(key, "owner")
        yield Upkept(
            key=key,
            entity=entity,
            owner=owners[0] if owners else None,
            due=due_day(entity.reviewed, entity.review_every),
            freshness=freshness_of(entity.reviewed, entity.review_every, as_of),
        )


def _urgency(one: Upkept) -> tuple[int, date]:
    return _FIRST[one.freshness], one.due or one.entity.reviewed or date.min
