"""Titles that headings give."""

from __future__ import annotations

import re

from journeybook.reading.blocks import Heading
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Pair, text_node

_ATTRIBUTES = re.compile(r"\s*\{:?\s*(?:#([\w-]+)|\.)[^{}]*\}$")


def title_of(heading: Heading, keys_stand: str, findings: Findings) -> Pair:
    """The title that `heading` gives, without `{#id}` behind it; findings say where keys stand instead."""
    text, found = heading.text, _ATTRIBUTES.search(heading.text)
    if found:
        own = f"id: {found[1]}" if found[1] else "key: value"
        message = f"'{found[0].strip()}' would be part of the title"
        findings.add("JB167", heading.span, message, f"write `{own}` in {keys_stand}")
        text = text[: found.start()]
    return Pair("title", heading.span, text_node(text, heading.span))
