"""What links lead to, and the way there from any file."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from journeybook.rendering.markdown.escape import address

Folders = Sequence[tuple[str, str]]
"""Those around a file, the nearest first, at last the root, each with the way up to it."""

OWN = "\ue014#"
"""Begins links to spots of the page itself, so that what stands on two pages is the same on both."""
_MOST_WAYS = 4_096
"""How many are kept of the files beside each other."""
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


class Ways:
    """What links lead to, as files have it that lie beside each other, each in a folder of its own.

    From all of them it is the same way to whatever lies in none of their folders.
    """

    def __init__(self, goal: Callable[[str], Goal]) -> None:
        """`goal` says what a link leads to."""
        self._goal = goal
        self._known: dict[str, tuple[str, str]] = {}
        """Targets as Markdown has them, each with the file, by the links."""

    def ways_of(self, at: str, own: str) -> Callable[[str], str]:
        """Gives the target of each link as Markdown has it in the file `at`.

        Links to spots of the page itself begin with `own`, which may be empty.
        """
        folders = folders_around(at)
        known, beside = self._known, folders[0][1]

        def way_to(url: str) -> str:
            found = known.get(url)
            if found and not found[1].startswith(beside):
                return found[0]
            if own and url.startswith((OWN, own)):
                # As ids are: MkDocs holds the one against the other.
                return address("#" + unquote(url.removeprefix(OWN).removeprefix(own)))
            goal = self._goal(url)
            file, written = goal.file or "", goal.written(at, folders)
            if not (file.startswith(beside) or _is_odd(file)):
                if len(known) == _MOST_WAYS:
                    known.clear()
                known[url] = written, file
            return written

        return way_to


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
