"""A matrix of counts: who gives against who takes."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from journeybook.model.addresses import Address
from journeybook.pages.pieces import Link
from journeybook.pages.sections.section import Section


class MatrixCell(Struct, frozen=True):
    """How often; empty where never."""

    number: str = ""
    depth: float = 0
    """How deep it is tinted, from 0 to 100 per cent of the most frequent."""
    to: Address | None = None
    """Where it says more."""
    title: str = ""
    """What the number counts, in words."""
    is_itself: bool = False
    """Whether giver and taker are the same."""


class MatrixRow(Struct, frozen=True):
    """One giver."""

    link: Link
    cells: tuple[MatrixCell, ...]
    total: str


class Matrix(Section, frozen=True, kw_only=True):
    """Givers down, takers across."""

    form: ClassVar[str] = "matrix"
    corner: str
    """What rows and columns are."""
    columns: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]
    """The sums of the columns, and last that of all."""
    lead: str
