"""What a narrative says, taken from its HTML: passages with their headings, and paragraphs of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>",
    re.IGNORECASE | re.DOTALL,
)
_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)')""")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WITHIN_WORDS = frozenset(
    {
        *("a", "abbr", "b", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small"),
        *("span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    }
)
_WITHIN_LINES = frozenset({"td", "th", "br", "img", "input", "label", "button"})
"""They part words, and not what is said."""
_UNSEEN = frozenset({"script", "style", "object", "svg", "template"})
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_EXCLUDED = re.compile(r"""\sdata-search-exclude\b|\sclass=["']?(?:headerlink|linenodiv)\b""")
"""Says so itself; or stands for permalinks and line numbers, which search plugins know by these classes."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and what is said below it."""

    anchor: str
    """The heading's id; empty for what stands before the first one that has an id."""
    title: str
    said: tuple[str, ...]
    """A paragraph each."""


def passages_in(html: str) -> tuple[Passage, ...]:
    """What `html` says; the first has no heading. A heading with `data-search-exclude` takes its passage along."""
    here = _Open("", title="")
    found = [here]
    for line, tag in _lines(html):
        heading = tag if tag and tag["name"].lower() in _HEADINGS else None
        if heading and heading["close"] and here.title is None:
            here.title = line
        elif line:
            here.said.append(line)
        if heading and not heading["close"] and (named := _ID.search(heading["attributes"])):
            unseen = "data-search-exclude" in heading["attributes"]
            here = _Open(unescape(named[1] or named[2] or ""), unseen=unseen)
            found.append(here)
    return tuple(Passage(one.anchor, one.title or "", tuple(one.said)) for one in found if not one.unseen)


@dataclass(slots=True)
class _Open:
    """A passage that is being read."""

    anchor: str
    title: str | None = None
    """None until its heading ends."""
    said: list[str] = field(default_factory=list[str])
    unseen: bool = False


def _lines(html: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Each line of text, as plain text, with the tag that ends it; a line may be empty."""
    parts: list[str] = []
    position = 0
    left_out, depth = "", 0
    for tag in _TAG.finditer(html):
        name = (tag["name"] or "").lower()
        if left_out:
            if name == left_out:
                depth += -1 if tag["close"] else 1
            if not depth:
                left_out, position = "", tag.end()
            continue
        parts.append(html[position : tag.start()])
        position = tag.end()
        if _begins_left_out(tag, name):
            left_out, depth = name, 1
        elif name in _WITHIN_LINES:
            parts.append(" ")
        elif name and name not in _WITHIN_WORDS:
            yield _plain(parts), tag
            parts.clear()
    if not left_out:
        parts.append(html[position:])
    yield _plain(parts), None


def _plain(parts: Iterable[str]) -> str:
    return " ".join(unescape("".join(parts)).split())


def _begins_left_out(tag: re.Match[str], name: str) -> bool:
    """Whether a tag opens something that no search shall see; headings say so for what stands below them."""
    if tag["close"] or name in _HEADINGS or name in _VOID or not name:
        return False
    return name in _UNSEEN or bool(_EXCLUDED.search(tag["attributes"]))
