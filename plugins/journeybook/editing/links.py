"""Links and mentions in one line of running text, with the stretch that names their target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from journeybook.model.elsewhere import elsewhere
from journeybook.model.kinds import Kind
from journeybook.model.mention_syntax import WIKI

_LABELLED = re.compile(rf"\]\[(?P<target>(?:{'|'.join(Kind)}):[^\[\]\s]+)\]")
_ELSEWHERE = re.compile(r"\]\[(?P<target>[^\s\[\]:/|]+:[^\[\]\s|]+)\]")
_FILE_LINKS = (
    re.compile(r"\]\(\s*(?:<(?P<angle>[^<>]*)>|(?P<bare>(?:[^()<>\s]|\([^()\s]*\))+))"),
    re.compile(r"^[ \t>]*\[[^\[\]^][^\[\]]*\]:[ \t]*(?:<(?P<angle>[^<>]*)>|(?P<bare>[^\s<>]+))"),
    re.compile(r"""\b(?:href|src)\s*=\s*(?:"(?P<angle>[^"]*)"|'(?P<bare>[^']*)')""", re.IGNORECASE),
)


class Found(NamedTuple):
    """A target in a line."""

    start: int
    end: int
    target: str


def mentions(text: str) -> Iterator[Found]:
    """The names in `[[name]]` and `[label][kind:name]`; those of other portals are left out."""
    for pattern in (WIKI, _LABELLED):
        for found in pattern.finditer(text):
            stripped = found["target"].strip()
            start = found.start("target") + found["target"].index(stripped)
            if not elsewhere(stripped):
                yield Found(start, start + len(stripped), stripped)


def mentions_elsewhere(text: str) -> Iterator[Found]:
    """The names of things in other portals: `[their call][hosting:touchpoint/support-call]`."""
    for pattern in (WIKI, _ELSEWHERE):
        for found in pattern.finditer(text):
            if elsewhere(found["target"]):
                yield Found(found.start("target"), found.end("target"), found["target"].strip())


def file_links(text: str) -> Iterator[Found]:
    """What links, pictures and addresses of HTML elements lead to, as written."""
    for pattern in _FILE_LINKS:
        for found in pattern.finditer(text):
            group = "bare" if found["bare"] is not None else "angle"
            yield Found(found.start(group), found.end(group), found[group])
