"""Findings for people: one line each, with the source where there is room for it, and a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook.reading.sources import Source, source_of
from journeybook_cli.outputs.report import Report
from journeybook_cli.terminal import visible

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LARGEST_FILE = 2_000_000
"""Bytes of a file that is worth opening for one line."""
_LONGEST_LINE = 100
"""Characters of a source line that are shown."""
_BEFORE = 40
"""Characters shown before the finding where a line is too long."""


def lines(report: Report) -> Iterator[str]:
    """The findings in the order given, then the summary."""
    sources = _Sources(report.root)
    for one in report.found:
        yield _headline(one)
        if report.show_source:
            yield from _excerpt(one, sources)
    yield summary(report)
    if report.known:
        yield f"{counted(report.known, 'known finding')} not told, from {visible(report.baseline)}"
    if report.exempt:
        yield f"{counted(report.exempt, 'finding')} exempt, each with a reason and a last day"


def summary(report: Report) -> str:
    """How many findings there are of each severity, in how many files."""
    counts = Counter(one.severity for one in report.found)
    named = [counted(counts[one], _NOUNS[one]) for one in reversed(Severity) if counts[one]]
    return f"{', '.join(named) or 'no findings'} in {counted(report.files, 'file')}"


def counted(count: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _headline(one: Diagnostic) -> str:
    """What `str(one)` says, with colours where they are shown."""
    place = click.style(visible(f"{one.file}:{one.span.line}:{one.span.column}"), bold=True)
    kind = click.style(f"{one.severity} {one.code}", fg=_COLOURS[one.severity], bold=True)
    hint = f"; {visible(one.hint)}" if one.hint else ""
    return f"{place}: {kind}: {visible(one.message)}{hint}"


def _excerpt(one: Diagnostic, sources: _Sources) -> Iterator[str]:
    """The line of the source, the finding underlined."""
    from rich.cells import cell_len

    line = sources.of(one.file).line(one.span.line)
    if not line.strip():
        return
    start = one.span.column - 1
    end = one.span.end_column - 1 if one.span.end_line == one.span.line else len(line)
    first = max(start - _BEFORE, 0) if len(line) > _LONGEST_LINE else 0
    last = first + _LONGEST_LINE
    before, marked, after = (
        _shown(line[first:start]),
        _shown(line[start:end][: last - start]),
        _shown(line[end:last]),
    )
    number = f"{one.span.line:>5} | "
    margin = " " * (len(number) - 2) + "| "
    underline = "^" * max(cell_len(marked), 1)
    yield click.style(number, dim=True) + f"{before}{marked}{after}".rstrip()
    yield (
        click.style(margin, dim=True) + " " * cell_len(before) + click.style(underline, fg=_COLOURS[one.severity])
    )


def _shown(text: str) -> str:
    return visible(text.replace("\t", "    "))


@dataclass(slots=True)
class _Sources:
    """The sources of a portal's files, each read once."""

    root: Path
    read: dict[str, Source] = field(default_factory=dict[str, Source])

    def of(self, file: str) -> Source:
        """The source of `file`; empty if it cannot be read or is not the portal's."""
        if file not in self.read:
            self.read[file] = self._read(self.root / file)
        return self.read[file]

    def _read(self, path: Path) -> Source:
        try:
            # A link that leaves the portal is a finding; what it leads to is nobody's business.
            inside = path.resolve().is_relative_to(self.root.resolve())
            if inside and path.is_file() and path.stat().st_size <= _LARGEST_FILE:
                return source_of(path.read_bytes().decode())
        except (OSError, UnicodeDecodeError):
            pass
        return Source("")
