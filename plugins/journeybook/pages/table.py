"""Overviews as a table: everything but personas and journeys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from journeybook.model import Channel, Entity, Evidence, Initiative, Kind, Metric, Opportunity, Team, Touchpoint
from journeybook.pages.head import Upkeep, upkeep_of
from journeybook.pages.measures import day, mean_of, of_five, share
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link, PersonaScore, Text, Value
from journeybook.pages.sections.uses import as_they_are, spots_naming
from journeybook.pages.twin_figures import value_of
from journeybook.pages.vocabulary import word_for
from journeybook.portal import key_of


class Cell(Struct, frozen=True):
    """What a table says about one thing in one respect."""

    label: str
    """The column's head."""
    values: tuple[Value, ...] = ()
    score: PersonaScore | None = None
    scores: tuple[PersonaScore, ...] = ()
    """One per persona, where they differ."""
    is_number: bool = False


class Row(Struct, frozen=True):
    """One thing."""

    link: Link
    summary: Text | None
    cells: tuple[Cell, ...]
    upkeep: Upkeep


def table_rows(maker: PageMaker, kind: Kind, entities: Iterable[Entity]) -> tuple[Row, ...]:
    """A row for each of `entities`, all of one kind; all rows have the same columns."""
    cells = _CELLS[kind]
    return tuple(
        Row(
            maker.to(entity),
            maker.text_if(entity.summary, maker.voice(entity)),
            cells(maker, entity),
            upkeep_of(maker, entity, key_of(entity)),
        )
        for entity in entities
    )


def _said(label: str, *values: Value | None) -> Cell:
    return Cell(label, tuple(value for value in values if value))


def _count(maker: PageMaker, label: str, number: int) -> Cell:
    return Cell(label, (maker.words.number(number),), is_number=True)


def _number(label: str, shown: str | None) -> Cell:
    return Cell(label, (shown,) if shown else (), is_number=True)


def _count_of(maker: PageMaker, entity: Entity, *fields: str, kind: Kind | None = None) -> int:
    """How many things of `kind` name `entity` in one of `fields`."""
    return len(
        {
            link.source
            for link in maker.portal.backlinks(key_of(entity))
            if link.field in fields and kind in (None, link.source.kind)
        }
    )


def _touchpoint(maker: PageMaker, touchpoint: Touchpoint) -> tuple[Cell, ...]:
    gettext, portal = maker.words.gettext, maker.portal
    key = key_of(touchpoint)
    spots = spots_naming(maker, key, "touchpoints")
    return (
        _said(gettext("Channels"), *maker.links(portal.named_by(key, "channels"))),
        _said(gettext("Team"), *maker.links(portal.named_by(key, "team"))),
        _count(maker, gettext("Steps"), len(spots)),
        Cell(gettext("Mean score"), score=mean_of(as_they_are(spots), maker.words)),
    )


def _channel(maker: PageMaker, channel: Channel) -> tuple[Cell, ...]:
    gettext = maker.words.gettext
    return (
        _said(gettext("Kind"), word_for(channel.kind, maker.words) if channel.kind else None),
        _count(maker, gettext("Touchpoints"), _count_of(maker, channel, "channels", kind=Kind.TOUCHPOINT)),
        _count(maker, gettext("Steps"), _count_of(maker, channel, "channel")),
        _count(maker, gettext("Preferred by"), _count_of(maker, channel, "channels", kind=Kind.PERSONA)),
    )


def _team(maker: PageMaker, team: Team) -> tuple[Cell, ...]:
    gettext = maker.words.gettext
    return (
        _said(gettext("Department"), team.department),
        _count(maker, gettext("Touchpoints"), _count_of(maker, team, "team", kind=Kind.TOUCHPOINT)),
        _count(maker, gettext("Steps"), _count_of(maker, team, "team", kind=Kind.STEP)),
        _count(maker, gettext("Hand-offs"), len(maker.portal.hand_offs_of(team.id))),
    )


def _opportunity(maker: PageMaker, opportunity: Opportunity) -> tuple[Cell, ...]:
    gettext = maker.words.gettext
    named = maker.portal.named_by(key_of(opportunity), "initiative")
    return (
        _number(gettext("Impact"), of_five(opportunity.impact, maker.words)),
        _number(gettext("Effort"), of_five(opportunity.effort, maker.words)),
        _count(maker, gettext("Pains"), _count_of(maker, opportunity, "opportunity")),
        _said(gettext("Taken up by"), *maker.links(named)),
    )


def _initiative(maker: PageMaker, initiative: Initiative) -> tuple[Cell, ...]:
    gettext, words = maker.words.gettext, maker.words
    return (
        _number(gettext("Progress"), share(initiative.progress, words)),
        _said(gettext("From"), day(initiative.from_, words)),
        _said(gettext("To"), day(initiative.to, words)),
        _count(maker, gettext("Opportunities"), _count_of(maker, initiative, "initiative")),
    )


def _evidence(maker: PageMaker, evidence: Evidence) -> tuple[Cell, ...]:
    gettext, words = maker.words.gettext, maker.words
    return (
        _said(gettext("Kind"), word_for(evidence.kind, words) if evidence.kind else None),
        _said(gettext("Voice"), word_for(evidence.voice, words) if evidence.voice else None),
        _number(gettext("n"), None if evidence.n is None else words.number(evidence.n)),
        _said(gettext("Gathered"), day(evidence.day, words)),
        _count(maker, gettext("Proves"), _count_of(maker, evidence, "evidence", "gains.evidence")),
    )


def _metric(maker: PageMaker, metric: Metric) -> tuple[Cell, ...]:
    gettext, words = maker.words.gettext, maker.words
    return (
        _said(gettext("Type"), metric.type),
        _number(gettext("Value"), value_of(maker, metric)),
        _number(gettext("n"), None if metric.n is None else words.number(metric.n)),
        _said(gettext("Period"), metric.period),
    )


_CELLS: Mapping[Kind, Callable[[PageMaker, Any], tuple[Cell, ...]]] = {
    Kind.TOUCHPOINT: _touchpoint,
    Kind.CHANNEL: _channel,
    Kind.TEAM: _team,
    Kind.OPPORTUNITY: _opportunity,
    Kind.INITIATIVE: _initiative,
    Kind.EVIDENCE: _evidence,
    Kind.METRIC: _metric,
}
