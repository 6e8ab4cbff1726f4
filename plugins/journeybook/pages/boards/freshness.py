"""The board of freshness: what has to be held against reality again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from journeybook.model.boards import Board
from journeybook.model.keys import SpotKey
from journeybook.pages.boards.board import BoardParts, counted
from journeybook.pages.measures import day, time
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Count
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import Column, Table, TableCell, said, table
from journeybook.pages.vocabulary import kind_word, mark
from journeybook.portal.freshness import Freshness, Upkept, review_queue
from journeybook.words import Words

_STATES = {
    Freshness.DUE: mark("Review due"),
    Freshness.NEVER: mark("Never reviewed"),
    Freshness.FRESH: mark("Fresh"),
    Freshness.OPEN: mark("No next review"),
}
_TONES = {Freshness.DUE: "overdue", Freshness.NEVER: "draft", Freshness.FRESH: "reviewed"}


def freshness_word(freshness: Freshness, words: Words) -> str:
    """How fresh something is, in words."""
    return words.gettext(_STATES[freshness])


def freshness_counts(maker: PageMaker) -> tuple[Count, ...]:
    """The totals of the board."""
    return _counts(maker, review_queue(maker.portal, maker.context.as_of))


def _counts(maker: PageMaker, queue: Iterable[Upkept]) -> tuple[Count, ...]:
    found = Counter(one.freshness for one in queue)
    return tuple(
        counted(maker, found[state], freshness_word(state, maker.words), Board.FRESHNESS, "_queue")
        for state in Freshness
    )


def freshness_board(maker: PageMaker) -> BoardParts:
    """Everything that is to be reviewed, the longest overdue first."""
    gettext = maker.words.gettext
    queue = review_queue(maker.portal, maker.context.as_of)
    return BoardParts(
        rule=gettext(
            "Every persona, journey, touchpoint, opportunity, initiative and metric is counted, and whatever else "
            "names a review; what is retired is left out. A review is due once the time given by `review_every` "
            "after the day in `reviewed` has passed."
        ),
        counts=_counts(maker, queue) if queue else (),
        sections=present(_by_owner(maker, queue), _queue(maker, queue)),
        empty="" if queue else gettext("There is nothing to review yet."),
        uses_day=True,
    )


def _by_owner(maker: PageMaker, queue: Iterable[Upkept]) -> Table | None:
    words = maker.words
    columns = (
        Column(words.gettext("Owner"), is_wide=True),
        *(Column(freshness_word(state, words), is_number=True) for state in Freshness),
    )
    found: defaultdict[SpotKey | None, Counter[Freshness]] = defaultdict(Counter)
    for one in queue:
        found[one.owner][one.freshness] += 1
    nobody = words.gettext("Nobody")
    rows = [(maker.link(owner) if owner else nobody, counted) for owner, counted in found.items()]
    rows.sort(key=lambda row: (-row[1][Freshness.DUE], -row[1][Freshness.NEVER], -row[1].total()))
    cells = (
        (said(owner), *(said(words.number(counted[state])) for state in Freshness)) for owner, counted in rows
    )
    return table(("_owners", words.gettext("By owner")), columns, cells)


def _queue(maker: PageMaker, queue: Iterable[Upkept]) -> Table | None:
    gettext = maker.words.gettext
    columns = (
        Column(gettext("Name"), is_wide=True),
        Column(gettext("State")),
        Column(gettext("Next review")),
        Column(gettext("Reviewed")),
        Column(gettext("Every")),
        Column(gettext("Owner")),
    )
    heading = ("_queue", gettext("What to review, the longest overdue first"))
    return table(heading, columns, (_cells(maker, one) for one in queue))


def _cells(maker: PageMaker, one: Upkept) -> Iterable[TableCell]:
    words = maker.words
    yield said(maker.link(one.key), note=[kind_word(one.key.kind, words)])
    yield TableCell(badge=freshness_word(one.freshness, words), tone=_TONES.get(one.freshness, ""))
    yield said(day(one.due, words))
    yield said(day(one.entity.reviewed, words))
    yield said(time(one.entity.review_every, words))
    yield said(maker.link(one.owner) if one.owner else None)
