"""Rows of tables and lists in building blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journeybook.model import Journey, Kind, Pain, Persona
from journeybook.model.block_table import HAND_OFFS, MOMENTS, OFFERS
from journeybook.model.keys import SpotKey
from journeybook.pages.blocks.items import Item
from journeybook.pages.head import upkeep_of
from journeybook.pages.measures import mean_of, mean_scores, of_five, share
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import PersonaScore, Text, Value
from journeybook.pages.sections.link_groups import LinkRow, link_row
from journeybook.pages.sections.uses import scores_of
from journeybook.pages.table import Cell, Row, table_rows
from journeybook.pages.vocabulary import kind_word, word_for
from journeybook.portal import StepSpot, key_of


def rows_of(maker: PageMaker, show: str, items: tuple[Item, ...]) -> tuple[Row, ...]:
    """A row for each of `items`, which `show` stands for; all have the same columns."""
    if show in _CELLS:
        return tuple(_row(maker, item, _CELLS[show]) for item in items)
    kind = OFFERS[show].kind
    return table_rows(maker, kind, [item.entity for item in items]) if kind else ()


def first_column(maker: PageMaker, show: str) -> str:
    """The head of the first column."""
    if show == HAND_OFFS:
        return maker.words.gettext("From")
    kind = OFFERS[show].kind
    if kind and kind.within_journey:
        return kind_word(kind, maker.words)
    return maker.words.gettext("Name")


def list_row(maker: PageMaker, item: Item, show: str) -> LinkRow:
    """An item as a link, with what it is part of and what helps to weigh it."""
    row = link_row(maker, item.key)
    if item.hand_off:
        teams = {"giver": maker.plain(item.hand_off.giver.title), "taker": maker.plain(item.hand_off.taker.title)}
        note = maker.words.gettext("Hand-off: %(giver)s → %(taker)s", **teams)
        return LinkRow(row.link, within=row.within, note=note)
    if show == MOMENTS:
        return LinkRow(row.link, within=row.within, note=maker.plain(item.spots[0].step.moment_of_truth or ""))
    return row


def cells_of(maker: PageMaker, item: Item) -> tuple[Cell, ...]:
    """What a table of its kind says about an item."""
    show = Kind(item.key.kind).folder
    return rows_of(maker, show, (item,))[0].cells


def _row(maker: PageMaker, item: Item, cells: Callable[[PageMaker, Item], tuple[Cell, ...]]) -> Row:
    around = [entity for _, entity in item.around]
    link, summary = maker.link(item.key), maker.text_if(item.entity.summary, maker.voice(item.entity, *around))
    if item.hand_off:
        link, summary = maker.to(item.hand_off.giver), None
    return Row(link, summary, cells(maker, item), upkeep_of(maker, item.entity, item.key))


def _said(label: str, *values: Value | None) -> Cell:
    return Cell(label, tuple(value for value in values if value))


def _number(label: str, shown: str | None) -> Cell:
    return Cell(label, (shown,) if shown else (), is_number=True)


def _felt(label: str, scores: tuple[PersonaScore, ...]) -> Cell:
    return Cell(label, scores=scores)


def _persona(maker: PageMaker, item: Item) -> tuple[Cell, ...]:
    gettext, persona = maker.words.gettext, item.entity
    if not isinstance(persona, Persona):
        return ()
    mood = mean_of(item.spots, maker.words)
    return (
        _said(gettext("Kind"), word_for(persona.kind, maker.words) if persona.kind else None),
        _said(gettext("Rests on"), word_for(persona.basis, maker.words) if persona.basis else None),
        _said(gettext("Journeys"), *map(maker.to, maker.portal.journeys_of(persona.id))),
        _felt(gettext("Mean score"), (mood,) if mood else ()),
    )


def _journey(maker: PageMaker, item: Item) -> tuple[Cell, ...]:
    gettext, journey = maker.words.gettext, item.entity
    if not isinstance(journey, Journey):
        return ()
    return (
        _said(gettext("Personas"), *maker.personas(maker.portal.personas_of(journey))),
        _said(gettext("State"), word_for(journey.state, maker.words)),
        _number(gettext("Steps"), maker.words.number(len(item.spots))),
        _felt(gettext("Mean score"), mean_scores(maker, maker.portal.moods(journey), alone=True)),
    )


def _stage(maker: PageMaker, item: Item) -> tuple[Cell, ...]:
    gettext = maker.words.gettext
    mood = mean_of(item.spots, maker.words)
    return (
        _said(gettext("Journey"), maker.to(item.journey) if item.journey else None),
        _number(gettext("Steps"), maker.words.number(len(item.spots))),
        _felt(gettext("Mean score"), (mood,) if mood else ()),
    )


def _step(maker: PageMaker, item: Item) -> tuple[Cell, ...]:
    gettext, spot = maker.words.gettext, item.spots[0]
    return (
        _said(gettext("Journey"), maker.to(spot.journey)),
        _said(gettext("Touchpoint"), *maker.links(map(key_of, spot.touchpoints))),
        _said(gettext("Team"), maker.to(spot.team) if spot.team else None),
        _felt(gettext("Score"), scores_of(maker, spot)),
    )


def _moment(maker: PageMaker, item: Item) -> tuple[Cell, ...]:
    gettext, spot = maker.words.gettext, item.spots[0]
    return (
        _said(gettext("Why"), reason_of(maker, spot)),
        _said(gettext("Journey"), maker.to(spot.journey)),
        _said(gettext("Team"), maker.to(spot.team) if spot.team else None),
        _felt(gettext("Score"), scores_of(maker, spot)),
    )


def reason_of(maker: PageMaker, spot: StepSpot) -> Text | None:
    """Why a step is a moment of truth."""
    return maker.text_if(spot.step.moment_of_truth, maker.voice(spot.step, spot.stage, spot.journey))


def _pain(maker: PageMaker, item: Item) -> tuple[Cell, ...]:
    gettext, pain, spot = maker.words.gettext, item.entity, item.spots[0]
    if not isinstance(pain, Pain):
        return ()
    taken_up = maker.portal.named_by(item.key, "opportunity")
    return (
        _number(gettext("Severity"), of_five(pain.severity, maker.words)),
        _number(gettext("Reach"), share(pain.reach, maker.words)),
        _said(gettext("Step"), maker.link(spot.key)),
        _said(gettext("Journey"), maker.to(spot.journey)),
        _said(gettext("Taken up by"), *maker.links(taken_up)),
    )


def _hand_off(maker: PageMaker, item: Item) -> tuple[Cell, ...]:
    gettext, one = maker.words.gettext, item.hand_off
    if one is None:
        return ()
    return (
        _said(gettext("To"), maker.link(SpotKey(Kind.TEAM, one.taker.id))),
        _said(gettext("After the step"), maker.link(one.source.key)),
        _said(gettext("Before the step"), maker.link(one.target.key)),
        _said(gettext("Journey"), maker.to(one.source.journey)),
    )


_CELLS: Mapping[str, Callable[[PageMaker, Item], tuple[Cell, ...]]] = {
    "personas": _persona,
    "journeys": _journey,
    "stages": _stage,
    "steps": _step,
    MOMENTS: _moment,
    "pains": _pain,
    HAND_OFFS: _hand_off,
}
