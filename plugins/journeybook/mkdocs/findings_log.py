"""Findings in MkDocs' log: one line each, and what they mean for the build."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook.model.places import Span

log = logging.getLogger("mkdocs.plugins.journeybook")
"""Its warnings count where MkDocs is strict."""


class FindingsLog:
    """What is found while pages are rendered, too late to be a finding of reading."""

    def __init__(self, root: Path, *, muted: bool = False) -> None:
        """`root` is the portal's root folder; a muted log says nothing."""
        self._root = root
        self._muted = muted
        self._seen: set[tuple[str, str, str]] = set()

    def warn(self, file: str, written: str, code: str, message: str, hint: str) -> None:
        """Log a warning about `written` in `file`, once."""
        if self._muted or (file, written, code) in self._seen:
            return
        self._seen.add((file, written, code))
        span = _span_of(self._root / file, written)
        log.warning("%s", Diagnostic(code, message, file, span, hint, severity=Severity.WARNING))


def _span_of(path: Path, written: str) -> Span:
    """Where `written` first stands; the file's beginning if it is not there word by word."""
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return Span()
    for number, line in enumerate(lines, 1):
        column = line.find(written) + 1
        if column:
            return Span(number, column, number, column + len(written))
    return Span()


def report(findings: Iterable[Diagnostic], advice: int | None = 0) -> None:
    """Log errors and warnings one by one; all else, with the `advice` of good practice, is a count.

    None: nobody has counted that advice, and no count is told.
    """
    notes = 0
    for one in findings:
        if one.severity is Severity.ERROR:
            log.error("%s", one)
        elif one.severity is Severity.WARNING:
            log.warning("%s", one)
        else:
            notes += 1
    notes += advice or 0
    if notes and advice is not None:
        log.info("%s; `journeybook check` shows them", _counted(notes, "note"))


def verdict(findings: Sequence[Diagnostic], *, strict: bool) -> str | None:
    """Why the portal cannot be built, in a line; None if it can."""
    counts = Counter(one.severity for one in findings)
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    if errors:
        return f"{_counted(errors, 'error')} in the content; the site was left as it is"
    if warnings and strict:
        return f"{_counted(warnings, 'warning')} in the content of a strict build; the site was left as it is"
    return None


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
