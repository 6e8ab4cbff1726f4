"""The links that texts in Markdown make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from journeybook.model.mention_syntax import mention_plugin

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link in a text."""

    target: str
    """Its target as written; mentions start with `journeybook:`."""
    text: str
    """What to look for in the source to find its place."""
    line: int
    """The line it stands in, or begins in, from 0."""


TextLinks = Mapping[str, tuple[TextLink, ...]]
"""The links of texts, by the text."""


def links_in(text: str) -> tuple[TextLink, ...]:
    """The links and pictures in Markdown `text`, in order; code is passed over."""
    return tuple(_links_in(text)) if "[" in text else ()


def may_mention(text: str) -> bool:
    """Whether `text` may name something of the portal: so much can be said without reading it as Markdown."""
    return "][" in text or "[[" in text


def _links_in(text: str) -> Iterator[TextLink]:
    for block in _markdown().parse(text):
        if block.type == "inline" and block.map:
            for token in block.children or ():
                if written := _written(token, block.map[0]):
                    yield written


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark").enable("table").use(mention_plugin)
    markdown.core.ruler.at("inline", _look_for_links)
    return markdown


def _look_for_links(state: StateCore) -> None:
    """Look into those blocks that may hold a link: it takes longer than all else, and most hold none."""
    for block in state.tokens:
        if block.type == "inline" and ("[" in block.content or "<" in block.content):
            block.children = []
            state.md.inline.parse(block.content, state.md, state.env, block.children)


def _written(token: Token, line: int) -> TextLink | None:
    target = str(token.attrGet("href") or token.attrGet("src") or "")
    if token.type not in {"link_open", "image"} or not target:
        return None
    return TextLink(target, str(token.meta.get("written", target)), line)
