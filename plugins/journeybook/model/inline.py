"""Short texts: a closed inline subset of Markdown (emphasis, code, links, mentions), never HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from journeybook.model.mention_syntax import SCHEME, mention_plugin
from journeybook.model.text import SAFE_SCHEMES

_KEPT = 4_096
"""How many texts are kept on one line; titles are asked for again and again."""
_MARKS = frozenset("*_`[\\")
_TAGS = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"}

LinkTarget = Callable[[str], tuple[str | None, str]]
"""Turns what an author wrote as a link's target into the address for the page (None: no link) and a title.

A mention comes as `journeybook:<target>`; its title stands where the author gave no label.
"""


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": False}).enable(["emphasis", "backticks", "link", "escape"])
    return markdown.use(mention_plugin)


Marks = Callable[[str], Markup]
"""Gives further attributes, each with a blank before it, for the link to what an author wrote as its target."""


def _no_marks(_target: str) -> Markup:
    return Markup("")


def _tokens(text: str) -> Sequence[Token]:
    return _markdown().parseInline(" ".join(text.split()))[0].children or ()


def _as_written(target: str) -> tuple[str | None, str]:
    return (None if target.startswith(SCHEME) else target), target.removeprefix(SCHEME)


def to_html(text: str, target: LinkTarget = _as_written, marks: Marks = _no_marks) -> Markup:
    """`text` as HTML; text without markup is only escaped. Links go through `target` and carry their `marks`."""
    if _MARKS.isdisjoint(text):
        return escape(text)
    parts: list[Markup] = []
    closing = Markup("</a>")
    tokens = _tokens(text)
    for number, token in enumerate(tokens):
        if token.type == "link_open":
            href, title = _resolved(token, target)
            mark = marks(str(token.attrGet("href") or ""))
            parts.append(Markup('<a href="{}"{}>').format(href, mark) if href else Markup(""))
            closing = Markup("</a>") if href else Markup("")
            if tokens[number + 1].type == "link_close":
                parts.append(escape(title))
        elif token.type == "link_close":
            parts.append(closing)
        else:
            parts.append(_html(token))
    return Markup("").join(parts)


def _resolved(token: Token, target: LinkTarget) -> tuple[str | None, str]:
    href, title = target(str(token.attrGet("href") or ""))
    return (href if href and urlsplit(href).scheme in SAFE_SCHEMES else None), title


def _html(token: Token) -> Markup:
    if token.type in _TAGS:
        return Markup(_TAGS[token.type])  # noqa: S704  # a constant
    if token.type == "code_inline":
        return Markup("<code>{}</code>").format(token.content)
    return escape(token.content or " ")


@lru_cache(maxsize=_KEPT)
def _plainly_written(text: str) -> str | None:
    """`text` on one line if it has no markup."""
    return " ".join(text.split()) if _MARKS.isdisjoint(text) else None


def to_plain(text: str, target: LinkTarget = _as_written) -> str:
    """`text` without its markup, on one line, for places that can show none."""
    if (plain := _plainly_written(text)) is not None:
        return plain
    parts: list[str] = []
    tokens = _tokens(text)
    for number, token in enumerate(tokens):
        if token.type == "link_open" and tokens[number + 1].type == "link_close":
            parts.append(_resolved(token, target)[1])
        parts.append(token.content or (" " if token.type == "softbreak" else ""))
    return "".join(parts)
