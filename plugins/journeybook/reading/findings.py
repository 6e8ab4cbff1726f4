"""Collecting the findings of one file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from journeybook.model.codes import CODES
from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.model.places import Span

MOST = 500
"""How many findings of one file are kept."""

_LONGEST = 400
_ODD = re.compile(r"[^ -~\u00a0-\U0010ffff]+|[\u2028\u2029\ufeff]+")
"""What would break a line or move the cursor of a terminal."""


@dataclass(slots=True)
class Findings:
    """What is wrong with one file; grows while the file is read."""

    file: str
    """Path relative to the portal's root folder."""
    found: list[Diagnostic] = field(default_factory=list[Diagnostic])
    """Everything so far, in the order it was noticed."""

    def add(self, code: str, span: Span, message: str, hint: str = "", key: str = "") -> None:
        """Note one finding with its code's own severity, unless there are too many."""
        if len(self.found) == MOST:
            hint = "mend those, and the rest will be told"
            self.found.append(
                Diagnostic("JB113", f"this file has more than {MOST} findings", self.file, span, hint)
            )
        if self.is_full:
            return
        message, hint = _one_line(message), _one_line(hint)
        self.found.append(Diagnostic(code, message, self.file, span, hint, key, CODES[code].severity))

    @property
    def is_full(self) -> bool:
        """Whether no more findings are kept, so that nobody need look for them."""
        return len(self.found) > MOST

    def in_order(self) -> tuple[Diagnostic, ...]:
        """Everything found, in the order of the file."""
        return in_file_order(self.found) if self.found else ()

    def within(self, span: Span) -> bool:
        """Whether something inside `span` is known to be wrong, so that its shape need not be judged as well."""
        start, end = (span.line, span.column), (span.end_line, span.end_column)
        return any(start <= (one.span.line, one.span.column) < end for one in self.found)


def _one_line(text: str) -> str:
    """`text` without anything that a terminal would not show on one line, cut where it is very long."""
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return text if text.isascii() and text.isprintable() else _ODD.sub("\N{REPLACEMENT CHARACTER}", text)
