"""What names this program as it is installed, so that what another version kept is not believed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path


def program_of(folders: Iterable[Path]) -> Iterator[str]:
    """What names Python, every module in `folders`, and all that is installed beside them."""
    yield sys.version
    for folder in folders:
        yield from _modules(folder)
    yield from installed()


def _modules(folder: Path) -> Iterator[str]:
    for inside, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith(".py"):
                about = os.stat(f"{inside}/{name}")  # noqa: PTH116  # hundreds of them, at every start
                yield f"{inside}/{name} {about.st_size} {about.st_mtime_ns}"


def installed() -> tuple[str, ...]:
    """The packages that this program can import, each with its version."""
    return _installed_in(tuple(sys.path))


@cache
def _installed_in(folders: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for folder in folders:
        if os.path.isdir(folder):  # noqa: PTH112  # an entry may be anything
            found += sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
    return tuple(found)
