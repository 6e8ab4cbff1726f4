"""The page of an initiative."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from journeybook.model import Initiative, Opportunity
from journeybook.pages.head import head_of
from journeybook.pages.measures import day, of_five, share
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.link_groups import LinkGroup, LinkRow, backlink_groups
from journeybook.pages.sections.pains import pains_table
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import MOST_ROWS, Column, Table, TableCell, first_of, said, table
from journeybook.pages.tail import tail_of
from journeybook.portal import RankedPain, key_of
from journeybook.portal.answers import opportunities_of, pains_answered_by, pains_of


class Progress(Struct, frozen=True):
    """How much is done."""

    value: float
    """From 0 to 1."""
    shown: str
    """In per cent, as people write it."""


class InitiativePage(PageView, frozen=True, kw_only=True):
    """The page of an initiative."""

    progress: Progress | None
    notices: tuple[str, ...]
    """That it answers no pain, where it answers none."""


def initiative_page(maker: PageMaker, initiative: Initiative) -> InitiativePage:
    """The page of `initiative`."""
    gettext, words = maker.words.gettext, maker.words
    opportunities = opportunities_of(maker.portal, initiative)
    pains = pains_answered_by(maker.portal, initiative)
    done = share(initiative.progress, words)
    return InitiativePage(
        page=maker.page,
        head=head_of(maker, initiative),
        facts=facts(
            maker.fact(gettext("From"), day(initiative.from_, words)),
            maker.fact(gettext("To"), day(initiative.to, words)),
        ),
        narrative=maker.narrative(initiative, maker.voice(initiative)),
        sections=present(
            _opportunities(maker, opportunities),
            pains_table(
                maker,
                pains[:MOST_ROWS],
                ("_pains", gettext("Pains it answers")),
                shows_touchpoint=False,
                lead=first_of(len(pains), words),
            ),
            _journeys(maker, pains),
            *backlink_groups(maker, key_of(initiative), without={"initiative"}),
        ),
        tail=tail_of(maker, initiative),
        progress=Progress(initiative.progress, done) if initiative.progress is not None and done else None,
        notices=() if pains else maker.gaps(_why_none(maker, opportunities)),
    )


def _why_none(maker: PageMaker, opportunities: tuple[Opportunity, ...]) -> str:
    if opportunities:
        return maker.words.gettext("It answers no pain: no pain leads to the opportunities it takes up.")
    return maker.words.gettext("It answers no pain: it takes up no opportunity.")


def _opportunities(maker: PageMaker, opportunities: Iterable[Opportunity]) -> Table | None:
    gettext = maker.words.gettext
    columns = (
        Column(gettext("Opportunity"), is_wide=True),
        Column(gettext("Impact"), is_number=True),
        Column(gettext("Effort"), is_number=True),
        Column(gettext("Pains"), is_number=True),
    )
    heading = ("_opportunities", gettext("Opportunities it takes up"))
    return table(heading, columns, (_cells(maker, one) for one in opportunities))


def _cells(maker: PageMaker, one: Opportunity) -> Iterable[TableCell]:
    words = maker.words
    yield said(maker.to(one), note=[maker.text_if(one.summary, maker.voice(one))])
    yield said(of_five(one.impact, words))
    yield said(of_five(one.effort, words))
    yield said(words.number(len(pains_of(maker.portal, one))))


def _journeys(maker: PageMaker, pains: tuple[RankedPain, ...]) -> LinkGroup | None:
    """The journeys that get better through it, each with how many of its pains are answered."""
    counted: dict[str, int] = {}
    journeys = {one.spot.at.journey.id: one.spot.at.journey for one in pains}
    for one in pains:
        counted[one.spot.at.journey.id] = counted.get(one.spot.at.journey.id, 0) + 1
    rows = tuple(
        LinkRow(
            maker.to(journey),
            note=maker.words.ngettext("%(count)s pain", "%(count)s pains", counted[journey.id]),
        )
        for journey in journeys.values()
    )
    heading = Heading(2, "_journeys", maker.words.gettext("Journeys it helps"))
    return LinkGroup(heading=heading, rows=rows) if rows else None
