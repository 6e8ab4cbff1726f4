"""What links lead to, and the way there from any file."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from journeybook.rendering.markdown.escape import address

Folders = Sequence[tuple[str, str]]
"""Those around a file, the nearest first, at last the root, each with the way up to it."""

_SAFE = "!$&'()*+,;=:@/~"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a link leads to."""

    file: str | None
    """A file or a folder from the output's root, not encoded; None if it leads to neither."""
    rest: str
    """What stands behind the file, or the whole target."""
    is_plain: bool
    """Whether no sign in it is written otherwise, in an address or in Markdown."""

    def way(self, at: str) -> str:
        """The target of the link in the file `at`."""
        file = self.file
        return self.rest if file is None else way(at, file) + self.rest

    def written(self, at: str, folders: Folders) -> str:
        """The target of the link in the file `at` with `folders` around it, as Markdown has it."""
        if not self.is_plain or (file := self.file) is None:
            return address(self.way(at))
        for ups, folder in folders:
            if file.startswith(folder):
                return (ups + file[len(folder) :] or "./") + self.rest
        return self.rest


def goal_at(file: str, rest: str) -> Goal:
    """What a link leads to that leads to `file`, and to the `rest` there."""
    return Goal(
        file, rest, is_plain=quote(file) == file and address(file + rest) == file + rest and not _is_odd(file)
    )


def way(at: str, path: str) -> str:
    """The relative link from one file to another, or to a folder."""
    if _is_odd(path):
        found = posixpath.relpath(path, posixpath.dirname(at) or ".")
        return _quoted(f"{found}/" if path.endswith("/") else found)
    ups, folder = next(one for one in folders_around(at) if path.startswith(one[1]))
    return ups + _quoted(path[len(folder) :]) or "./"


def _is_odd(path: str) -> bool:
    return "./" in path or "//" in path or path.startswith("/")


@lru_cache(maxsize=64)
def folders_around(at: str) -> Folders:
    """The folders around the file `at`."""
    parts = at.split("/")[:-1]
    return tuple(
        ("../" * ups, "".join(f"{one}/" for one in parts[: len(parts) - ups])) for ups in range(len(parts) + 1)
    )


@lru_cache(maxsize=16_384)
def _quoted(path: str) -> str:
    return quote(path, safe=_SAFE)
