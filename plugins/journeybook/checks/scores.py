"""Scores: a curve that tells something goes up and down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.checks.standing import is_begun
from journeybook.model import Journey
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.portal import Portal, key_of


def flat(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Journeys as they are that feel the same at every step, for all of their personas or some.

    In a journey as it shall be scores are targets, and may well be the same.
    """
    for journey in portal.all(Journey):
        if journey.state == "future" or not is_begun(journey):
            continue
        scores: defaultdict[str, list[float]] = defaultdict(list)
        for spot in portal.steps(journey.id):
            for persona, score in spot.scores.items():
                scores[persona].append(score)
        level = {
            name: some
            for name, some in scores.items()
            if len(some) >= limits.flat_from_steps and len({*some}) == 1
        }
        if level:
            whose = "" if len(level) == len(scores) else " for " + " and ".join(f"'{name}'" for name in level)
            longest = max(map(len, level.values()))
            message = f"all {longest} scored steps of '{journey.id}' feel the same{whose}; the curve is flat"
            hint = "ask which steps were better and which worse than others, and score them so"
            yield at(journey.place, journey.place.span, "JB418", message, hint=hint, key=str(key_of(journey)))


RULES = (flat,)
"""The rules of this family."""
