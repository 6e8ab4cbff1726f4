"""The board of unanswered needs: pains nobody works on, and work that answers no pain."""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.model import Initiative, Opportunity
from journeybook.model.boards import Board
from journeybook.pages.boards.board import BoardParts, counted
from journeybook.pages.figures import Bar, part_of
from journeybook.pages.head import upkeep_of
from journeybook.pages.measures import of_five, share
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Count
from journeybook.pages.sections.pains import pains_table
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import MOST_ROWS, Column, Table, TableCell, drawn, first_of, said, table
from journeybook.portal import key_of
from journeybook.portal.answers import (
    needless_initiatives,
    opportunities_of,
    pains_of,
    unanswered_pains,
    untaken_opportunities,
)

_PAINS, _OPPORTUNITIES, _INITIATIVES = "_pains", "_opportunities", "_initiatives"


def need_counts(maker: PageMaker) -> tuple[Count, ...]:
    """The totals of the board."""
    gettext, portal = maker.words.gettext, maker.portal
    found = (
        (len(unanswered_pains(portal)), gettext("Pains without an opportunity"), _PAINS),
        (len(untaken_opportunities(portal)), gettext("Opportunities without an initiative"), _OPPORTUNITIES),
        (len(needless_initiatives(portal)), gettext("Initiatives that answer no pain"), _INITIATIVES),
    )
    return tuple(counted(maker, number, label, Board.NEEDS, anchor) for number, label, anchor in found)


def needs_board(maker: PageMaker) -> BoardParts:
    """What breaks the chain from pain to opportunity to initiative."""
    gettext, portal = maker.words.gettext, maker.portal
    pains = unanswered_pains(portal)
    sections = present(
        _links(maker),
        pains_table(
            maker,
            pains[:MOST_ROWS],
            (_PAINS, gettext("Pains that lead to no opportunity")),
            shows_answer=False,
            lead=first_of(len(pains), maker.words),
        ),
        _untaken(maker, untaken_opportunities(portal)),
        _needless(maker, needless_initiatives(portal)),
    )
    anything = portal.ranked_pains or portal.all(Opportunity) or portal.all(Initiative)
    answered = gettext("Every pain leads to an opportunity, every opportunity to an initiative. Well done.")
    nothing = gettext("There are no pains, opportunities and initiatives yet.")
    return BoardParts(
        rule=gettext(
            "A need is answered when its pain names an opportunity and the opportunity an initiative. Where that "
            "chain breaks, it is listed here; what is retired is left out."
        ),
        counts=need_counts(maker) if anything else (),
        sections=sections,
        empty="" if sections else answered if anything else nothing,
    )


def _links(maker: PageMaker) -> Table | None:
    """How far the chain holds: at each of its links the share that leads on; None where nothing breaks it."""
    gettext, portal = maker.words.gettext, maker.portal
    opportunities = sum(one.status != "retired" for one in portal.all(Opportunity))
    initiatives = sum(one.status != "retired" for one in portal.all(Initiative))
    found = (
        (gettext("Pains that lead to an opportunity"), len(portal.ranked_pains), len(unanswered_pains(portal))),
        (gettext("Opportunities that an initiative takes up"), opportunities, len(untaken_opportunities(portal))),
        (gettext("Initiatives that answer a pain"), initiatives, len(needless_initiatives(portal))),
    )
    if not any(missing for _, _, missing in found):
        return None
    columns = (
        Column(gettext("Link of the chain"), is_wide=True),
        Column(gettext("Share"), is_number=True),
        Column(gettext("Leads on"), is_number=True),
        Column(gettext("Breaks off"), is_number=True),
    )
    rows = (_link_cells(maker, name, every, missing) for name, every, missing in found if every)
    return table(("_links", gettext("How far the chain holds")), columns, rows)


def _link_cells(maker: PageMaker, name: str, every: int, missing: int) -> Iterable[TableCell]:
    words, held = maker.words, every - missing
    yield said(name)
    yield drawn(Bar(part_of(held, every)), share(held / every, words))
    yield said(words.number(held))
    yield said(words.number(missing))


def _untaken(maker: PageMaker, opportunities: Iterable[Opportunity]) -> Table | None:
    gettext = maker.words.gettext
    columns = (
        Column(gettext("Opportunity"), is_wide=True),
        Column(gettext("Impact"), is_number=True),
        Column(gettext("Effort"), is_number=True),
        Column(gettext("Pains"), is_number=True),
        Column(gettext("Weight of its pains"), is_number=True),
        Column(gettext("Owner")),
    )
    heading = (_OPPORTUNITIES, gettext("Opportunities that nobody has taken up"))
    return table(heading, columns, (_untaken_cells(maker, one) for one in opportunities))


def _untaken_cells(maker: PageMaker, one: Opportunity) -> Iterable[TableCell]:
    words, pains = maker.words, pains_of(maker.portal, one)
    yield said(maker.to(one), note=[maker.text_if(one.summary, maker.voice(one))])
    yield said(of_five(one.impact, words))
    yield said(of_five(one.effort, words))
    yield said(words.number(len(pains)))
    yield said(words.number(sum(pain.weight for pain in pains)))
    yield said(upkeep_of(maker, one, key_of(one)).owner)


def _needless(maker: PageMaker, initiatives: Iterable[Initiative]) -> Table | None:
    gettext = maker.words.gettext
    columns = (
        Column(gettext("Initiative"), is_wide=True),
        Column(gettext("Progress"), is_number=True),
        Column(gettext("Opportunities"), is_number=True),
        Column(gettext("Owner")),
    )
    heading = (_INITIATIVES, gettext("Initiatives that answer no pain"))
    return table(heading, columns, (_needless_cells(maker, one) for one in initiatives))


def _needless_cells(maker: PageMaker, one: Initiative) -> Iterable[TableCell]:
    words = maker.words
    yield said(maker.to(one), note=[maker.text_if(one.summary, maker.voice(one))])
    yield said(share(one.progress, words))
    yield said(words.number(len(opportunities_of(maker.portal, one))))
    yield said(upkeep_of(maker, one, key_of(one)).owner)
