"""Overviews as cards: personas and journeys."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model import Journey, Persona
from journeybook.pages.head import Upkeep, upkeep_of
from journeybook.pages.measures import mean_scores
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.pieces import Fact, Link, PersonaScore, Text
from journeybook.pages.portrait import Portrait, portrait_of
from journeybook.pages.sparks import spark_of
from journeybook.pages.vocabulary import word_for
from journeybook.pictures.spark import Spark
from journeybook.portal import key_of


class Card(Struct, frozen=True):
    """One thing of an overview."""

    link: Link
    summary: Text | None
    badges: tuple[str, ...]
    """What kind of thing it is, in a word each."""
    facts: tuple[Fact, ...]
    scores: tuple[PersonaScore, ...]
    upkeep: Upkeep
    curve: Spark | None = None
    """How a journey feels, step by step."""
    portrait: Portrait | None = None
    """The face of a persona."""
    quote: Text | None = None
    """What a persona would say."""


def persona_card(maker: PageMaker, persona: Persona) -> Card:
    """A persona: who it is, and what it lives through."""
    words, voice = maker.words, maker.voice(persona)
    journeys = tuple(map(maker.to, maker.portal.journeys_of(persona.id)))
    return Card(
        link=maker.to(persona),
        summary=maker.text_if(persona.summary or persona.role, voice),
        badges=tuple(word_for(value, words) for value in (persona.kind, persona.basis) if value),
        facts=facts(
            maker.fact(words.gettext("Role"), maker.text_if(persona.role, voice) if persona.summary else None),
            maker.fact(words.gettext("Journeys"), *journeys),
        ),
        scores=(),
        upkeep=upkeep_of(maker, persona, key_of(persona)),
        portrait=portrait_of(maker, persona),
        quote=maker.text_if(persona.quote, voice),
    )


def journey_card(maker: PageMaker, journey: Journey) -> Card:
    """A journey: whose it is, how long, and how it feels."""
    words, portal = maker.words, maker.portal
    stages, steps = len(journey.stages), len(portal.steps(journey.id))
    size = " · ".join(
        (
            words.ngettext("%(count)s stage", "%(count)s stages", stages),
            words.ngettext("%(count)s step", "%(count)s steps", steps),
        )
    )
    return Card(
        link=maker.to(journey),
        summary=maker.text_if(journey.summary, maker.voice(journey)),
        badges=tuple(word_for(value, words) for value in (journey.scope, journey.state) if value),
        facts=facts(
            maker.fact(words.gettext("Personas"), *maker.personas(portal.personas_of(journey))),
            maker.fact(words.gettext("Length"), size),
        ),
        scores=mean_scores(maker, portal.moods(journey), alone=True),
        curve=spark_of(portal.steps(journey.id)),
        upkeep=upkeep_of(maker, journey, key_of(journey)),
    )
