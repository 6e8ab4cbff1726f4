"""The front matter of a Markdown file: YAML between two lines of `---` at its very beginning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.sources import Source

_OPENS = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a Markdown file."""

    keys: Source | None
    """The front matter without its lines of `---`; None if there is none."""
    body: Source
    """All that follows."""


def split(source: Source) -> Parts | None:
    """The parts of `source`; None if its front matter is never closed."""
    opening = _OPENS.match(source.text)
    if opening is None:
        return Parts(None, source)
    closing = _CLOSES.search(source.text, opening.end())
    if closing is None:
        return None
    keys = Source(source.text[opening.end() : closing.start()], 2)
    line = source.text.count("\n", 0, closing.start()) + 2
    return Parts(keys, Source(source.text[closing.end() + 1 :], line))


def report_unclosed(findings: Findings) -> None:
    """Report front matter that has no end."""
    hint = "write a line --- where the keys end"
    findings.add("JB111", Span(1, 1, 1, 4), "the front matter that begins here is never closed", hint)
