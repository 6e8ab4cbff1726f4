"""The blocks of a Markdown text that a reader needs: headings, and fences that hold keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from journeybook.model.places import Span
from journeybook.reading.sources import Source

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 3
"""Headings below this level are narrative."""

_KINDS = frozenset({"step", "steps", "stage", "stages", "journey"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3 that stands in no other block."""

    level: int
    text: str
    span: Span
    """Where its text stands."""
    line: int
    """The line it begins on."""
    after: int
    """The first line after it."""
    is_underlined: bool
    """Whether a line of `=` or `-` below the text makes it a heading."""


@dataclass(frozen=True, slots=True)
class KeyFence:
    """A fence opened with `yaml`, and mostly `step` or `stage`."""

    kind: str
    """The word after `yaml`, or nothing."""
    line: int
    after: int
    """The first line after it."""
    is_closed: bool
    is_outermost: bool
    """Whether it stands in no list or quotation."""
    span: Span
    """Its opening line."""
    content: Source
    """What is in it."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a text, in the order written."""

    headings: tuple[Heading, ...]
    fences: tuple[KeyFence, ...]


def blocks_of(body: Source) -> Blocks:
    """Headings and key fences of `body`, as CommonMark reads it."""
    tokens = _markdown().parse(body.text)
    return Blocks(tuple(_headings(tokens, body)), tuple(_fences(tokens, body)))


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """CommonMark's blocks; what is inside them is of no interest here."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").disable(["inline", "text_join"])


def _headings(tokens: list[Token], body: Source) -> Iterable[Heading]:
    for at, token in enumerate(tokens):
        level = int(token.tag[1]) if token.type == "heading_open" else 0
        if not 0 < level <= DEEPEST or token.level or token.map is None:
            continue
        line, after = (one + body.first_line for one in token.map)
        content = tokens[at + 1].content.strip()
        first = content.split("\n", 1)[0]
        column = max(body.line(line).find(first), 0) + 1
        span = Span(line, column, line, column + max(len(first), 1))
        text = " ".join(part.strip() for part in content.split("\n"))
        yield Heading(level, text, span, line, after, token.markup in {"=", "-"})


def _fences(tokens: list[Token], body: Source) -> Iterable[KeyFence]:
    for token in tokens:
        words = token.info.lower().split() if token.type == "fence" else []
        if token.map is None or words[:1] not in (["yaml"], ["yml"]) or not _KINDS.issuperset(words[1:2]):
            continue
        line, after = (one + body.first_line for one in token.map)
        opening = body.line(line)
        column = max(opening.find(token.markup), 0) + 1
        last = body.line(after - 1).strip()
        is_closed = after - 1 > line and last.startswith(token.markup) and not last.strip(token.markup[0])
        end = after - 1 if is_closed else after
        content = Source("\n".join(body.line(number) for number in range(line + 1, end)), line + 1)
        span = Span(line, column, line, len(opening.rstrip()) + 1)
        yield KeyFence("".join(words[1:2]), line, after, is_closed, token.level == 0, span, content)
