"""The HTML of our templates as a tree, each element of which is read when somebody asks what is in it.

A parser for any HTML takes as long over a page as rendering it does. What templates write is well formed;
from the rest, a closing tag that closes nothing is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from journeybook.rendering.markdown.tags import BLOCKS, UNSEEN, Tag, tag_of

MARKUP = re.compile(r"<(?:!--.*?-->|(/?[a-zA-Z][^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*)>)", re.DOTALL)
"""A comment, or a tag; without its brackets."""

_BLOCK = re.compile(rf"<(?:{'|'.join(sorted(BLOCKS))})(?=[\s/>])")
_INLINE = UNSEEN | {"a"}
"""Elements that stand within a line whatever is in them."""

_HIDDEN = re.compile(r"<(?:!--.*?--|(script|style|template)\b[^<]*(?:<(?!/\1)[^<]*)*</\1\s*)>", re.DOTALL)
"""Nothing that readers see, and nothing in which tags may be counted."""
_PERHAPS_HIDDEN = re.compile(r"<(?:!--|script|style|template)")
_ASIDE = re.compile(r"<!--(\d+)-->")


class Element:
    """An element of a page."""

    __slots__ = ("begin", "end", "inner", "name", "tag")

    def __init__(self, tag: Tag, inner: str, begin: int = 0, end: int = 0) -> None:
        """`tag` opens it."""
        self.tag = tag
        self.name = tag.name
        self.inner = inner
        """The HTML in it."""
        self.begin = begin
        """The place of its first sign in the HTML around it."""
        self.end = end
        """The place behind its last sign there."""

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own, or holds something that does."""
        if self.tag.is_block:
            return True
        if self.name in _INLINE or not may_hold_blocks(self.inner):
            return False
        return holds_blocks(self.inner)

    def below(self, *names: str) -> Iterator[Element]:
        """Every element of these names in it, in order, but none inside another such."""
        for one in elements_of(self.inner):
            if one.name in names:
                yield one
            elif "<" in one.inner:
                yield from one.below(*names)

    @property
    def text(self) -> str:
        """All its text, blanks as written."""
        return text_of(self.inner)


def text_of(html: str) -> str:
    """All text in `html`, blanks as written."""
    return "".join(map(unescape, MARKUP.split(html)[::2]))


def may_hold_blocks(html: str) -> bool:
    """Whether something in `html` could stand on lines of its own, by its name."""
    return "<" in html and _BLOCK.search(html) is not None


def holds_blocks(html: str) -> bool:
    """Whether something in `html` stands on lines of its own."""
    return any(one.is_block for one in elements_of(html))


def elements_of(html: str) -> Iterator[Element]:
    """The elements in `html`, one by one, without those in them."""
    at = 0
    while mark := MARKUP.search(html, at):
        begin, at = mark.span()
        if mark[1]:
            tag = tag_of(mark[1])
            if tag.is_whole:
                yield Element(tag, "", begin, at)
            elif not tag.is_closing:
                behind = at
                end, at = _end_of(html, tag.name, behind)
                yield Element(tag, html[behind:end], begin, at)


def blocks_of(html: str, *, sections: bool) -> Iterator[Element]:
    """The blocks in `html`, one by one, without those in them.

    Blocks that do no more than hold others are not one: an empty element each stands where they begin and end,
    between what is in them. With `sections` these are elements all the same.
    """
    at = 0
    while mark := MARKUP.search(html, at):
        begin, at = mark.span()
        if not mark[1]:
            continue
        tag = tag_of(mark[1])
        if tag.is_plain and not (sections and tag.name == "section"):
            yield Element(tag, "", begin, at)
        elif not (tag.is_whole or tag.is_closing):
            behind = at
            end, at = _end_of(html, tag.name, behind)
            element = Element(tag, html[behind:end], begin, at)
            if tag.is_block or element.is_block:
                yield element
        elif tag.is_block and not tag.is_closing:
            yield Element(tag, "", begin, at)


def opened_in(html: str) -> Element:
    """The element that the first tag in `html` opens, and nothing closes; one without a name if it opens none."""
    mark = MARKUP.search(html)
    if not mark or not mark[1] or mark[1][0] == "/":
        return Element(Tag(""), html)
    return Element(tag_of(mark[1]), html[mark.end() :])


def _end_of(html: str, name: str, begin: int) -> tuple[int, int]:
    """Where the closing tag of the element `name` stands that is open at `begin`."""
    closing = f"</{name}>"
    end = html.find(closing, begin)
    if end >= 0 and html.find(f"<{name}", begin, end) < 0:
        return end, end + len(closing)
    behind = begin
    while end >= 0:
        others = sum(html.count(f"<{name}{sign}", behind, end) for sign in " >\n")
        behind = end + len(closing)
        if not others:
            return end, behind
        for _ in range(others):
            end = html.find(closing, end + 1)
    return len(html), len(html)


@lru_cache(maxsize=64)
def _tags_named(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?)(?i:{name})(?=[\s/>])[^>]*?(/?)>")


def without_hidden(html: str) -> tuple[str, list[str]]:
    """`html` with empty comments for comments, scripts and the like, and these."""
    hidden: list[str] = []
    if not _PERHAPS_HIDDEN.search(html):
        return html, hidden

    def aside(found: re.Match[str]) -> str:
        hidden.append(found[0])
        return f"<!--{len(hidden) - 1}-->"

    return _HIDDEN.sub(aside, html), hidden


def with_hidden(html: str, hidden: list[str]) -> str:
    """`html` as it was before `hidden` was taken out of it."""
    return _ASIDE.sub(lambda found: hidden[int(found[1])], html) if hidden else html
