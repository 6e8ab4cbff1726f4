"""Pains: weighed, and the worst of them answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.checks.naming import name_of
from journeybook.checks.standing import chain_of, is_settled, speaks_of_today
from journeybook.model import Opportunity
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.portal import PainSpot, Portal, key_of

_NAMED = 3
"""How many pains a finding names."""


def unweighed(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Pains that do not say how much they hurt: one finding a journey, at the first of them."""
    found: defaultdict[str, list[PainSpot]] = defaultdict(list)
    for spot in portal.pains():
        if spot.pain.severity is None and _counts(spot):
            found[spot.at.journey.id].append(spot)
    for first, *others in found.values():
        place = first.pain.place
        hint = "add `severity:` from 1 (a nuisance) to 5 (drives people away), so that the worst come first"
        if others:
            names = ", ".join(f"'{one.pain.id}'" for one in (first, *others)[:_NAMED])
            which = f"{names} …" if len(others) >= _NAMED else names
            journey = first.at.journey
            message = f"{len(others) + 1} pains of '{journey.id}' do not say how much they hurt: {which}"
            yield at(place, place.span, "JB419", message, hint=hint, key=str(key_of(journey)))
        else:
            message = f"{name_of(first.key)} does not say how much it hurts"
            yield at(place, place.span, "JB419", message, hint=hint, key=str(first.key))


def unanswered(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Severe pains that lead to no opportunity; a single finding where a portal has no opportunity at all."""
    found = [
        spot
        for spot in portal.pains()
        if (spot.pain.severity or 0) >= limits.severe_pain and spot.pain.opportunity is None and _counts(spot)
    ]
    hint = "name what would solve it in `opportunity:`, even if nobody can take it up yet"
    if found and not portal.all(Opportunity):
        worst = min(found, key=lambda spot: portal.ranked_pain(spot.key).line)
        yield _on_severity(worst, hint, f" (as {len(found) - 1} more; the portal has none)" if found[1:] else "")
        return
    for spot in found:
        yield _on_severity(spot, hint)


def _counts(spot: PainSpot) -> bool:
    return speaks_of_today(spot.at.journey) and is_settled(spot.pain, *chain_of(spot.at))


def _on_severity(spot: PainSpot, hint: str, others: str = "") -> Diagnostic:
    place = spot.pain.place
    message = f"{name_of(spot.key)} hurts much and leads to no opportunity{others}"
    return at(place, place.of("severity"), "JB420", message, hint=hint, key=str(spot.key))


RULES = (unweighed, unanswered)
"""The rules of this family."""
