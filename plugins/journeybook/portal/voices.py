"""Whose voice was heard: what no customer has ever seen or spoken about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeybook.model import Evidence, Journey, Kind, Persona, Touchpoint
from journeybook.model.keys import SpotKey
from journeybook.portal.mentions import key_of
from journeybook.portal.ranking import steps_meeting

if TYPE_CHECKING:
    from journeybook.portal.graph import Portal


def unheard(portal: Portal) -> tuple[SpotKey, ...]:
    """Personas, current journeys and touchpoints about which no evidence has the voice of a customer.

    A journey is heard through anything in it that names such evidence, a touchpoint also through the steps that
    meet it, a persona through itself alone. What is retired is left out.
    """
    return tuple(key for key in _asked(portal) if not _is_heard(portal, key))


def heard_about(portal: Portal, key: SpotKey) -> tuple[Evidence, ...]:
    """The evidence that speaks about a persona, journey or touchpoint, each once: what it and all in it names."""
    named = dict.fromkeys(one for spot in _spots(portal, key) for one in _named(portal, spot))
    return tuple(portal.get(Evidence, one.id) for one in named)


def _asked(portal: Portal) -> Iterator[SpotKey]:
    for kind in (Persona, Journey, Touchpoint):
        for one in portal.all(kind):
            is_wish = isinstance(one, Journey) and one.state == "future"
            if one.status != "retired" and not is_wish:
                yield key_of(one)


def _is_heard(portal: Portal, key: SpotKey) -> bool:
    return any(_speaks(portal, evidence) for spot in _spots(portal, key) for evidence in _named(portal, spot))


def _speaks(portal: Portal, evidence: SpotKey) -> bool:
    return portal.get(Evidence, evidence.id).voice == "customer"


def _named(portal: Portal, spot: SpotKey) -> Iterator[SpotKey]:
    yield from portal.named_by(spot, "evidence")
    yield from portal.named_by(spot, "gains.evidence")


def _spots(portal: Portal, key: SpotKey) -> Iterator[SpotKey]:
    """Everything whose evidence speaks about `key`."""
    yield key
    if key.kind == Kind.JOURNEY:
        journey = portal.get(Journey, key.id)
        yield from (key_of(stage, journey.id) for stage in journey.stages)
        for spot in portal.steps(journey.id):
            yield from _at_step(portal, spot.key)
    if key.kind == Kind.TOUCHPOINT:
        for step in steps_meeting(portal.backlinks, [portal.get(Touchpoint, key.id)]):
            yield from _at_step(portal, step)


def _at_step(portal: Portal, step: SpotKey) -> Iterator[SpotKey]:
    yield step
    yield from (key_of(pain, step.journey) for pain in portal.step(step).step.pains)
