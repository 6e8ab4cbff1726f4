"""What took long to make, kept in a folder from run to run."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

CACHE = ".cache/journeybook"
"""Where a portal keeps such things, from its root folder."""
KEPT_FOR = 30 * 24 * 3600.0
"""Seconds for which one that nobody asks for is kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of texts by key, which several runs may use at once.

    It only saves time: where it cannot be read or written, things are made anew.
    """

    folder: Path
    """One below `CACHE`."""
    ending: str
    """Of the names of its files: `.svg`."""
    most: int | None = None
    """How many are kept, those that were of use last; None for as many as there are."""

    def get(self, key: str) -> str | None:
        """The text kept under `key`; None if there is none, or if it is damaged."""
        path = self._path(key)
        try:
            checksum, _, text = path.read_text(encoding="utf-8").partition("\n")
            if checksum != _checksum(text):
                return None
            os.utime(path)  # it is of use still
        except (OSError, UnicodeDecodeError):
            return None
        return text

    def put(self, key: str, text: str) -> None:
        """Keep `text` under `key`; nobody ever sees half of it."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            hide_from_git(self.folder.parent)
            part = self.folder / f"{key}.{os.getpid()}.part"
            part.write_text(f"{_checksum(text)}\n{text}", encoding="utf-8", newline="\n")
            part.replace(self._path(key))
        except OSError:
            return

    def prune(self) -> None:
        """Delete what nobody has asked for in a long time, and what a build left half written."""
        oldest = time.time() - KEPT_FOR
        try:
            ours = [path for path in self.folder.iterdir() if path.suffix in {self.ending, ".part"}]
            by_use = sorted(ours, key=lambda path: (path.stat().st_mtime, path.name), reverse=True)
            for number, path in enumerate(by_use):
                if path.stat().st_mtime < oldest or (self.most is not None and number >= self.most):
                    path.unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{self.ending}"


def hide_from_git(cache: Path) -> None:
    """Have Git ignore the folder `cache`, also where a portal's own `.gitignore` does not speak of it."""
    ignored = cache / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8", newline="\n")


def _checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()
