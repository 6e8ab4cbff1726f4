"""All initiatives on one axis of time: how far they are, what runs at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from journeybook.model import Initiative
from journeybook.model.keys import SpotKey
from journeybook.pages.figures import Bar, Level, Levels, Span, Strip, part_of
from journeybook.pages.measures import share
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
from journeybook.pages.time_axis import TimeAxis, axis_over, month_of
from journeybook.portal import key_of
from journeybook.portal.running import at_once, in_time, is_late, is_running, runs_between


def initiative_timeline(maker: PageMaker) -> Table | None:
    """The initiatives with their progress and their time, and how many run at once; None where there are none."""
    gettext, words = maker.words.gettext, maker.words
    found = in_time(maker.portal)
    if not any(one.from_ or one.to or one.progress is not None for one in found):
        return None
    shown = found[:MOST_ROWS]
    axis = axis_over((day for one in shown for day in (one.from_, one.to)), maker.context.as_of, words)
    columns = (
        Column(gettext("Initiative"), is_wide=True),
        Column(gettext("Progress"), is_number=True),
        Column(gettext("From – to"), axis=axis),
        Column(gettext("Owner")),
    )
    running = [one for one in found if is_running(one, maker.context.as_of)]
    rest = first_of(len(found), words)
    return table(
        ("_timeline", gettext("Initiatives in time")),
        columns,
        _rows(maker, shown, axis, at_once(maker.portal, running)),
        lead=f"{_lead(maker, len(running))} {rest}".strip(),
    )


def _lead(maker: PageMaker, running: int) -> str:
    today = maker.words.day(maker.context.as_of)
    return maker.words.ngettext(
        "%(count)s initiative runs on %(day)s, where the line stands.",
        "%(count)s initiatives run on %(day)s, where the line stands.",
        running,
        day=today,
    )


def _rows(
    maker: PageMaker, found: Sequence[Initiative], axis: TimeAxis, owned: Counter[SpotKey]
) -> Iterator[TableRow]:
    for one in found:
        yield TableRow(tuple(_cells(maker, one, axis, owned)))
    if len(found) > 1:
        levels = _levels(maker, found, axis)
        yield TableRow((said(maker.words.gettext("Running at once")), said(), drawn(levels), said()))


def _cells(maker: PageMaker, one: Initiative, axis: TimeAxis, owned: Counter[SpotKey]) -> Iterable[TableCell]:
    words, as_of = maker.words, maker.context.as_of
    late = is_late(one, as_of) and maker.tells_of_gaps
    yield TableCell((maker.to(one),), badge=words.gettext("Late") if late else "", tone="overdue" if late else "")
    progress = None if one.progress is None else Bar(part_of(one.progress, 1))
    yield drawn(progress, share(one.progress, words))
    spans = tuple(_spans(one, axis)) if one.from_ or one.to else ()
    yield drawn(Strip(spans) if spans else None, _dates(maker, one))
    owners = maker.portal.named_by(key_of(one), "owner")
    many = max((owned[owner] for owner in owners), default=0) if is_running(one, as_of) else 0
    note = words.ngettext("%(count)s at once", "%(count)s at once", many) if many > 1 else ""
    yield TableCell(maker.links(owners), badge=note)


def _dates(maker: PageMaker, one: Initiative) -> str:
    """From when to when, in words."""
    gettext, show = maker.words.gettext, maker.words.day
    if one.from_ and one.to:
        return f"{show(one.from_)} – {show(one.to)}"
    if one.from_:
        return gettext("from %(day)s, open end", day=show(one.from_))
    return gettext("until %(day)s", day=show(one.to)) if one.to else ""


def _spans(one: Initiative, axis: TimeAxis) -> Iterator[Span]:
    """Its whole time, and in it the share that is done."""
    whole = axis.span(one.from_, one.to, "ahead")
    if whole is None:
        return
    yield whole
    if one.progress:
        yield Span(whole.start, round(whole.length * min(one.progress, 1), 1), "done")


def _levels(maker: PageMaker, found: Iterable[Initiative], axis: TimeAxis) -> Levels:
    """How many run in each division of the axis."""
    starts = [month_of(axis.first + axis.step * number) for number in range(axis.divisions + 1)]
    counted = [
        sum(runs_between(one, start, end - timedelta(days=1)) for one in found) for start, end in pairwise(starts)
    ]
    most = max(counted, default=0)
    return Levels(
        tuple(
            Level(label, maker.words.number(n), round(n / most, 2) if most else 0)
            for label, n in zip(axis.names, counted, strict=True)
        )
    )
