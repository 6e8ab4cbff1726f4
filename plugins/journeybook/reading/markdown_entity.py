"""The body of a persona, a touchpoint … in Markdown: its narrative, and perhaps its title."""

from __future__ import annotations

import re

from journeybook.model.places import Span
from journeybook.reading.blocks import Heading, blocks_of
from journeybook.reading.findings import Findings
from journeybook.reading.headings import title_of
from journeybook.reading.narrative import narrative_of
from journeybook.reading.nodes import Entries, Pair, Scalar
from journeybook.reading.sources import Source

_MAY_BE_TITLE = re.compile(r"\A\s*#[ \t]|^ {0,3}=+[ \t]*$", re.MULTILINE)


def add_text(entries: Entries, body: Source, findings: Findings) -> None:
    """Add the narrative of `body`, and the title if its first line is a heading, to the keys in `entries`."""
    start, end = body.first_line, body.first_line + len(body.lines)
    heading = _title(body)
    written = entries.get("title")
    if heading and written is None:
        entries.pairs.append(title_of(heading, "the front matter", findings))
        start = heading.after
    elif heading and written and isinstance(written.value, Scalar) and written.value.text.strip() == heading.text:
        start = heading.after
    add_narrative(entries, narrative_of(body, start, end), findings)


def add_narrative(entries: Entries, text: Scalar | None, findings: Findings) -> None:
    """Add `text` as narrative, unless there is one already."""
    if text is None:
        return
    if written := entries.get("narrative"):
        message = "text stands below as well as in 'narrative'"
        findings.add("JB150", written.key_span, message, "keep one of them")
        return
    start = Span(text.span.line, text.span.column, text.span.line, text.span.column)
    entries.pairs.append(Pair("narrative", start, text))


def _title(body: Source) -> Heading | None:
    """The heading of level 1 that `body` begins with."""
    if not _MAY_BE_TITLE.search(body.text):
        return None
    first = next((one for one in blocks_of(body).headings if one.level == 1), None)
    return first if first and not narrative_of(body, body.first_line, first.line) else None
