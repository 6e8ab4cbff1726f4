"""Ids that outlive a change of words."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.model import Journey
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.portal import Portal, entities_in

_SETTLED = {"in-review", "reviewed"}


def derived_ids(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Stages, steps and pains of a journey past its draft whose id still comes from their title."""
    for journey in portal.all(Journey):
        if journey.status not in _SETTLED:
            continue
        for key, one in entities_in(journey):
            if one is not journey and "id" not in one.place.keys:
                message = f"this {key.kind}'s id '{key.id}' comes from its title and would change with it"
                hint = f"write `id: {key.id}`, so that comments and links find it for good"
                yield at(one.place, one.place.span, "JB401", message, hint=hint, key=str(key))


RULES = (derived_ids,)
"""The rules of this family."""
