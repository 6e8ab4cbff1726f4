"""Markdown with its building blocks shown, for hosts that cannot show them themselves."""

from __future__ import annotations

from collections.abc import Callable

from journeybook.reading.building_blocks import is_block
from journeybook.reading.fences import Fence, fences_in, inside

Shown = Callable[[str], str]
"""Turns the inside of a block's fence into what stands in its place."""


def with_blocks(text: str, shown: Shown, within: Shown | None = None) -> str:
    """Markdown `text` with each building block replaced by what `shown` gives, between blank lines.

    Every line of it keeps what stood before the fence, so that it stays in its list, quotation or admonition.
    There `within` may give something else.
    """
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    out: list[str] = []
    done = 0
    for fence in filter(is_block, fences_in(lines)):
        out += lines[done : fence.first]
        show = within if within and fence.prefix else shown
        html = show("\n".join(inside(fence, lines))).split("\n")
        before, behind = out[-1:], lines[fence.after : fence.after + 1]
        out += [*_apart(fence, before), *(fence.prefix + line for line in html), *_apart(fence, behind)]
        done = fence.after
    return "\n".join([*out, *lines[done:]])


def _apart(fence: Fence, neighbour: list[str]) -> list[str]:
    """A blank line, unless the neighbouring line is one: two in a row would end what the fence stands in."""
    is_text = any(line.strip(" \t>\r") for line in neighbour)
    return [fence.prefix.rstrip()] if is_text else []
