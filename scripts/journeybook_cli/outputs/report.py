"""What was found, for every form in which it can be printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from journeybook.model.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one run."""

    found: tuple[Diagnostic, ...]
    """In file order."""
    files: int
    """How many files were read."""
    root: Path
    """The portal's folder, from which files are named."""
    show_source: bool
    """Whether the reader wants to see the source, where the form can show it."""
    exempt: int = 0
    """How many findings exemptions hide."""
    known: int = 0
    """How many findings are not told because the baseline knows them."""
    baseline: str = ""
    """The file of the baseline."""
