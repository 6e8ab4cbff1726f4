"""Headings in an author's Markdown: found, moved to the level that fits, and given ids that nobody else has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeybook.model.inline import to_plain
from journeybook.model.mention_syntax import SCHEME

_HASHES = re.compile(r"^(?P<margin> {0,3})(?P<hashes>#{1,6})(?P<space>[ \t]*)(?P<title>\S.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(?P<sign>=+|-+)[ \t]*$")
_ATTRIBUTES = re.compile(r"[ \t]+\{:?(?P<inner>[^{}\n]*)\}$")
_ID = re.compile(r"#(?P<id>[^\s{}#]+)")
_NO_TITLE = re.compile(r"^\s*(?:$|[-*+>|]|\d+[.)]\s|\[\^|:\s)")
_COUNTED = re.compile(r"^(?P<stem>.*)_(?P<count>\d+)$")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading in a text."""

    line: int
    """Its line, from 0."""
    lines: int
    """How many lines it takes: 2 if it is underlined."""
    level: int
    title: str
    """In Markdown, without attributes."""
    attributes: str
    """What stands in braces behind it."""


def _headings(text: str) -> Iterator[_Heading]:
    """The headings at the margin; inside lists and admonitions nobody looks for them."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if found := _HASHES.match(line):
            yield _heading(number, 1, len(found["hashes"]), found["title"])
        elif (
            number
            and (found := _UNDERLINE.match(line))
            and not line.startswith("    ")
            and _can_be_underlined(lines, number - 1)
        ):
            yield _heading(number - 1, 2, 1 if found["sign"][0] == "=" else 2, lines[number - 1].strip())


def _can_be_underlined(lines: list[str], number: int) -> bool:
    """Whether a line is a paragraph of its own: only then a line below makes it a heading everywhere."""
    line = lines[number]
    alone = number == 0 or not lines[number - 1].strip()
    return alone and not _NO_TITLE.match(line) and not line.startswith("    ") and not _HASHES.match(line)


def _heading(line: int, lines: int, level: int, title: str) -> _Heading:
    found = _ATTRIBUTES.search(title)
    if not found:
        return _Heading(line, lines, level, title, "")
    return _Heading(line, lines, level, title[: found.start()], found["inner"].strip())


def ids_of(text: str, title_of: Callable[[str], str]) -> dict[int, str]:
    """The ids that the headings of `text` have by themselves, by line; `title_of` gives what mentions name.

    As Python-Markdown makes them, so that links to them go on leading there.
    """
    taken: set[str] = set()
    found: dict[int, str] = {}
    for heading in _headings(text):
        own = _ID.search(heading.attributes)
        identifier = own["id"] if own else _unique(_slug(_plain(heading.title, title_of)), taken)
        taken.add(identifier)
        found[heading.line] = identifier
    return found


def heading_lines(text: str, level: int, prefix: str, ids: dict[int, str]) -> str:
    """`text` with its highest headings at `level`, the others below without gaps, all with `prefix` and `ids`."""
    found = list(_headings(text))
    ranks = {old: min(level + rank, 6) for rank, old in enumerate(sorted({one.level for one in found}))}
    lines = text.split("\n")
    known = iter(ids.values())  # in order: lines may have moved
    for one in found:
        identifier = prefix + next(known, "")
        rest = _ID.sub("", one.attributes).strip()
        attributes = f"{{#{identifier}{' ' + rest if rest else ''}}}"
        lines[one.line : one.line + one.lines] = [
            f"{'#' * ranks[one.level]} {one.title} {attributes}",
            *[""] * (one.lines - 1),
        ]
    return "\n".join(lines)


def _plain(title: str, title_of: Callable[[str], str]) -> str:
    def named(written: str) -> tuple[str | None, str]:
        return None, title_of(written.removeprefix(SCHEME))

    return to_plain(_TAG.sub("", title), named)


def _slug(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^\w\s-]", "", ascii_only).strip().lower()
    return re.sub(r"[-\s]+", "-", words)


def _unique(identifier: str, taken: set[str]) -> str:
    while not identifier or identifier in taken:
        counted = _COUNTED.match(identifier)
        identifier = f"{counted['stem']}_{int(counted['count']) + 1}" if counted else f"{identifier}_1"
    return identifier
