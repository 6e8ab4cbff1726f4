"""Short texts: a closed inline subset of Markdown (emphasis, code, links), never HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from journeybook.model.text import SAFE_SCHEMES

_MARKS = frozenset("*_`[\\")
_TAGS = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"}

LinkTarget = Callable[[str], str]
"""Turns the target an author wrote into the one the page needs."""


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return MarkdownIt("zero", {"html": False}).enable(["emphasis", "backticks", "link", "escape"])


def _tokens(text: str) -> Sequence[Token]:
    return _markdown().parseInline(" ".join(text.split()))[0].children or ()


def to_html(text: str, target: LinkTarget = str) -> Markup:
    """`text` as HTML; text without markup is only escaped. Links go through `target`."""
    if _MARKS.isdisjoint(text):
        return escape(text)
    return Markup("").join(_html(token, target) for token in _tokens(text))


def _html(token: Token, target: LinkTarget) -> Markup:
    if token.type in _TAGS:
        return Markup(_TAGS[token.type])  # noqa: S704  # a constant
    if token.type == "code_inline":
        return Markup("<code>{}</code>").format(token.content)
    if token.type == "link_open":
        href = str(token.attrGet("href") or "")
        return Markup('<a href="{}">').format(target(href) if urlsplit(href).scheme in SAFE_SCHEMES else "")
    if token.type == "link_close":
        return Markup("</a>")
    return escape(" " if token.type == "softbreak" else token.content)


def to_plain(text: str) -> str:
    """`text` without its markup, on one line, for places that can show none."""
    if _MARKS.isdisjoint(text):
        return " ".join(text.split())
    return "".join(token.content or (" " if token.type == "softbreak" else "") for token in _tokens(text))
