"""Blocks of Markdown, and how they are put together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

_INDENT = 4
"""What belongs to a list item begins here: the one depth that Python-Markdown and CommonMark agree on."""
_MARGIN = " " * _INDENT
ITEM = f"{'-':{_INDENT}}"
"""Stands before an item."""
_FURTHER = re.compile(r"(?<=\n)(?=[^\n])")
"""Where the lines begin that are not the first."""
APART = "<!-- -->"
"""Stands between lists that would become one."""


class Block(NamedTuple):
    """A block of Markdown, without blank lines around it."""

    text: str
    is_line: bool = False
    """Whether it is a paragraph, before which an anchor can stand."""
    listed: str = ""
    """`ul`, `ol` or `dl` for a list: two next to each other would become one."""


def joined(blocks: Iterable[Block]) -> str:
    """`blocks` with blank lines between them, and more between lists."""
    text, before = "", ""
    for block in blocks:
        if text:
            text += (
                f"\n\n{APART}\n\n" if before and block.listed and "dl" not in {before, block.listed} else "\n\n"
            )
        text += block.text
        before = block.listed
    return text


def add_anchored(identifier: str, blocks: list[Block], out: list[Block]) -> None:
    """Add `blocks` to `out`, with an anchor before them; `identifier` may be empty."""
    if identifier and blocks:
        anchor = f'<span id="{escape(identifier)}"></span>'
        if blocks[0].is_line:
            blocks[0] = Block(anchor + blocks[0].text, is_line=True)
        else:
            out.append(Block(anchor, is_line=True))
    out += blocks


def hung(mark: str, text: str) -> str:
    """`text` behind `mark`, and below it as far in."""
    first = mark + " " * (_INDENT - len(mark) if len(mark) < _INDENT else 1)
    return first + (_FURTHER.sub(_MARGIN, text) if "\n" in text else text)
