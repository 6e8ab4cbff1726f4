"""Which pages the host's relative links are the same for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from mkdocs.structure.pages import Page

from journeybook.mkdocs.quick.marks import Mark, SpliceError
from journeybook.mkdocs.quick.stand_in import Where

_ANY = "\ue0f2"
"""Stands in shapes for a folder to which nothing links."""


class LinkedFolders:
    """Folders that surroundings link into; only they make a difference for links from elsewhere.

    From `journeys/claim/` to `about/` it is as far as from `journeys/move/`; to `journeys/claim/notes/` it is not.
    """

    def __init__(self) -> None:
        self._known: set[tuple[str, ...]] = set()

    def __len__(self) -> int:
        return len(self._known)

    def note(self, url: str) -> None:
        """Take in where `url` leads, if it is relative to the site's root."""
        parsed = urlsplit(url)
        if parsed.scheme or parsed.netloc or url.startswith(("/", "#")):
            return
        parts = _parts(url)
        self._known.update(tuple(parts[: length + 1]) for length in range(len(parts)))

    def shape(self, url: str) -> str:
        """An address that stands for all that are as far from everything linked as `url`."""
        folder, _, name = url.rpartition("/")
        parts = _parts(folder if "." in name else url)
        known = next(
            (length for length in range(len(parts), 0, -1) if tuple(parts[:length]) in self._known),
            0,
        )
        return "".join(f"{part}/" for part in [*parts[:known], *([_ANY] * (len(parts) - known))])


def _parts(url: str) -> list[str]:
    """The folders and the name in `url`, as MkDocs counts them when it makes links relative."""
    found: list[str] = []
    for part in url.split("/"):
        if part == "..":
            found = found[:-1]
        elif part not in {"", "."}:
            found.append(part)
    return found


def relative_from(
    where: Where | Page, base_url: str, note: Callable[[str], None], url: Callable[[Any, Any], str]
) -> Callable[[Any, Any], str]:
    """The filter `url` for a page that stands for others, or for itself.

    It tells `note` of every address it is asked for.
    """

    def relative(_context: Any, value: Any) -> str:
        if isinstance(value, Mark):
            text = str(value)
            if "Url" not in text:
                raise SpliceError
            return text  # a link within the page, which stays as it is
        note(str(value))
        return url({"page": where, "base_url": base_url}, value)

    return relative
