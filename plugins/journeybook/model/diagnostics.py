"""Diagnostics: findings about the content, each with a code of a closed list and a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.model.codes import CODES, Severity
from journeybook.model.places import Place, Span

__all__ = ["Diagnostic", "Severity", "at", "in_file_order", "worst"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about the content."""

    code: str
    """Its code, explained by `journeybook explain`."""
    message: str
    """What is wrong, in one line."""
    file: str
    """Path relative to the portal's root folder, with forward slashes."""
    span: Span = Span()
    """The value or key that is wrong."""
    hint: str = ""
    """How to mend it, where the message does not say."""
    key: str = ""
    """The spot key of what it is about, where there is one."""
    severity: Severity = Severity.ERROR
    """How bad it is."""

    def __str__(self) -> str:
        where = f"{self.file}:{self.span.line}:{self.span.column}"
        return f"{where}: {self.severity} {self.code}: {self.message}" + (f"; {self.hint}" if self.hint else "")

    def to_json(self) -> dict[str, object]:
        """The finding as `check --json` prints it."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "file": self.file,
            "line": self.span.line,
            "column": self.span.column,
            "end_line": self.span.end_line,
            "end_column": self.span.end_column,
            "key": self.key,
            "message": self.message,
            "hint": self.hint,
        }


def at(place: Place, span: Span, code: str, message: str, *, hint: str = "", key: str = "") -> Diagnostic:
    """A finding with `code`'s own severity at `span` of the file that `place` is in."""
    return Diagnostic(code, message, place.file, span, hint, key, CODES[code].severity)


def in_file_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """`found` by file, line and column, each finding once."""
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.file, one.span, one.code, one.message)))


def worst(found: Iterable[Diagnostic]) -> Severity | None:
    """The worst severity among `found`, or None if there is none."""
    return max((one.severity for one in found), key=list(Severity).index, default=None)
