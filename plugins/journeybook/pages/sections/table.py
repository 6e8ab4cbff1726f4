"""Tables of any columns: what boards, the atlas and pages of single things are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from msgspec import Struct

from journeybook.pages.figures import Figure
from journeybook.pages.pieces import Heading, Link, PersonaScore, Value
from journeybook.pages.sections.section import Section
from journeybook.pages.time_axis import TimeAxis
from journeybook.words import Words

MOST_ROWS = 500
"""How many rows are listed: what ranks lower is found on the page of its journey, and nobody reads that far."""


class Column(Struct, frozen=True):
    """One column."""

    label: str
    """Its head."""
    is_number: bool = False
    is_wide: bool = False
    """Whether it holds running text, which wants room."""
    axis: TimeAxis | None = None
    """The axis of the strips in it."""


class TableCell(Struct, frozen=True):
    """What a table says about one thing in one respect; empty where there is nothing to say."""

    values: tuple[Value, ...] = ()
    scores: tuple[PersonaScore, ...] = ()
    note: tuple[Value, ...] = ()
    """A few words more, below the others."""
    badge: str = ""
    """A word that stands out."""
    tone: str = ""
    """How the badge stands out: a status, or `overdue`."""
    trail: tuple[Link, ...] = ()
    """Where it stands, from the whole to the part."""
    figure: Figure | None = None
    """A small picture of what the values say."""


class TableRow(Struct, frozen=True):
    """One thing."""

    cells: tuple[TableCell, ...]
    depth: int = 0
    """How far it is indented below the rows before it."""
    anchor: str = ""
    """Its anchor, where something leads to it."""
    is_group: bool = False
    """Whether it only names what the rows below it have in common; it has one cell then."""


class Table(Section, frozen=True, kw_only=True):
    """A table."""

    form: ClassVar[str] = "table"
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    head: int = 0
    """Which column names the thing a row is about."""
    lead: str = ""
    """What it shows and how it counts, in a sentence; may be empty."""


def table(
    heading: tuple[str, str],
    columns: Iterable[Column],
    rows: Iterable[Iterable[TableCell] | TableRow],
    *,
    head: int = 0,
    lead: str = "",
) -> Table | None:
    """A table under `heading`, an anchor and a title; None where it has no rows."""
    found = tuple(row if isinstance(row, TableRow) else TableRow(tuple(row)) for row in rows)
    if not found:
        return None
    return Table(heading=Heading(2, *heading), columns=tuple(columns), rows=found, head=head, lead=lead)


def first_of(count: int, words: Words, most: int = MOST_ROWS) -> str:
    """That only the first `most` of `count` things are listed; empty where all are."""
    if count <= most:
        return ""
    return words.gettext("The first %(most)s of %(count)s.", most=words.number(most), count=words.number(count))


def said(*values: Value | None, note: Iterable[Value | None] = ()) -> TableCell:
    """A cell that says `values`, without those that are None or empty."""
    return TableCell(_known(values), note=_known(note))


def drawn(figure: Figure | None, *values: Value | None, note: Iterable[Value | None] = ()) -> TableCell:
    """A cell that says `values` and shows them as `figure`."""
    return TableCell(_known(values), note=_known(note), figure=figure)


def scored(*scores: PersonaScore | None) -> TableCell:
    """A cell that shows `scores`, without those that are None."""
    return TableCell(scores=tuple(one for one in scores if one))


def _known(values: Iterable[Value | None]) -> tuple[Value, ...]:
    return tuple(filter(None, values))
