"""What is to be reviewed, owner by owner, each with its stretch from the last review to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from journeybook.model.keys import SpotKey
from journeybook.pages.boards.freshness_words import TONES, freshness_word
from journeybook.pages.figures import Span, Strip
from journeybook.pages.measures import time
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.sections.table import (
    MOST_ROWS,
    Column,
    Table,
    TableCell,
    TableRow,
    drawn,
    first_of,
    said,
    table,
)
from journeybook.pages.time_axis import TimeAxis, axis_over
from journeybook.pages.vocabulary import kind_word
from journeybook.portal.freshness import Freshness, Upkept


def freshness_queue(maker: PageMaker, queue: Sequence[Upkept]) -> Table | None:
    """The table of `queue`, grouped by owner: who has been overdue longest stands first."""
    gettext, words, as_of = maker.words.gettext, maker.words, maker.context.as_of
    shown = queue[:MOST_ROWS]
    axis = axis_over((day for one in shown for day in (one.entity.reviewed, one.due)), as_of, words)
    columns = (
        Column(gettext("Name"), is_wide=True),
        Column(gettext("State")),
        Column(gettext("From one review to the next"), axis=axis),
        Column(gettext("Every")),
    )
    lead = gettext("The line is the reference day. What lies behind it without a review is hatched.")
    rows = _rows(maker, shown, axis)
    heading = ("_queue", gettext("What to review, owner by owner"))
    return table(heading, columns, rows, lead=f"{lead} {first_of(len(queue), words)}".strip())


def _rows(maker: PageMaker, queue: Iterable[Upkept], axis: TimeAxis) -> Iterator[TableRow]:
    by_owner: defaultdict[SpotKey | None, list[Upkept]] = defaultdict(list)
    for one in queue:
        by_owner[one.owner].append(one)
    for owner, kept in by_owner.items():
        name = maker.link(owner) if owner else maker.words.gettext("Nobody")
        yield TableRow((said(name),), is_group=True)
        for one in kept:
            yield TableRow(tuple(_cells(maker, one, axis)))


def _cells(maker: PageMaker, one: Upkept, axis: TimeAxis) -> Iterable[TableCell]:
    words, reviewed = maker.words, one.entity.reviewed
    yield said(maker.link(one.key), note=[kind_word(one.key.kind, words)])
    yield TableCell(badge=freshness_word(one.freshness, words), tone=TONES.get(one.freshness, ""))
    spans = tuple(_spans(maker, one, axis))
    strip = Strip(spans, (axis.at(reviewed),)) if reviewed else None
    yield drawn(strip, *_between(maker, one))
    yield said(time(one.entity.review_every, words))


def _between(maker: PageMaker, one: Upkept) -> Iterator[str]:
    words, reviewed = maker.words, one.entity.reviewed
    if reviewed:
        yield words.gettext("reviewed %(day)s", day=words.day(reviewed))
    if one.due:
        overdue = one.freshness is Freshness.DUE
        shown = words.day(one.due)
        yield words.gettext("due since %(day)s", day=shown) if overdue else words.gettext("due %(day)s", day=shown)


def _spans(maker: PageMaker, one: Upkept, axis: TimeAxis) -> Iterator[Span]:
    """From the review to the day it was to be repeated, and from there to the reference day."""
    reviewed, as_of = one.entity.reviewed, maker.context.as_of
    if reviewed is None:
        return
    good = axis.span(reviewed, one.due or as_of, "ahead" if one.due else "")
    late = axis.span(one.due, as_of, "overdue") if one.due and one.freshness is Freshness.DUE else None
    yield from filter(None, (good, late))
