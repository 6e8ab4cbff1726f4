"""What the host's own settings name by path: only told, for they are the author's and take many forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from journeybook.model.places import Span

_PATH = re.compile(r"[^\s'\":,\[\]{}#]+\.(?:md|markdown|ya?ml)\b")


def paths_named(settings: str, paths: Set[str]) -> Iterator[tuple[Span, str]]:
    """Where `settings`, the text of the host's file, names one of `paths` inside the content folder."""
    for number, line in enumerate(settings.splitlines(), start=1):
        for found in _PATH.finditer(line.partition(" #")[0]):
            if found[0].removeprefix("./") in paths:
                yield Span(number, found.start() + 1, number, found.end() + 1), found[0]
