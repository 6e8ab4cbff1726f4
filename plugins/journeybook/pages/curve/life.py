"""The journeys of a persona in the order in which they are lived through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeybook.model import Journey
from journeybook.portal import Portal

_SCOPES = ("buying", "experience", None, "employee")
"""Who buys comes to use it; work for the company is a life of its own. Without a scope it is taken for use."""


def life_of(portal: Portal, persona: str) -> tuple[Journey, ...]:
    """The journeys as they are of `persona` in life order: buying, then experience, then employee.

    A journey that is part of another comes right after it, parts of its earlier stages first.
    """
    journeys = [one for one in portal.journeys_of(persona) if one.state == "current"]
    by_scope = sorted(journeys, key=lambda one: _SCOPES.index(one.scope))
    whole_of = {one.id: _whole(portal, one, by_scope) for one in by_scope}
    seen: dict[str, Journey] = {}

    def lived(journey: Journey) -> Iterator[Journey]:
        if journey.id in seen:
            return
        seen[journey.id] = journey
        yield journey
        parts = [one for one in by_scope if whole_of[one.id] == journey.id]
        for part in sorted(parts, key=lambda one: _stage_number(portal, one, journey)):
            yield from lived(part)

    firsts = [one for one in by_scope if not whole_of[one.id]]
    # Journeys that are parts of each other have no first one; they come last, each once.
    return tuple(one for journey in (*firsts, *by_scope) for one in lived(journey))


def _whole(portal: Portal, journey: Journey, among: Sequence[Journey]) -> str:
    """The id of the journey of `among` that `journey` is part of, or of which it is part of a stage."""
    key = portal.whole_of(journey)
    found = (key.journey or key.id) if key else ""
    return found if any(one.id == found for one in among) else ""


def _stage_number(portal: Portal, part: Journey, whole: Journey) -> int:
    """The number of the stage that `part` belongs to; parts of the whole journey stand behind all."""
    key = portal.whole_of(part)
    ids = [one.id for one in whole.stages]
    return ids.index(key.id) if key and key.journey and key.id in ids else len(ids)
