"""Personas: a journey is somebody's, and that somebody is known."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.checks.naming import name_of
from journeybook.checks.one_cause import unless_none
from journeybook.checks.standing import is_alive, is_begun, is_settled, speaks_of_today
from journeybook.model import Journey, Persona
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.portal import Portal, key_of

_NAMED = 2
"""How many journeys a finding names."""


def nobodys(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Journeys that do not say whose they are; what names no status and is short has only begun."""
    yield from unless_none(portal, Persona, _nobodys(portal, limits))


def _nobodys(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    for journey in portal.all(Journey):
        count = len(portal.steps(journey.id))
        is_map = is_settled(journey) or (is_begun(journey) and count >= limits.begun_from_steps)
        if not journey.personas and count and is_map:
            message = f"{name_of(key_of(journey))} does not say whose it is"
            hint = "add `persona:` with the id of the persona who lives through it"
            yield at(journey.place, journey.place.span, "JB405", message, hint=hint, key=str(key_of(journey)))


def crowded(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Journeys of more personas than one map can hold."""
    for journey in portal.all(Journey):
        count = len(portal.personas_of(journey))
        if count > limits.personas and is_alive(journey):
            told = f"{name_of(key_of(journey))} is told for {count} personas at once"
            message = f"{told}; a map can hold {limits.personas}"
            hint = "keep those who really go this way, and give the others journeys of their own"
            place = journey.place.of("personas")
            yield at(journey.place, place, "JB406", message, hint=hint, key=str(key_of(journey)))


def assumed(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Personas without research, past their draft or in a journey past its own."""
    for persona in portal.all(Persona):
        is_open = persona.basis is None and not persona.evidence
        if not is_alive(persona) or not (persona.basis == "assumption" or is_open):
            continue
        journeys = [one.id for one in portal.journeys_of(persona.id) if speaks_of_today(one)]
        if journeys or is_settled(persona):
            name = name_of(key_of(persona))
            what = f"nobody has said what {name} rests on" if is_open else f"{name} is an assumption"
            message = f"{what}{_relied_on(journeys)}"
            hint = "talk to a few such people, name the talks in `evidence:` and write `basis: research`"
            place = persona.place.of("basis")
            yield at(persona.place, place, "JB407", message, hint=hint, key=str(key_of(persona)))


def _relied_on(journeys: list[str]) -> str:
    named = [f"'{name}'" for name in journeys[:_NAMED]]
    if more := len(journeys) - _NAMED if len(journeys) > _NAMED else 0:
        named.append(f"{more} more")
    rely = "relies" if len(journeys) == 1 else "rely"
    return f", and {' and '.join(named)} {rely} on it" if named else ""


def unproven(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Personas that say they rest on research, and name none."""
    for persona in portal.all(Persona):
        if persona.basis == "research" and not persona.evidence and is_begun(persona):
            message = f"{name_of(key_of(persona))} says that it rests on research, and does not name any"
            hint = "name the interviews or surveys in `evidence:`, or write `basis: assumption`"
            place = persona.place.of("basis")
            yield at(persona.place, place, "JB408", message, hint=hint, key=str(key_of(persona)))


RULES = (nobodys, crowded, assumed, unproven)
"""The rules of this family."""
