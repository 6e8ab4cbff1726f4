"""A matrix of counts: who gives against who takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from journeybook.model.addresses import Address
from journeybook.pages.pieces import Link
from journeybook.pages.sections.section import Section


@dataclass(frozen=True, slots=True)
class MatrixCell:
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


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One giver."""

    link: Link
    cells: tuple[MatrixCell, ...]
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(Section):
    """Givers down, takers across."""

    form: ClassVar[str] = "matrix"
    corner: str
    """What rows and columns are."""
    columns: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]
    """The sums of the columns, and last that of all."""
    lead: str
