"""The text of a file as it stands on disk, addressed by the places that findings and records have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from journeybook.model.places import Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


@dataclass(frozen=True)
class SourceText:
    """The text of one file, with its byte order mark and its own line ends."""

    file: str
    """Path relative to the portal's root, with forward slashes."""
    text: str
    """Every character of it."""

    @cached_property
    def _starts(self) -> list[int]:
        first = len(_MARK) if self.text.startswith(_MARK) else 0
        return [first, *(found.end() for found in _LINE_END.finditer(self.text))]

    @cached_property
    def line_end(self) -> str:
        """How its lines end: as the first one does."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def line(self, number: int) -> str:
        """Line `number`, counted from 1, without its end."""
        start = self.start_of(number)
        found = _LINE_END.search(self.text, start)
        return self.text[start : found.start() if found else len(self.text)]

    @property
    def lines(self) -> int:
        """How many lines it has; the last may be empty."""
        return len(self._starts)

    def start_of(self, line: int) -> int:
        """Where `line` begins; the end of the text for a line that follows the last."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)

    def end_of(self, line: int) -> int:
        """Where `line` ends, before its line end."""
        return self.start_of(line) + len(self.line(line))

    def at(self, line: int, column: int) -> int:
        """Where the character at `line` and `column`, both from 1, stands."""
        return self.start_of(line) + column - 1

    def start(self, span: Span) -> int:
        """Where `span` begins."""
        return self.at(span.line, span.column)

    def end(self, span: Span) -> int:
        """Where `span` ends."""
        return self.at(span.end_line, span.end_column)

    def of(self, span: Span) -> str:
        """The characters of `span`."""
        return self.text[self.start(span) : self.end(span)]
