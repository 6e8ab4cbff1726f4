"""Headings inside narratives: at the level that fits their place, and as entries for the table of contents."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup

from journeybook.pages.pieces import Heading

_TAG = re.compile(r"(</?h)([1-6])(?=[\s>])")
_WHOLE = re.compile(r'<h([23])[^>]*?\sid="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


def at_level(html: str, level: int) -> str:
    """`html` with its highest headings at `level`, and the others below them without gaps."""
    levels = {int(found[2]) for found in _TAG.finditer(html)}
    if not levels:
        return html
    ranks = {old: min(level + rank, 6) for rank, old in enumerate(sorted(levels))}
    return _TAG.sub(lambda found: f"{found[1]}{ranks[int(found[2])]}", html)


def headings_in(html: str) -> tuple[Heading, ...]:
    """The headings of levels 2 and 3 in `html` that have an id."""
    return tuple(
        Heading(2 if level == "2" else 3, unescape(identifier), _title(inner))
        for level, identifier, inner in _WHOLE.findall(html)
    )


def _title(html: str) -> str:
    return str(Markup(_PERMALINK.sub("", html)).striptags())  # noqa: S704  # tags are taken out, nothing is shown
