"""Fences in an author's Markdown, wherever the host finds them: in lists, quotations, admonitions, tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OPENS = re.compile(r"(?P<prefix>[ \t>]*)(?P<signs>`{3,}|~{3,})(?P<info>[^`]*)")
_CONTAINER = re.compile(r"[ \t>]*(?:[-*+]\s|\d{1,9}[.)]\s|(?:!!!|\?\?\?\+?|===[!+]?|:|///)\s|\[\^[^\]]+\]:)")
"""Begins what text may stand in that is indented by four: items, admonitions, tabs, definitions, footnotes."""
_TAB = 4


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence that stands in no other fence."""

    first: int
    """Number of its opening line among the lines of the text, from 0."""
    after: int
    """Number of the first line behind it."""
    prefix: str
    """What stands before it on its line: blanks and signs of quotation."""
    info: str
    """The words behind the opening signs."""
    is_closed: bool


def fences_in(lines: Sequence[str]) -> Iterator[Fence]:
    """The fences in `lines`, in order. Indented code and comments are passed over, and so are fences in them."""
    at = 0
    while at < len(lines):
        line = lines[at].rstrip()
        if (opening := _OPENS.fullmatch(line)) and _counts(lines, at, opening["prefix"]):
            fence = _fence(lines, at, opening)
            yield fence
            at = fence.after
        elif line.lstrip().startswith("<!--") and "-->" not in line:
            at = next((one for one in range(at, len(lines)) if "-->" in lines[one]), at) + 1
        else:
            at += 1


def inside(fence: Fence, lines: Sequence[str]) -> list[str]:
    """The lines in `fence`, each with blanks in place of what stands before it, so that columns stay the same."""
    end = fence.after - 1 if fence.is_closed else fence.after
    quotes = fence.prefix.count(">")
    return [_without_quotes(lines[at], quotes).rstrip("\r") for at in range(fence.first + 1, end)]


def _fence(lines: Sequence[str], first: int, opening: re.Match[str]) -> Fence:
    prefix, signs = opening["prefix"], opening["signs"]
    quotes, width = prefix.count(">"), _width(prefix)
    closes = re.compile(rf"\s*{re.escape(signs[0])}{{{len(signs)},}}\s*")
    for at in range(first + 1, len(lines)):
        line = lines[at]
        if _leaves(line, quotes, width):
            return Fence(first, at, prefix, opening["info"].strip(), is_closed=False)
        if closes.fullmatch(_without_quotes(line, quotes)):
            return Fence(first, at + 1, prefix, opening["info"].strip(), is_closed=True)
    return Fence(first, len(lines), prefix, opening["info"].strip(), is_closed=False)


def _leaves(line: str, quotes: int, width: int) -> bool:
    """Whether `line` stands outside of what a fence at `width` stands in."""
    if quotes:
        return _prefix(line).count(">") < quotes
    return width >= _TAB and bool(line.strip()) and _width(_prefix(line)) < _TAB


def _counts(lines: Sequence[str], at: int, prefix: str) -> bool:
    """Whether a fence may stand at this place; if not, it is an example in indented code."""
    if ">" in prefix:
        return len(prefix.rpartition(">")[2].expandtabs(_TAB)) <= _TAB
    width = _width(prefix)
    if width < _TAB:
        return True
    above = next((one for one in range(at - 1, -1, -1) if _is_outside(lines[one], width)), None)
    while above is not None and above >= 0 and lines[above].strip():
        if _CONTAINER.match(lines[above]):
            return _counts(lines, above, re.match(r"[ \t]*", lines[above])[0])  # type: ignore[index]
        above -= 1
    return False


def _is_outside(line: str, width: int) -> bool:
    return bool(line.strip()) and _width(_prefix(line)) < width


def _prefix(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t>"))]


def _width(prefix: str) -> int:
    return len(prefix.expandtabs(_TAB))


def _without_quotes(line: str, quotes: int) -> str:
    if not quotes:
        return line
    return re.sub(rf"\A(?:[ \t]*>){{0,{quotes}}}", lambda found: " " * len(found[0]), line)
