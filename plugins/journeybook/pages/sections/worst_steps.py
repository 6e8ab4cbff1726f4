"""Where a team's customers feel worst."""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.pages.measures import score
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import PersonaScore
from journeybook.pages.sections.table import Column, Table, TableCell, said, scored, table
from journeybook.portal import StepSpot, key_of

MOST = 5
"""How many steps are listed."""
MIDDLE = 3
"""The score that is neither bad nor good."""


def worst_steps(maker: PageMaker, spots: Iterable[StepSpot]) -> Table | None:
    """Those of `spots` that feel worst; None where none feels bad, or none has a score."""
    gettext = maker.words.gettext
    bad = sorted((spot for spot in spots if spot.scores and _mean(spot) < MIDDLE), key=_rank)[:MOST]
    columns = (
        Column(gettext("Step"), is_wide=True),
        Column(gettext("Mean score")),
        Column(gettext("Pains"), is_wide=True),
    )
    rule = gettext(
        "Steps it answers for whose mean score over all personas is below %(middle)s, the lowest first, at most "
        "%(most)s; of two equal ones, that with the severer pain.",
        middle=maker.words.number(MIDDLE),
        most=maker.words.number(MOST),
    )
    heading = ("_worst", gettext("Where it hurts most"))
    return table(heading, columns, (_cells(maker, one) for one in bad), lead=rule)


def _cells(maker: PageMaker, spot: StepSpot) -> Iterable[TableCell]:
    yield said(maker.link(spot.key), note=[maker.to(spot.journey)])
    yield scored(PersonaScore(None, score(_mean(spot), maker.words)))
    yield said(*(maker.link(key_of(pain, spot.journey.id)) for pain in spot.step.pains))


def _mean(spot: StepSpot) -> float:
    return spot.mean_score or 0


def _rank(spot: StepSpot) -> tuple[float, int]:
    return _mean(spot), -max((pain.severity or 0 for pain in spot.step.pains), default=0)
