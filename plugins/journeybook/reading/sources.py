"""A stretch of a source file: its characters, and where in the file they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from journeybook.model.places import Span
from journeybook.reading.findings import Findings

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_COMMENT = re.compile(r"(?<=\s)#")
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True)
class Source:
    """Text of a file, or a part of it that begins at the start of a line. Lines end with a line feed only."""

    text: str
    """Its characters."""
    first_line: int = 1
    """The line of the file that it begins with."""

    @cached_property
    def lines(self) -> list[str]:
        """Its lines without their ends."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """Line `number` of the file; empty if the stretch does not hold it."""
        at = number - self.first_line
        return self.lines[at] if 0 <= at < len(self.lines) else ""

    def rest_of_line(self, line: int, column: int) -> Span:
        """From `column` to the end of `line` without trailing blanks and comment."""
        text = self.line(line)[column - 1 :]
        text = _COMMENT.split(text, maxsplit=1)[0].rstrip()
        return Span(line, column, line, column + max(len(text), 1))

    def at(self, span: Span) -> str:
        """The characters of `span`, which stands on one line."""
        return self.line(span.line)[span.column - 1 : span.end_column - 1]

    def span_of(self, start: int, end: int) -> Span:
        """Where the characters from `start` to before `end` stand, both on one line."""
        line = self.text.count("\n", 0, start)
        column = start - (self.text.rfind("\n", 0, start) + 1)
        return Span(line + self.first_line, column + 1, line + self.first_line, column + 1 + end - start)


def source_of(text: str) -> Source:
    """The source of a whole file's `text`, which may begin with a byte order mark and end lines in any way."""
    return Source(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def without_unprintable(text: str) -> str:
    """`text` without control characters."""
    return _UNPRINTABLE.sub("", text)


def is_text(source: Source, findings: Findings) -> bool:
    """Whether all characters of `source` can be shown; if not, a finding names the first that cannot."""
    wrong = _UNPRINTABLE.search(source.text)
    if wrong is None:
        return True
    span = source.span_of(wrong.start(), wrong.end())
    what = (
        "this is no text file: it holds" if wrong[0] == "\0" else "a character that cannot be shown stands here:"
    )
    findings.add("JB105", span, f"{what} U+{ord(wrong[0]):04X}", "delete it")
    return False


def without_odd_breaks(source: Source, findings: Findings) -> Source:
    """`source` with blanks in place of line breaks that editors do not show as such, each with a finding.

    YAML ends a line at U+0085, U+2028 and U+2029, which word processors leave behind and editors do
    not count: left in, every place after them would be wrong.
    """
    for odd in _ODD_BREAK.finditer(source.text):
        if findings.is_full:
            break
        span = source.span_of(odd.start(), odd.end())
        message = f"an invisible line break (U+{ord(odd[0]):04X}) stands here"
        findings.add("JB105", span, message, "delete it")
    return Source(_ODD_BREAK.sub(" ", source.text), source.first_line)
