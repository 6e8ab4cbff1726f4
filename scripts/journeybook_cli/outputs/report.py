"""What was found, for every form in which it can be printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook_cli.portal_root import folder_in_repository


@dataclass(frozen=True)
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
    fail_on: Severity | None = Severity.ERROR
    """The least severity that fails the run; None if none does."""
    exempt: int = 0
    """How many findings exemptions hide."""
    known: int = 0
    """How many findings are not told because the baseline knows them."""
    baseline: str = ""
    """The file of the baseline."""

    def fails(self, one: Diagnostic) -> bool:
        """Whether the run fails because of `one`."""
        order = list(Severity)
        return self.fail_on is not None and order.index(one.severity) >= order.index(self.fail_on)

    def in_repository(self, file: str) -> str:
        """`file` as it is named from the top of the Git repository, which is where hosts look for it."""
        return f"{self.folder}{file}"

    @cached_property
    def folder(self) -> str:
        """The portal's folder from there, with a slash at its end; empty if it is the top."""
        return folder_in_repository(self.root)
