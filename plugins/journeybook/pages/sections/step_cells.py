"""Journeys as rows of small cells, one per step: what their steps rest on, where they decide."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from journeybook.model.addresses import Address
from journeybook.pages.figures import Parts
from journeybook.pages.pieces import Link
from journeybook.pages.sections.section import Section


class StepCell(Struct, frozen=True):
    """One step."""

    tone: str
    """How it looks; the style sheet knows the tones."""
    letter: str = ""
    """What it says; empty where it only keeps the place of the step."""
    to: Address | None = None
    title: str = ""
    """The step and what the letter means, in words."""
    begins_stage: bool = False


class StepRow(Struct, frozen=True):
    """One journey."""

    link: Link
    cells: tuple[StepCell, ...]
    figure: Parts | None
    said: str
    """The row's figure in words."""


class CellMeaning(Struct, frozen=True):
    """What a letter and its tone mean."""

    tone: str
    letter: str
    word: str


class StepCells(Section, frozen=True, kw_only=True):
    """Journeys over their steps."""

    form: ClassVar[str] = "step_cells"
    lead: str
    steps_label: str
    """The head of the cells' column."""
    figure_label: str
    """The head of the last column."""
    rows: tuple[StepRow, ...]
    meanings: tuple[CellMeaning, ...]
