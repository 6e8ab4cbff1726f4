"""Markdown with its building blocks shown, for hosts that cannot show them themselves."""

from __future__ import annotations

from collections.abc import Callable

from journeybook.reading.building_blocks import is_block
from journeybook.reading.fences import Fence, fences_in, inside

Shown = Callable[[str], str]
"""Turns the inside of a block's fence into what stands in its place."""


def with_blocks(text: str, shown: Shown) -> str:
    """Markdown `text` with each building block replaced by what `shown` gives, between blank lines.

    Every line of it keeps what stood before the fence, so that it stays in its list, quotation or admonition.
    """
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    out: list[str] = []
    done = 0
    for fence in filter(is_block, fences_in(lines)):
        out += lines[done : fence.first]
        out += _placed(fence, shown("\n".join(inside(fence, lines))))
        done = fence.after
    return "\n".join([*out, *lines[done:]])


def _placed(fence: Fence, html: str) -> list[str]:
    blank = fence.prefix.rstrip()
    return [blank, *(fence.prefix + line for line in html.split("\n")), blank]
