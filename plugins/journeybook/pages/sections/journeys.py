"""The journeys of a persona, and the steps of them that hurt most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Journey, Persona
from journeybook.pages.measures import mean_scores, score
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link, PersonaScore, Text
from journeybook.pages.sections.section import Section
from journeybook.pages.sections.uses import StepUse, Uses, use_of
from journeybook.pages.sparks import spark_of
from journeybook.pages.vocabulary import word_for
from journeybook.pictures.spark import Spark
from journeybook.portal import StepSpot, key_of

_WORST = 5
"""How many of the steps that hurt most are listed."""
_HURTS = 2.5
"""Steps with a score above this do not count as hurting."""


class JourneyRow(Struct, frozen=True):
    """One journey."""

    link: Link
    summary: Text | None
    note: str
    """`Future` for a journey as it shall be."""
    moods: tuple[PersonaScore, ...]
    """The persona's mean score in it."""
    curve: Spark | None
    """How it feels to the persona, step by step."""


class Journeys(Section, frozen=True, kw_only=True):
    """The journeys of a persona."""

    form: ClassVar[str] = "journeys"
    rows: tuple[JourneyRow, ...]


def journeys_of(maker: PageMaker, persona: Persona) -> Journeys | None:
    """The journeys that `persona` lives through; None where there are none."""
    rows = tuple(_row(maker, journey, persona) for journey in maker.portal.journeys_of(persona.id))
    heading = Heading(2, "_journeys", maker.words.gettext("Journeys"))
    return Journeys(heading=heading, rows=rows) if rows else None


def _row(maker: PageMaker, journey: Journey, persona: Persona) -> JourneyRow:
    moods = [mood for mood in maker.portal.moods(journey) if mood.persona is persona]
    return JourneyRow(
        link=maker.to(journey),
        summary=maker.text_if(journey.summary, maker.voice(journey)),
        note=word_for("future", maker.words) if journey.state == "future" else "",
        moods=mean_scores(maker, moods, alone=True),
        curve=spark_of(maker.portal.steps(journey.id), persona.id),
    )


def worst_steps(maker: PageMaker, persona: Persona) -> Uses | None:
    """The steps that feel worst to `persona` in journeys as they are; None where none hurts."""
    spots = [
        spot
        for journey in maker.portal.journeys_of(persona.id)
        if journey.state == "current"
        for spot in maker.portal.steps(journey.id)
        if spot.scores.get(persona.id, 5) <= _HURTS
    ]
    rows = tuple(_worst(maker, spot, persona) for spot in _lowest(spots, persona))
    heading = Heading(2, "_worst", maker.words.gettext("What hurts most"))
    return Uses(heading=heading, rows=rows, shows_touchpoints=any(row.through for row in rows)) if rows else None


def _lowest(spots: Iterable[StepSpot], persona: Persona) -> list[StepSpot]:
    return sorted(spots, key=lambda spot: spot.scores[persona.id])[:_WORST]


def _worst(maker: PageMaker, spot: StepSpot, persona: Persona) -> StepUse:
    alone = (PersonaScore(None, score(spot.scores[persona.id], maker.words)),)
    use = use_of(maker, spot)
    return StepUse(use.step, use.journey, maker.links(map(key_of, spot.touchpoints)), alone)
