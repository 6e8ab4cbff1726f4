"""Scores rolled up: the mean over scored steps, per persona, with n."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.model import Persona
from journeybook.portal.spots import Mood, StepSpot


def moods_of(spots: Sequence[StepSpot], personas: Sequence[Persona]) -> tuple[Mood, ...]:
    """One mood per persona that has a scored step among `spots`; one without persona if there are none."""
    found = [_mood(spots, persona) for persona in (personas or (None,))]
    return tuple(mood for mood in found if mood)


def _mood(spots: Sequence[StepSpot], persona: Persona | None) -> Mood | None:
    name = persona.id if persona else ""
    scores = [spot.scores[name] for spot in spots if name in spot.scores]
    return Mood(persona, sum(scores) / len(scores), len(scores), len(spots)) if scores else None
