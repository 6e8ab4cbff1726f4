"""The rows of the atlas: our own journeys."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from journeybook.model import Journey, Kind, Team
from journeybook.model.keys import SpotKey
from journeybook.pages.atlas.traits import Trait, Traits, trait_of_text
from journeybook.pages.comparisons import comparison_with_current
from journeybook.pages.head import Upkeep, upkeep_of
from journeybook.pages.measures import mean
from journeybook.pages.ordering import order_of
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link, OutsideLink, Score
from journeybook.pages.sparks import spark_of
from journeybook.pages.vocabulary import word_for
from journeybook.pictures.spark import Spark
from journeybook.portal import StepSpot, key_of
from journeybook.portal.claims import unproven_steps
from journeybook.portal.freshness import stale_steps
from journeybook.portal.tree import Placed, journey_tree
from journeybook.words import Words

_DEEPEST = 5
"""Journeys that lie deeper are indented no further."""


class AtlasStage(Struct, frozen=True):
    """A stage in a row of the atlas."""

    link: Link | OutsideLink
    score: Score | None
    """The mean over all its scores; None where none of its steps has one."""


class Figure(Struct, frozen=True):
    """How many there are of something."""

    value: int
    shown: str
    """The number as people write it."""


class AtlasRow(Struct, frozen=True, kw_only=True):
    """A journey."""

    id: str
    """What rows know each other by; empty for journeys of other portals."""
    within: str = ""
    """The row of the journey that it is a part of; empty for what stands for itself."""
    portal: str = ""
    """The portal it comes from; empty for our own."""
    link: Link | OutsideLink
    depth: int
    """How many journeys it is a part of."""
    relation: Link | None
    """The current journey that it improves."""
    compare: Link | None = None
    """The page that holds it against the current one."""
    is_future: bool
    kinds: tuple[str, ...]
    """Scope and state, in a word each."""
    personas: tuple[Link | OutsideLink, ...]
    upkeep: Upkeep
    stages: tuple[AtlasStage, ...]
    curve: Spark | None = None
    """How its steps feel, one after the other; None where that is not known."""
    steps: Figure
    pains: Figure
    moments_of_truth: Figure
    stale: Figure | None
    """How many of its steps are due for review; None where that is not known."""
    unproven: Figure | None
    """How many of its steps claim something without evidence; None for a future journey, which claims nothing."""
    traits: Traits
    """What it can be found by."""

    @property
    def worst(self) -> float | None:
        """The score of its worst stage; None where no stage has one."""
        return min((one.score.value for one in self.stages if one.score), default=None)


def own_rows(maker: PageMaker) -> Iterator[AtlasRow]:
    """A row for every journey of the portal, parts below their whole."""
    return (_row(maker, placed) for placed in journey_tree(maker.portal, order_of))


def figure(value: int, words: Words) -> Figure:
    """How many."""
    return Figure(value, words.number(value))


def _row(maker: PageMaker, placed: Placed) -> AtlasRow:
    journey, words, portal = placed.journey, maker.words, maker.portal
    spots = portal.steps(journey.id)
    current = portal.current_of(journey)
    is_future = journey.state == "future"
    kinds = (journey.scope, "future" if is_future else None)
    return AtlasRow(
        id=journey.id,
        within=placed.within,
        link=maker.to(journey),
        depth=min(placed.depth, _DEEPEST),
        relation=maker.to(current) if current else None,
        compare=comparison_with_current(maker, journey),
        is_future=is_future,
        kinds=tuple(word_for(one, words) for one in kinds if one),
        personas=maker.personas(portal.personas_of(journey)),
        upkeep=upkeep_of(maker, journey, key_of(journey)),
        stages=tuple(_stage(maker, journey, number) for number in range(len(journey.stages))),
        curve=spark_of(spots),
        steps=figure(len(spots), words),
        pains=figure(sum(len(spot.step.pains) for spot in spots), words),
        moments_of_truth=figure(sum(spot.step.moment_of_truth is not None for spot in spots), words),
        stale=figure(stale_steps(portal, journey.id, maker.context.as_of), words),
        unproven=None if is_future else figure(unproven_steps(portal, journey), words),
        traits=_traits(maker, journey, spots),
    )


def _stage(maker: PageMaker, journey: Journey, number: int) -> AtlasStage:
    stage = journey.stages[number]
    spots = maker.portal.steps_of_stage(journey.id, stage.id)
    scores = (value for spot in spots for value in spot.scores.values())
    return AtlasStage(maker.link(SpotKey(Kind.STAGE, stage.id, journey.id)), mean(scores, maker.words))


def _traits(maker: PageMaker, journey: Journey, spots: tuple[StepSpot, ...]) -> Traits:
    words, portal = maker.words, maker.portal
    owners = [portal.get(Team, key.id) for key in portal.named_by(key_of(journey), "owner")]
    channels = {one.id: one for spot in spots for one in spot.channels}
    return Traits(
        persona=tuple(Trait(one.id, maker.plain(one.title)) for one in portal.personas_of(journey)),
        scope=said(journey.scope, words),
        state=said(journey.state, words),
        status=said(journey.status, words),
        owner=tuple(Trait(one.id, maker.plain(one.title)) for one in owners[:1]),
        channel=tuple(Trait(one.id, maker.plain(one.title)) for one in channels.values()),
        tag=tuple(map(trait_of_text, journey.tags)),
    )


def said(word: str | None, words: Words) -> tuple[Trait, ...]:
    """The trait of a word from a closed list; none where nobody said."""
    return (Trait(word, word_for(word, words)),) if word else ()
