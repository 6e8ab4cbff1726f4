"""Moments of truth: few, with a reason, and with evidence for it."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.checks.naming import name_of
from journeybook.checks.standing import chain_of, is_alive, is_begun, is_settled, speaks_of_today
from journeybook.model import Journey
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.portal import Portal, StepSpot, key_of
from journeybook.portal.claims import ClaimKind, claims_at

_NO_REASONS = frozenset(
    {"yes", "true", "x", "important", "very important", "critical", "key moment", "moment of truth", "mot"}
    | {"tbd", "todo", "to do", "n/a"}
)
"""Words that say that a step is a moment of truth once more, or that somebody will say why later."""


def unreasoned(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Moments of truth whose text is no reason: a word that says yes, or the step's own title."""
    for spot in _moments(portal):
        text = _bare(spot.step.moment_of_truth or "")
        if is_begun(*chain_of(spot)) and (not text or text in _NO_REASONS or text == _bare(spot.step.title)):
            message = f"{name_of(spot.key)} is called a moment of truth, and nobody says why"
            hint = "say what is decided here, such as `Decides whether she trusts us with the move`"
            yield _on_moment(spot, "JB415", message, hint)


def _bare(text: str) -> str:
    return text.strip(" *_`.!?-–—…").casefold()


def unproven(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Moments of truth, past the draft, without evidence of their own in a journey that has some.

    What proves a pain or a gain of the step or its stage speaks of the moment, too. A journey without any
    evidence is one finding as a whole.
    """
    for spot in _moments(portal):
        if speaks_of_today(spot.journey) and spot.journey.evidence and is_settled(*chain_of(spot)):
            if spot.step.evidence or spot.stage.evidence or _is_proven(portal, spot):
                continue
            message = f"moment of truth '{spot.step.id}' has no evidence of its own"
            hint = "name in the step's `evidence:` who told us that it matters so much"
            yield _on_moment(spot, "JB416", message, hint)


def _is_proven(portal: Portal, spot: StepSpot) -> bool:
    return any(one.is_proven for one in claims_at(portal, spot) if one.kind in {ClaimKind.PAIN, ClaimKind.GAIN})


def too_many(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Journeys in which too large a share of the steps are moments of truth."""
    for journey in portal.all(Journey):
        spots = portal.steps(journey.id)
        count = sum(bool(spot.step.moment_of_truth) for spot in spots)
        if len(spots) < limits.moments_from_steps or count <= limits.moments_of_truth * len(spots):
            continue
        if is_alive(journey):
            share = f"{count} of {len(spots)} steps of '{journey.id}'"
            message = f"{share} are moments of truth; of so many none stands out"
            hint = "keep those at which people decide whether they stay"
            yield at(journey.place, journey.place.span, "JB417", message, hint=hint, key=str(key_of(journey)))


def _moments(portal: Portal) -> Iterator[StepSpot]:
    for journey in portal.all(Journey):
        yield from (spot for spot in portal.steps(journey.id) if spot.step.moment_of_truth)


def _on_moment(spot: StepSpot, code: str, message: str, hint: str) -> Diagnostic:
    place = spot.step.place
    return at(place, place.of("moment_of_truth"), code, message, hint=hint, key=str(spot.key))


RULES = (unreasoned, unproven, too_many)
"""The rules of this family."""
