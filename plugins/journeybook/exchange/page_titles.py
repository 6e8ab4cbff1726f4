"""Titles of the author's own pages, as the host would have them."""

from __future__ import annotations

import posixpath
import re

from journeybook.reading.front_matter import split
from journeybook.reading.sources import Source

_TITLE_KEY = re.compile(r"^title:\s*(?P<title>.+?)\s*$", re.MULTILINE)
_FIRST_HEADING = re.compile(r"^#[ \t]+(?P<title>.+?)(?:[ \t]+\{[^{}]*\})?(?:[ \t]+#*)?$", re.MULTILINE)


def title_of(path: str, text: str) -> str:
    """The title of the page `path`, relative to the content folder, whose file says `text`."""
    parts = split(Source(text))
    head = parts.keys.text if parts and parts.keys else ""
    found = _TITLE_KEY.search(head) or _FIRST_HEADING.search(parts.body.text if parts else text)
    if found:
        return found["title"].strip("\"'")
    words = posixpath.splitext(posixpath.basename(path))[0].replace("-", " ").replace("_", " ")
    return "Home" if path == "index.md" else words.capitalize() if words.islower() else words
