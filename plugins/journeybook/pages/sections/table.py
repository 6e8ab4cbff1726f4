"""Tables of any columns: what boards, the atlas and pages of single things are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from journeybook.pages.pieces import Heading, PersonaScore, Value
from journeybook.pages.sections.section import Section


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    label: str
    """Its head."""
    is_number: bool = False
    is_wide: bool = False
    """Whether it holds running text, which wants room."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """What a table says about one thing in one respect; empty where there is nothing to say."""

    values: tuple[Value, ...] = ()
    scores: tuple[PersonaScore, ...] = ()
    note: tuple[Value, ...] = ()
    """A few words more, below the others."""
    badge: str = ""
    """A word that stands out."""
    tone: str = ""
    """How the badge stands out: a status, or `overdue`."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One thing."""

    cells: tuple[TableCell, ...]
    depth: int = 0
    """How far it is indented below the rows before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Section):
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
    rows: Iterable[Iterable[TableCell]],
    *,
    head: int = 0,
    lead: str = "",
) -> Table | None:
    """A table under `heading`, an anchor and a title; None where it has no rows."""
    found = tuple(TableRow(tuple(cells)) for cells in rows)
    if not found:
        return None
    return Table(heading=Heading(2, *heading), columns=tuple(columns), rows=found, head=head, lead=lead)


def said(*values: Value | None, note: Iterable[Value | None] = ()) -> TableCell:
    """A cell that says `values`, without those that are None or empty."""
    return TableCell(_known(values), note=_known(note))


def scored(*scores: PersonaScore | None) -> TableCell:
    """A cell that shows `scores`, without those that are None."""
    return TableCell(scores=tuple(one for one in scores if one))


def _known(values: Iterable[Value | None]) -> tuple[Value, ...]:
    return tuple(value for value in values if value)
