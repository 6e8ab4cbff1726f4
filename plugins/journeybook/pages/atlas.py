"""The atlas: all journeys in one table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.model import Journey, Kind
from journeybook.model.keys import SpotKey
from journeybook.pages.head import Upkeep, head_about_many, upkeep_of
from journeybook.pages.measures import day, mean
from journeybook.pages.ordering import order_of
from journeybook.pages.page_maker import PageMaker, Voice
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Count, Link, Moment, OutsideLink, Score, Text
from journeybook.pages.titles import title_about_many
from journeybook.pages.vocabulary import word_for
from journeybook.portal import key_of
from journeybook.portal.claims import unproven_steps
from journeybook.portal.freshness import is_due, stale_steps
from journeybook.portal.tree import Placed, journey_tree

_DEEPEST = 5
"""Journeys that lie deeper are indented no further."""


@dataclass(frozen=True, slots=True)
class AtlasStage:
    """A stage in a row of the atlas."""

    link: Link | OutsideLink
    score: Score | None
    """The mean over all its scores; None where none of its steps has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasRow:
    """A journey."""

    portal: str = ""
    """The portal it comes from; empty for our own."""
    link: Link | OutsideLink
    depth: int
    """How many journeys it is a part of."""
    relation: Link | None
    """The current journey that it improves."""
    is_future: bool
    kinds: tuple[str, ...]
    """Scope and state, in a word each."""
    personas: tuple[Link | OutsideLink, ...]
    upkeep: Upkeep
    stages: tuple[AtlasStage, ...]
    steps: str
    pains: str
    moments_of_truth: str
    stale: str
    """How many of its steps are due for review."""
    unproven: str
    """How many of its steps claim something without evidence; empty for a future journey, which claims nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasPage(PageView):
    """The atlas."""

    rule: Text
    """How it counts."""
    counts: tuple[Count, ...]
    rows: tuple[AtlasRow, ...]
    shows_upkeep: bool
    """Whether readers see what is stale and what is unproven."""
    shows_portals: bool
    """Whether rows of other portals are among them."""
    empty: Text | None
    """What stands there where there is no journey."""
    as_of: Moment | None
    """The reference day."""


def atlas_page(maker: PageMaker, others: Iterable[AtlasRow] = ()) -> AtlasPage:
    """The atlas; `others` are rows of other portals, which come last."""
    gettext = maker.words.gettext
    own = tuple(_row(maker, placed) for placed in journey_tree(maker.portal, order_of))
    rows = (*own, *others)
    lead = gettext("All journeys, whose they are, how they feel and how well they are kept.")
    empty = gettext("There is no journey yet. Add the first one with `journeybook new journey`.")
    rule = (
        gettext(
            "A stage's score is the mean over all scores of its steps. Parts stand below their whole, future "
            "journeys beside the current one."
        )
        if not maker.tells_of_gaps
        else gettext(
            "A stage's score is the mean over all scores of its steps. A step is stale once its review is due, "
            "by its own dates or those of its stage or journey, and unproven if it claims something without "
            "evidence. Parts stand below their whole, future journeys beside the current one."
        )
    )
    return AtlasPage(
        page=maker.page,
        head=head_about_many(maker, title_about_many(maker.page.key, maker.words), lead),
        rule=maker.text(rule, Voice()),
        counts=_counts(maker) if own else (),
        rows=rows,
        shows_upkeep=maker.tells_of_gaps,
        shows_portals=any(row.portal for row in rows),
        empty=None if rows else maker.text(empty, Voice()),
        as_of=day(maker.context.as_of, maker.words),
    )


def _counts(maker: PageMaker) -> tuple[Count, ...]:
    words, journeys = maker.words, maker.portal.all(Journey)
    futures = sum(one.state == "future" for one in journeys)
    due = sum(is_due(one.reviewed, one.review_every, maker.context.as_of) for one in journeys)
    found = (
        (len(journeys) - futures, words.gettext("Current journeys")),
        (futures, words.gettext("Future journeys")),
        (sum(len(one.stages) for one in journeys), words.gettext("Stages")),
        (sum(len(maker.portal.steps(one.id)) for one in journeys), words.gettext("Steps")),
        *([(due, words.gettext("due for review"))] if maker.tells_of_gaps else []),
    )
    return tuple(Count(words.number(number), label) for number, label in found)


def _row(maker: PageMaker, placed: Placed) -> AtlasRow:
    journey, words, portal = placed.journey, maker.words, maker.portal
    spots = portal.steps(journey.id)
    current = portal.current_of(journey)
    is_future = journey.state == "future"
    kinds = (journey.scope, "future" if is_future else None)
    return AtlasRow(
        link=maker.to(journey),
        depth=min(placed.depth, _DEEPEST),
        relation=maker.to(current) if current else None,
        is_future=is_future,
        kinds=tuple(word_for(one, words) for one in kinds if one),
        personas=maker.personas(portal.personas_of(journey)),
        upkeep=upkeep_of(maker, journey, key_of(journey)),
        stages=tuple(_stage(maker, journey, number) for number in range(len(journey.stages))),
        steps=words.number(len(spots)),
        pains=words.number(sum(len(spot.step.pains) for spot in spots)),
        moments_of_truth=words.number(sum(spot.step.moment_of_truth is not None for spot in spots)),
        stale=words.number(stale_steps(portal, journey.id, maker.context.as_of)),
        unproven="" if is_future else words.number(unproven_steps(portal, journey)),
    )


def _stage(maker: PageMaker, journey: Journey, number: int) -> AtlasStage:
    stage = journey.stages[number]
    spots = maker.portal.steps_of_stage(journey.id, stage.id)
    scores = (value for spot in spots for value in spot.scores.values())
    return AtlasStage(maker.link(SpotKey(Kind.STAGE, stage.id, journey.id)), mean(scores, maker.words))
