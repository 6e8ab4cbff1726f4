"""What rules look at: nothing that is retired, and no draft where it cannot have what is asked for yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from journeybook.checks.standing import is_alive, is_begun
from journeybook.model import Entity, Journey
from journeybook.portal import Portal

_E = TypeVar("_E", bound=Entity)


def in_use(portal: Portal, record: type[_E]) -> Iterator[_E]:
    """All of a kind but what is retired, in file order."""
    return filter(is_alive, portal.all(record))


def past_draft(portal: Portal, record: type[_E]) -> Iterator[_E]:
    """All of a kind but drafts and what is retired, in file order."""
    return filter(is_begun, portal.all(record))


def is_of_insiders(portal: Portal, journey: Journey) -> bool:
    """Whether people who work in or with the company live through `journey`."""
    kinds = {persona.kind for persona in portal.personas_of(journey)}
    return journey.scope == "employee" or not kinds.isdisjoint({"employee", "partner"})
