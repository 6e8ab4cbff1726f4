"""What stands in a folder, and how files come into it and go."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple


class Standing(NamedTuple):
    """How a file stands on the disk: what tells cheaply that nobody has touched it."""

    size: int
    """In bytes; -1 for what is no ordinary file: a link, a pipe."""
    changed: int
    """When it was changed last, in nanoseconds."""


NO_FILE = Standing(-1, 0)
"""What stands where no ordinary file does."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder and all below it."""

    root: str
    files: dict[str, Standing] = field(default_factory=dict[str, Standing])
    """By path from the root, with forward slashes. A link is a file here, wherever it leads."""
    folders: list[str] = field(default_factory=list[str])
    """Paths of all folders below the root, each before those that stand in it."""

    def same_content(self, path: str, other: Tree) -> bool:
        """Whether the file at `path` holds the same bytes in both."""
        mine, its = self.files[path], other.files.get(path, NO_FILE)
        if mine.size != its.size or its is NO_FILE:
            return False
        with suppress(OSError):
            return _same_bytes(f"{self.root}/{path}", f"{other.root}/{path}")
        return False


_AT_ONCE = 1_000_000
"""Bytes that are read at once."""


def _same_bytes(one: str, other: str) -> bool:
    with open(one, "rb", buffering=0) as first, open(other, "rb", buffering=0) as second:  # noqa: PTH123
        while content := first.read(_AT_ONCE):
            if content != second.read(_AT_ONCE):
                return False
        return not second.read(1)


def walk(root: Path, *, hidden: bool = True) -> Tree:
    """What stands in `root`; nothing if there is no such folder. `hidden`: also `.git` and the like at its top."""
    tree = Tree(str(root))
    _walk(tree, tree.root, "", hidden=hidden)
    return tree


def _walk(tree: Tree, folder: str, prefix: str, *, hidden: bool) -> None:
    inner: list[tuple[str, str]] = []
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if not hidden and name.startswith("."):
                continue
            path = prefix + name
            if entry.is_dir(follow_symlinks=False):
                inner.append((entry.path, path))
            elif entry.is_file(follow_symlinks=False):
                found = entry.stat(follow_symlinks=False)
                tree.files[path] = Standing(found.st_size, found.st_mtime_ns)
            else:
                tree.files[path] = NO_FILE
    for place, path in inner:
        tree.folders.append(path)
        _walk(tree, place, f"{path}/", hidden=True)


def digest_of_standing(files: Mapping[str, Standing], folders: Iterable[str]) -> str:
    """Stands for `files` as they are on the disk, with their `folders`, none more and none less."""
    return blake2b(repr((sorted(files.items()), sorted(folders))).encode(), digest_size=20).hexdigest()


def standing(path: str) -> Standing | None:
    """How the file at `path` stands; None if there is none that is an ordinary file."""
    try:
        found = os.stat(path, follow_symlinks=False)  # noqa: PTH116 — asked for every page; a Path costs as much again
    except OSError:
        return None
    return Standing(found.st_size, found.st_mtime_ns) if found.st_mode & 0o170000 == 0o100000 else None


def folders_of(paths: Set[str]) -> Set[str]:
    """All folders that files at `paths` stand in, without the root."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def make_way(root: str, path: str) -> None:
    """Delete what stands below `root` where the file at `path`, or a folder of it, shall be."""
    *folders, name = path.split("/")
    place = Path(root)
    for folder in folders:
        place /= folder
        if place.is_symlink() or place.is_file():
            place.unlink()
    place /= name
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)


def move(source: str, target: str) -> None:
    """Put the file `source` at `target`, whose folder stands, in the place of what is there.

    Where it cannot be moved, because `target` is on another disk or held open, it is copied.
    """
    try:
        os.replace(source, target)  # noqa: PTH105 — as above
    except OSError:
        part = f"{target}.{os.getpid()}.part"
        try:
            shutil.copy2(source, part)
            Path(part).replace(target)
        except OSError:
            Path(part).unlink(missing_ok=True)
            shutil.copy2(source, target)


def delete(tree: Tree, files: Set[str], folders: Set[str]) -> None:
    """Delete `files` of the `tree`, and then those of its `folders` that are empty."""
    for path in files:
        with suppress(FileNotFoundError):
            os.unlink(f"{tree.root}/{path}")  # noqa: PTH108 — as above
    for path in reversed(tree.folders):
        if path in folders:
            with suppress(OSError):
                os.rmdir(f"{tree.root}/{path}")  # noqa: PTH106 — as above
