"""Pains in a table, ranked: on the board, and on the pages of what answers them."""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.model import Kind
from journeybook.pages.figures import Bar, Dots, Pie, part_of
from journeybook.pages.measures import of_five, share
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link
from journeybook.pages.sections.table import Column, Table, TableCell, drawn, said, table
from journeybook.portal import PainSpot, RankedPain, key_of
from journeybook.portal.ranking import steps_meeting


def pains_table(
    maker: PageMaker,
    pains: Iterable[RankedPain],
    heading: tuple[str, str],
    *,
    lead: str = "",
    shows_touchpoint: bool = True,
    shows_answer: bool = True,
) -> Table | None:
    """A table of `pains` with what their rank is made of; None where there are none."""
    gettext = maker.words.gettext
    columns = (
        Column(gettext("Rank"), is_number=True),
        Column(gettext("Pain"), is_wide=True),
        Column(gettext("Weight"), is_number=True),
        Column(gettext("Severity")),
        Column(gettext("Reach")),
        Column(gettext("Uses"), is_number=True),
        *((Column(gettext("Touchpoint")),) if shows_touchpoint else ()),
        *((Column(gettext("Opportunity"), is_wide=True),) if shows_answer else ()),
    )
    heaviest = maker.portal.ranked_pains[0].weight if maker.portal.ranked_pains else 0
    rows = (
        _cells(maker, one, heaviest, shows_touchpoint=shows_touchpoint, shows_answer=shows_answer) for one in pains
    )
    return table(heading, columns, rows, head=1, lead=lead)


def _cells(
    maker: PageMaker, one: RankedPain, heaviest: float, *, shows_touchpoint: bool, shows_answer: bool
) -> Iterable[TableCell]:
    words, spot = maker.words, one.spot
    yield said(words.number(one.rank))
    yield TableCell((maker.link(spot.key),), trail=_where(maker, spot))
    yield drawn(Bar(part_of(one.weight, heaviest)), words.number(one.weight))
    yield severity_cell(maker, one)
    yield reach_cell(maker, one)
    yield said(words.number(one.uses))
    if shows_touchpoint:
        yield said(*maker.links(map(key_of, spot.at.touchpoints)))
    if shows_answer:
        yield said(*answers_to(maker, spot))


def _where(maker: PageMaker, spot: PainSpot) -> tuple[Link, ...]:
    """The journey, the stage and the step at which it hurts."""
    journey, stage = spot.at.journey, spot.at.stage
    return maker.links((key_of(journey), key_of(stage, journey.id), spot.at.key))


def severity_cell(maker: PageMaker, one: RankedPain) -> TableCell:
    """How much it hurts; the middle is marked where nobody said."""
    assumed = [maker.words.gettext("assumed")] if one.spot.pain.severity is None else []
    return drawn(Dots(one.severity), of_five(one.severity, maker.words), note=assumed)


def reach_cell(maker: PageMaker, one: RankedPain) -> TableCell:
    """How many it reaches; the middle is marked where nobody said."""
    assumed = [maker.words.gettext("assumed")] if one.spot.pain.reach is None else []
    return drawn(Pie(part_of(one.reach, 1)), share(one.reach, maker.words), note=assumed)


def answers_to(maker: PageMaker, spot: PainSpot) -> tuple[Link, ...]:
    """The opportunity that a pain leads to."""
    return maker.links(
        key for key in maker.portal.named_by(spot.key, "opportunity") if key.kind == Kind.OPPORTUNITY
    )


def met_in(maker: PageMaker, one: RankedPain) -> str | None:
    """In how many steps of how many journeys people meet the touchpoint that hurts; None without touchpoint."""
    met = steps_meeting(maker.portal.backlinks, one.spot.at.touchpoints)
    if not met:
        return None
    words, journeys = maker.words, len({key.journey for key in met})
    return " · ".join(
        (
            words.ngettext("%(count)s step", "%(count)s steps", len(met)),
            words.ngettext("%(count)s journey", "%(count)s journeys", journeys),
        )
    )
