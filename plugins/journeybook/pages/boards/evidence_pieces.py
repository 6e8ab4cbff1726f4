"""The pieces of evidence by age and size."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import log10
from typing import Literal

from journeybook.model import Evidence
from journeybook.pages.figures import Bar, Strip, part_of
from journeybook.pages.measures import age, day
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.sections.table import MOST_ROWS, Column, Table, TableCell, drawn, first_of, said, table
from journeybook.pages.time_axis import TimeAxis, axis_over
from journeybook.pages.vocabulary import word_for
from journeybook.portal import key_of


def evidence_pieces(maker: PageMaker) -> Table | None:
    """Every piece of evidence on an axis of time, the newest first; None where there is none."""
    gettext, words = maker.words.gettext, maker.words
    found = sorted(maker.portal.all(Evidence), key=lambda one: one.day or date.min, reverse=True)
    shown = found[:MOST_ROWS]
    axis = axis_over((one.day for one in shown), maker.context.as_of, words)
    columns = (
        Column(gettext("Evidence"), is_wide=True),
        Column(gettext("Voice")),
        Column(gettext("n"), is_number=True),
        Column(gettext("Gathered"), axis=axis),
        Column(gettext("Proves"), is_number=True),
    )
    lead = gettext("How old the evidence is and how large; a bar twice as long stands for a number squared.")
    most = max((one.n or 0 for one in shown), default=0)
    rows = (_cells(maker, one, axis, most) for one in shown)
    heading = ("_pieces", gettext("Evidence by age and size"))
    return table(heading, columns, rows, lead=f"{lead} {first_of(len(found), words)}".strip())


def _cells(maker: PageMaker, one: Evidence, axis: TimeAxis, most: int) -> Iterable[TableCell]:
    words = maker.words
    backlinks = maker.portal.backlinks(key_of(one))
    proves = {link.source for link in backlinks if link.field in {"evidence", "gains.evidence"}}
    yield said(maker.to(one), note=[word_for(one.kind, words) if one.kind else None])
    yield said(word_for(one.voice, words) if one.voice else None)
    yield said() if one.n is None else drawn(Bar(part_of(_digits(one.n), _digits(most))), words.number(one.n))
    old = age(one.day, maker.context.as_of, words)
    strip = Strip((), (axis.at(one.day),), _size(one.n)) if one.day else None
    yield drawn(strip, day(one.day, words), words.gettext("%(time)s old", time=old) if old else None)
    yield said(words.number(len(proves)))


def _digits(number: int) -> float:
    """Grows by the same with each doubling, so that eight interviews stay visible beside thousands of calls."""
    return log10(1 + number)


def _size(number: int | None) -> Literal[1, 2, 3]:
    return 1 if (number or 0) < 20 else 2 if (number or 0) < 200 else 3
