"""Tables with pipes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from journeybook.rendering.markdown.inline import CELL, PROSE
from journeybook.rendering.markdown.tags import tag_of
from journeybook.rendering.markdown.tree import Element, elements_of, opened_in

_CELLS = 4_096
"""How many cells are kept as Markdown; most stand in several tables."""


class _Cell(NamedTuple):
    """A cell."""

    texts: Sequence[str]
    """Its text, and an empty one for each further column that it spans."""
    is_number: bool


class _Row(NamedTuple):
    """A row."""

    cells: Sequence[_Cell]
    is_unseen: bool


def pipe_table(table: Element) -> Iterator[str]:
    """The blocks that say what `table` says: its caption, if readers see it, and the table.

    The first row is the header. Cells that span others stand in the first of them.
    """
    html = table.inner
    yield from _captions(html)
    *pieces, _ = html.split("</tr>")
    rows = [*(_rows_of(table) if "<table" in html else map(_row, pieces))]
    texts = [[text for cell in row.cells for text in cell.texts] for row in rows if not row.is_unseen]
    width = max(map(len, texts), default=0)
    if not width:
        return
    rules = ["---:" if cell.is_number else "---" for cell in rows[0].cells]
    lines = [_line(texts[0], width), _line([*rules, *["---"] * (width - len(rules))], width)]
    yield "\n".join([*lines, *(_line(row, width) for row in texts[1:])])


def _captions(html: str) -> Iterator[str]:
    """The texts of those captions in the `html` of a table that readers see."""
    begin = html.find("<caption")
    for one in elements_of(html[begin : html.find("</caption>", begin)]) if begin >= 0 else ():
        if not one.tag.is_unseen and (text := PROSE.line(one.inner).strip()):
            yield text


def _rows_of(table: Element) -> Iterator[_Row]:
    """The rows of a table that holds others."""
    for row in table.below("tr"):
        yield _Row([_cell_of(cell) for cell in row.below("th", "td")], row.tag.is_unseen)


def _row(html: str) -> _Row:
    """The row in `html`, which lacks its closing tag, of a table that holds no others."""
    begin = html.find("<tr")
    end = html.find(">", begin)
    *cells, _ = html[end + 1 :].replace("</th>", "</td>").split("</td>")
    return _Row([*map(_cell, cells)], tag_of(html[begin + 1 : end]).is_unseen)


@lru_cache(maxsize=_CELLS)
def _cell(html: str) -> _Cell:
    """The cell in `html`, which lacks its closing tag."""
    return _cell_of(opened_in(html))


def _cell_of(cell: Element) -> _Cell:
    tag = cell.tag
    text = CELL.line_of(cell.inner).strip()
    if tag.said and (tag.id or tag.language):
        anchor = f' id="{tag.id}"' if tag.id else ""
        text = f"<span{anchor}{tag.language}>{text}</span>"
    span = tag.attributes.get("colspan", "")
    return _Cell([text, *[""] * (int(span) - 1 if span.isdigit() else 0)], tag.is_a("jb-number"))


def _line(cells: list[str], width: int) -> str:
    return f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
