"""The board of freshness: what has to be held against reality again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from journeybook.model.boards import Board
from journeybook.model.keys import SpotKey
from journeybook.pages.boards.board import BoardParts, counted
from journeybook.pages.boards.freshness_queue import freshness_queue
from journeybook.pages.boards.freshness_words import freshness_word
from journeybook.pages.figures import Part, Parts, Tone, part_of
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Count
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import MOST_ROWS, Column, Table, TableCell, drawn, first_of, said, table
from journeybook.pages.vocabulary import kind_word
from journeybook.portal.freshness import Freshness, Upkept
from journeybook.portal.voices import unheard

_PARTS: dict[Freshness, Tone] = {
    Freshness.DUE: "overdue",
    Freshness.NEVER: "never",
    Freshness.FRESH: "done",
    Freshness.OPEN: "ahead",
}


def freshness_counts(maker: PageMaker) -> tuple[Count, ...]:
    """The totals of the board."""
    return _counts(maker, maker.context.reckoned.review_queue)


def _counts(maker: PageMaker, queue: Iterable[Upkept]) -> tuple[Count, ...]:
    found = Counter(one.freshness for one in queue)
    silent = len(unheard(maker.portal))
    return (
        *(
            counted(maker, found[state], freshness_word(state, maker.words), Board.FRESHNESS, "_queue")
            for state in Freshness
        ),
        counted(maker, silent, maker.words.gettext("never seen by a customer"), Board.FRESHNESS, "_unheard"),
    )


def freshness_board(maker: PageMaker) -> BoardParts:
    """Everything that is to be reviewed, the longest overdue first."""
    gettext = maker.words.gettext
    queue = maker.context.reckoned.review_queue
    return BoardParts(
        rule=gettext(
            "Every persona, journey, touchpoint, opportunity, initiative and metric is counted, and whatever else "
            "names a review; what is retired is left out. A review is due once the time given by `review_every` "
            "after the day in `reviewed` has passed."
        ),
        counts=_counts(maker, queue) if queue else (),
        sections=present(_by_owner(maker, queue), freshness_queue(maker, queue), _unheard(maker)),
        empty="" if queue else gettext("There is nothing to review yet."),
        uses_day=True,
    )


def _by_owner(maker: PageMaker, queue: Iterable[Upkept]) -> Table | None:
    words = maker.words
    columns = (
        Column(words.gettext("Owner"), is_wide=True),
        Column(words.gettext("All"), is_number=True),
        *(Column(freshness_word(state, words), is_number=True) for state in Freshness),
    )
    found: defaultdict[SpotKey | None, Counter[Freshness]] = defaultdict(Counter)
    for one in queue:
        found[one.owner][one.freshness] += 1
    nobody = words.gettext("Nobody")
    rows = [(maker.link(owner) if owner else nobody, counted) for owner, counted in found.items()]
    rows.sort(key=lambda row: (-row[1][Freshness.DUE], -row[1][Freshness.NEVER], -row[1].total()))
    most = max((counted.total() for _, counted in rows), default=0)
    cells = (
        (
            said(owner),
            drawn(_shares(counted, most), words.number(counted.total())),
            *(said(words.number(counted[state])) for state in Freshness),
        )
        for owner, counted in rows
    )
    return table(("_owners", words.gettext("By owner")), columns, cells)


def _shares(counted: Counter[Freshness], most: int) -> Parts:
    """How much of what an owner keeps is due, never reviewed, fresh; as long as that of others is much."""
    return Parts(tuple(Part(part_of(counted[one], most), _PARTS[one]) for one in Freshness if counted[one]))


def _unheard(maker: PageMaker) -> Table | None:
    """What no customer has spoken about."""
    gettext, found = maker.words.gettext, unheard(maker.portal)
    columns = (Column(gettext("Name"), is_wide=True), Column(gettext("Kind")), Column(gettext("Owner")))
    lead = gettext(
        "No evidence with the voice of a customer is named by these personas, by anything in these current "
        "journeys, or by these touchpoints and the steps that meet them."
    )
    heading = ("_unheard", gettext("Never seen by a customer"))
    rows = (_unheard_cells(maker, key) for key in found[:MOST_ROWS])
    return table(heading, columns, rows, lead=f"{lead} {first_of(len(found), maker.words)}".strip())


def _unheard_cells(maker: PageMaker, key: SpotKey) -> Iterable[TableCell]:
    yield said(maker.link(key))
    yield said(kind_word(key.kind, maker.words))
    yield said(*maker.links(maker.portal.named_by(key, "owner")))
