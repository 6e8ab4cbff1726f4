"""The lines of a step or stage: an item of a YAML list, or what stands below a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journeybook.editing.change import EditingError
from journeybook.editing.source_text import SourceText
from journeybook.model import Entity, Kind
from journeybook.reading.blocks import blocks_of
from journeybook.reading.front_matter import split
from journeybook.reading.roles import part_of
from journeybook.reading.sources import source_of

_DASH = re.compile(r"(\s*)- +")
_COMMENT = re.compile(r"(\s*)#")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Whole lines of a file."""

    file: str
    start: int
    """Where the first begins, in characters from the start of the file."""
    end: int
    """Where the line behind the last begins."""
    indent: int | None
    """Blanks before its dash; None for what stands below a heading."""
    text: str
    """Its characters, with line feeds."""


def chunk_of(entity: Entity, source: SourceText) -> Chunk:
    """The lines of the step or stage `entity`, with the comments above it; EditingError if it shares a line."""
    if part_of(source.file).is_markdown and (found := _below_heading(entity, source)):
        return found
    span = entity.place.span
    dash = _DASH.fullmatch(source.line(span.line)[: span.column - 1])
    if dash is None or span.end_line < span.line:
        raise EditingError(
            f"{source.file}:{span.line}: this {entity.kind_of} shares its line with others; "
            "write it on lines of its own, or move it by hand"
        )
    indent, first, last = len(dash[1]), span.line, span.end_line
    while first > 1 and (above := _COMMENT.match(source.line(first - 1))) and len(above[1]) == indent:
        first -= 1
    while last < source.lines and (below := _COMMENT.match(source.line(last + 1))) and len(below[1]) > indent:
        last += 1
    return _chunk(source, first, last + 1, indent)


def _below_heading(entity: Entity, source: SourceText) -> Chunk | None:
    parts = split(source_of(source.text))
    headings = [one for one in blocks_of(parts.body).headings if one.level > 1] if parts else []
    levels = 2 if entity.kind_of is Kind.STAGE else 3
    for number, heading in enumerate(headings):
        if heading.span == entity.place.span:
            following = (one.line for one in headings[number + 1 :] if one.level <= levels)
            return _chunk(source, heading.line, next(following, source.lines + 1), None)
    return None


def _chunk(source: SourceText, first: int, after: int, indent: int | None) -> Chunk:
    start, end = source.start_of(first), source.start_of(after)
    text = source.text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    return Chunk(source.file, start, end, indent, text)


def placed(chunk: Chunk, indent: int | None) -> str:
    """The text of `chunk` where the dashes of its neighbours stand behind `indent` blanks."""
    if chunk.indent is None or indent is None:
        if chunk.indent != indent:
            raise EditingError("one of them stands in a list and the other below a heading; move it by hand")
        return chunk.text.rstrip("\n") + "\n\n"
    more = indent - chunk.indent
    lines = chunk.text.rstrip("\n").split("\n")
    return "".join(f"{_indented(line, more)}\n" for line in lines)


def _indented(line: str, more: int) -> str:
    if more >= 0 or not line.strip():
        return " " * more + line if line.strip() else line
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(-more, blanks) :]
