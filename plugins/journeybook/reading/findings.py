"""Collecting the findings of one file."""

from __future__ import annotations

from dataclasses import dataclass, field

from journeybook.model.codes import CODES
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.places import Span


@dataclass(slots=True)
class Findings:
    """What is wrong with one file; grows while the file is read."""

    file: str
    """Path relative to the portal's root folder."""
    found: list[Diagnostic] = field(default_factory=list[Diagnostic])
    """Everything so far, in the order it was noticed."""

    def add(self, code: str, span: Span, message: str, hint: str = "", key: str = "") -> None:
        """Note one finding with its code's own severity."""
        self.found.append(Diagnostic(code, message, self.file, span, hint, key, CODES[code].severity))
