"""Tables with pipes."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.rendering.markdown.inline import CELL, Inline
from journeybook.rendering.markdown.tree import Element


def pipe_table(table: Element, inline: Inline) -> Iterator[str]:
    """The blocks that say what `table` says: its caption, if readers see it, and the table.

    The first row is the header. Cells that span others stand in the first of them.
    """
    for caption in table.below("caption"):
        if not caption.tag.is_unseen and (text := inline.line(caption.children).strip()):
            yield text
    rows = [[*_cells(row, inline)] for row in _rows(table)]
    width = max(map(len, rows), default=0)
    if not width:
        return
    first = next(iter(table.below("tr")))
    ends = [cell.tag.is_a("jb-number") for cell in first.below("th", "td")]
    rules = ["---:" if one else "---" for one in ends]
    lines = [_line(rows[0], width), _line([*rules, *["---"] * (width - len(rules))], width)]
    yield "\n".join([*lines, *(_line(row, width) for row in rows[1:])])


def _rows(table: Element) -> Iterator[Element]:
    return (row for row in table.below("tr") if not row.tag.is_unseen)


def _cells(row: Element, inline: Inline) -> Iterator[str]:
    for cell in row.below("th", "td"):
        yield _cell(cell, inline)
        span = cell.tag.attributes.get("colspan", "")
        if span:
            yield from [""] * (int(span) - 1 if span.isdigit() else 0)


def _cell(cell: Element, inline: Inline) -> str:
    text = inline.line(cell.children, CELL).strip()
    tag = cell.tag
    if tag.said and (tag.id or tag.language):
        anchor = f' id="{tag.id}"' if tag.id else ""
        text = f"<span{anchor}{tag.language}>{text}</span>"
    return text


def _line(cells: list[str], width: int) -> str:
    return f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
