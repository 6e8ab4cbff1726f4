"""The board of opportunities: what to do first, and what leads from pains to initiatives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from journeybook.model.boards import Board
from journeybook.pages.boards.board import BoardParts, counted
from journeybook.pages.figures import Bar, Dots, part_of
from journeybook.pages.measures import of_five
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Count
from journeybook.pages.sections.chain import chain
from journeybook.pages.sections.plane import plane, quadrant_word
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import MOST_ROWS, Column, Table, TableCell, drawn, first_of, said, table
from journeybook.portal.answers import initiative_of
from journeybook.portal.weighing import LITTLE_EFFORT, MUCH_IMPACT, Quadrant, Weighed, weighed


def opportunity_counts(maker: PageMaker) -> tuple[Count, ...]:
    """The totals of the board."""
    return _counts(maker, weighed(maker.portal))


def _counts(maker: PageMaker, found: Sequence[Weighed]) -> tuple[Count, ...]:
    gettext, by_quadrant = maker.words.gettext, Counter(one.quadrant for one in found)
    board = Board.OPPORTUNITIES
    total = counted(maker, len(found), gettext("Opportunities"), board, "_opportunities")
    wins = by_quadrant[Quadrant.QUICK_WIN]
    quick = counted(maker, wins, gettext("Quick wins"), board, "_plane")
    if not maker.tells_of_gaps:
        return (total, quick)
    return (
        total,
        quick,
        counted(maker, by_quadrant[None], gettext("not weighed"), board, "_opportunities"),
        Count(
            maker.words.number(sum(not initiative_of(maker.portal, one.opportunity) for one in found)),
            gettext("without an initiative"),
        ),
    )


def opportunities_board(maker: PageMaker) -> BoardParts:
    """What to do first, and what leads from pains to initiatives."""
    gettext, number, found = maker.words.gettext, maker.words.number, weighed(maker.portal)
    shown = found[:MOST_ROWS]
    return BoardParts(
        rule=gettext(
            "A quick win has an impact of %(impact)s or 5 and an effort of 1 or %(effort)s; a big bet the same "
            "impact and more effort. Below that impact stand fill-ins (little effort) and what to think twice "
            "about. Numbers follow that order, then the impact, the effort, and the weight of the pains behind. "
            "What is retired is left out.",
            impact=number(MUCH_IMPACT),
            effort=number(LITTLE_EFFORT),
        ),
        counts=_counts(maker, found) if found else (),
        sections=present(
            plane(maker, found, ("_plane", gettext("Impact and effort"))),
            _table(maker, shown, first_of(len(found), maker.words)),
            chain(maker, shown, ("_chain", gettext("From pains to opportunities to initiatives"))),
        ),
        empty="" if found else gettext("There are no opportunities yet."),
    )


def _table(maker: PageMaker, found: Sequence[Weighed], lead: str) -> Table | None:
    gettext = maker.words.gettext
    columns = (
        Column(gettext("No."), is_number=True),
        Column(gettext("Opportunity"), is_wide=True),
        Column(gettext("Quarter")),
        Column(gettext("Impact")),
        Column(gettext("Effort")),
        Column(gettext("Pains"), is_number=True),
        Column(gettext("Weight of its pains"), is_number=True),
        Column(gettext("Taken up by")),
    )
    heaviest = max((one.weight for one in found), default=0)
    rows = (_cells(maker, one, heaviest) for one in found)
    return table(("_opportunities", gettext("All opportunities")), columns, rows, head=1, lead=lead)


def _cells(maker: PageMaker, one: Weighed, heaviest: float) -> Iterable[TableCell]:
    words, opportunity = maker.words, one.opportunity
    taken = initiative_of(maker.portal, opportunity)
    yield said(words.number(one.number))
    yield said(maker.to(opportunity), note=[maker.text_if(opportunity.summary, maker.voice(opportunity))])
    if one.quadrant:
        yield said(quadrant_word(one.quadrant, maker))
    else:
        yield TableCell(badge="".join(maker.gaps(words.gettext("Not weighed"))))
    yield rated(maker, opportunity.impact)
    yield rated(maker, opportunity.effort)
    yield said(words.number(len(one.pains)))
    yield drawn(Bar(part_of(one.weight, heaviest)), words.number(one.weight))
    yield said(maker.to(taken) if taken else None)


def rated(maker: PageMaker, value: int | None) -> TableCell:
    """A rating from 1 to 5, in dots and words; empty where nobody gave it."""
    return drawn(None if value is None else Dots(value), of_five(value, maker.words))
