"""The digest of everything that turns a view into HTML: our code and templates, and all that is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

import journeybook
import journeybook_theme
from journeybook.reading.program import installed

_SIZE = 20


@cache
def digest_of_engine() -> str:
    """The digest of this program as it is installed, in hexadecimal digits."""
    digest = blake2b(digest_size=_SIZE)
    digest.update(repr([sys.version, *installed()]).encode())
    for package in (journeybook, journeybook_theme):
        for folder in package.__path__:
            _add(digest, Path(folder))
    return digest.hexdigest()


def digest_of_folder(folder: Path | None) -> str:
    """The digest of all files in `folder`; empty where there is none."""
    if folder is None or not folder.is_dir():
        return ""
    digest = blake2b(digest_size=_SIZE)
    _add(digest, folder)
    return digest.hexdigest()


def _add(digest: blake2b, folder: Path) -> None:
    for path in sorted(_files(folder)):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        content = path.read_bytes()
        digest.update(len(content).to_bytes(8, "big") + content)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
