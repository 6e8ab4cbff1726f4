"""Drawn diagrams kept in a folder from build to build."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FOLDER = ".cache/journeybook/diagrams"
"""Where a portal keeps them, from its root folder."""
KEPT_FOR = 30 * 24 * 3600.0
"""Seconds for which one that nobody asks for is kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of texts by key, which several builds may use at once.

    It only saves time: where it cannot be read or written, things are made anew.
    """

    folder: Path

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
            part = self.folder / f"{key}.{os.getpid()}.part"
            part.write_text(f"{_checksum(text)}\n{text}", encoding="utf-8", newline="\n")
            part.replace(self._path(key))
        except OSError:
            return

    def prune(self) -> None:
        """Delete what nobody has asked for in a long time, and what a build left half written."""
        oldest = time.time() - KEPT_FOR
        try:
            for path in self.folder.iterdir():
                if path.suffix in {".svg", ".part"} and path.stat().st_mtime < oldest:
                    path.unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.svg"


def _checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()
