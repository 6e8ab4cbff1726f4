"""The parts of a file: YAML, which holds keys, and Markdown, which names things in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from journeybook.editing.source_text import SourceText
from journeybook.model.places import Span
from journeybook.reading.blocks import blocks_of
from journeybook.reading.composing import compose
from journeybook.reading.fences import fences_in
from journeybook.reading.findings import Findings
from journeybook.reading.front_matter import split
from journeybook.reading.nodes import Entries, Items, Node, Scalar
from journeybook.reading.roles import part_of
from journeybook.reading.sources import Source, source_of

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)")


@dataclass(frozen=True, slots=True)
class Tree:
    """The YAML of a file, of its front matter, or of one fence of keys."""

    root: Node
    opener: str = ""
    """What the heading above a fence opens: `stage` or `step`; empty elsewhere."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of running text that stands on one line, with blanks in place of code."""

    number: int
    """Its line in the file."""
    column: int
    """Where it begins."""
    text: str

    def span(self, start: int, end: int) -> Span:
        """Where its characters from `start` to before `end` stand."""
        return Span(self.number, self.column + start, self.number, self.column + end)


@lru_cache(maxsize=4)
def trees_in(source: SourceText) -> tuple[Tree, ...]:
    """Every tree of keys in the file `source`; what cannot be read is left out."""
    return tuple(_trees(source))


def _trees(source: SourceText) -> Iterator[Tree]:
    whole = source_of(source.text)
    if not part_of(source.file).is_markdown:
        yield from _tree(whole)
        return
    parts = split(whole)
    if parts is None:
        return
    if parts.keys:
        yield from _tree(parts.keys)
    for fence in blocks_of(parts.body).fences:
        if fence.kind in {"stage", "step"} and fence.is_closed:
            yield from _tree(fence.content, fence.kind)


def _tree(source: Source, opener: str = "") -> Iterator[Tree]:
    root = compose(source, Findings("")) if source.text.strip() else None
    if root is not None:
        yield Tree(root, opener)


def nodes_in(root: Node) -> Iterator[Node]:
    """`root` and every node in it, each once, in written order."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, Items):
            waiting.extend(reversed(node.items))
        elif isinstance(node, Entries):
            waiting.extend(pair.value for pair in reversed(node.pairs))


def running_text(source: SourceText) -> Iterator[Line]:
    """Every line of `source` in which links and mentions count: texts in YAML, and Markdown outside of fences."""
    for tree in trees_in(source):
        for node in nodes_in(tree.root):
            if isinstance(node, Scalar) and not (node.is_nothing and node.plain):
                yield from _scalar_lines(source, node.span)
    if part_of(source.file).is_markdown:
        yield from _body_lines(source_of(source.text))


def _scalar_lines(source: SourceText, span: Span) -> Iterator[Line]:
    numbers = range(span.line, span.end_line + 1)
    texts = [source.line(number) for number in numbers]
    texts[-1] = texts[-1][: span.end_column - 1]
    margin = span.column - 1
    if len(texts) == 1 or texts[0][:margin].strip():
        columns = [margin, *(0 for _ in texts[1:])]
    else:
        columns = [min(margin, len(text) - len(text.lstrip())) for text in texts]
    lines = [text[column:] for text, column in zip(texts, columns, strict=True)]
    yield from _outside_fences(lines, [column + 1 for column in columns], span.line)


def _body_lines(whole: Source) -> Iterator[Line]:
    parts = split(whole)
    body = parts.body if parts else whole
    yield from _outside_fences(body.lines, [1] * len(body.lines), body.first_line)


def _outside_fences(lines: list[str], columns: list[int], first: int) -> Iterator[Line]:
    for number, text in without_code(lines):
        yield Line(first + number, columns[number], text)


def without_code(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Those of `lines` that stand in no fence, by number from 0, with blanks in place of code."""
    fenced = {number for fence in fences_in(lines) for number in range(fence.first, fence.after)}
    for number, text in enumerate(lines):
        if number not in fenced:
            yield number, _CODE.sub(lambda found: " " * len(found[0]), text) if "`" in text else text
