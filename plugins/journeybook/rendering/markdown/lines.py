"""What holds no blocks, and so is one line wherever it stands: most paragraphs, items and facts.

Such lines are kept, for many stand on several pages.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import NamedTuple

from journeybook.rendering.markdown.escape import at_start
from journeybook.rendering.markdown.inline import PROSE, TERM
from journeybook.rendering.markdown.tags import Tag
from journeybook.rendering.markdown.tree import Element, may_hold_blocks, opened_in

_LINES = 2_048
"""How many of each kind are kept."""
_PART = re.compile(r"<d[td](?=[\s>])")
_SHORT = 1_000
"""So many signs has what is kept at most."""


class Part(NamedTuple):
    """A term, or what is said of the one before."""

    text: str
    is_term: bool


def paragraph(html: str) -> str | None:
    """The line that `html` is, empty if it says nothing; None if blocks might be in it."""
    return _paragraph(html) if len(html) < _SHORT else None


def items(html: str) -> list[str] | None:
    """The items of a list in `html` that say something, if none of them holds blocks."""
    *pieces, _ = html.split("</li>")
    found = [_item(piece) if len(piece) < _SHORT else None for piece in pieces]
    return None if None in found else [*filter(None, found)]


def parts(html: str) -> list[Part] | None:
    """The terms in the `html` of a list of them, and what is said of them, if none holds blocks."""
    *pieces, _ = html.replace("</dt>", "</dd>").split("</dd>")
    found: list[Part] = []
    for piece in pieces:
        part = _part(piece) if len(piece) < _SHORT else None
        if part is None:
            return None
        found.append(part)
    return found


def _anchor(tag: Tag) -> str:
    """What links to the element of that tag lead to."""
    return f'<span id="{escape(tag.id)}"></span>' if tag.id else ""


def term(element: Element) -> str:
    """The line of a `dt`."""
    text = TERM.line(element.inner).strip()
    language = element.tag.language
    return f"<span{language}>{text}</span>" if language else at_start(text)


@lru_cache(maxsize=_LINES)
def _paragraph(html: str) -> str | None:
    return None if may_hold_blocks(html) else at_start(PROSE.line_of(html).strip())


def _line(element: Element) -> str | None:
    """The line of an `li` or a `dd`, empty if it says nothing; None if blocks might be in it."""
    if element.tag.is_diagram or may_hold_blocks(element.inner):
        return None
    text = PROSE.line_of(element.inner).strip()
    if not text:
        return text
    language = element.tag.language
    return _anchor(element.tag) + (f"<span{language}>{text}</span>" if language else at_start(text))


@lru_cache(maxsize=_LINES)
def _item(html: str) -> str | None:
    """The item in `html`, which lacks its closing tag."""
    item = opened_in(html)
    if item.name != "li":
        return None
    return "" if item.tag.is_unseen else _line(item)


@lru_cache(maxsize=_LINES)
def _part(html: str) -> Part | None:
    """The part in `html`, which lacks its closing tag, but may have one of a group before."""
    found = _PART.search(html)
    part = opened_in(html[found.start() :] if found else html)
    if part.name == "dt":
        return Part(term(part), is_term=True)
    text = _line(part) if part.name == "dd" else None
    return None if text is None else Part(text, is_term=False)
