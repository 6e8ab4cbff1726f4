"""Everything that what `check` finds can depend on, as one hash."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import journeybook
from journeybook.model.portal_files import LOCK_FILE, OPTIONS_FILE
from journeybook.reading.files import MAX_BYTES
from journeybook.reading.program import program_of

_AT_THE_ROOT = (OPTIONS_FILE, OPTIONS_FILE.replace(".yml", ".yaml"), LOCK_FILE)
_OTHER_PORTALS = "portals"
_CODE = (*map(Path, journeybook.__path__), Path(__file__).parent)


class _OddError(Exception):
    """Something whose content a hash cannot speak for."""


def stamp_of(root: Path, content: str, *others: object, files: tuple[Path, ...] = ()) -> str | None:
    """A hash over all files that `check` reads of the portal in `root`, over `others` and over this program.

    `content` is the content folder, `files` are read as well. None where links, devices or files that cannot be
    read make a hash uncertain; then nothing may be kept.
    """
    try:
        parts = list(_parts(root, content, files))
    except (_OddError, OSError):
        return None
    whole = hashlib.sha256()
    for part in (*map(str, others), *program_of(_CODE), *parts):
        text = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(text))
        whole.update(text)
    return whole.hexdigest()


def _parts(root: Path, content: str, files: tuple[Path, ...]) -> Iterator[str]:
    for name in (*_AT_THE_ROOT, *files):
        path = root / name
        yield f"{name} {_content(path)}" if os.path.lexists(path) else f"no {name}"
    for folder in (root / content, root / _OTHER_PORTALS):
        yield str(folder.relative_to(root))
        if os.path.lexists(folder):
            yield from _folder(folder, "")


def _folder(folder: Path, inside: str) -> Iterator[str]:
    """Every file and folder in `folder`, whose path from where we began is `inside`."""
    if stat.S_ISLNK(folder.lstat().st_mode):
        raise _OddError
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            path = f"{inside}{entry.name}"
            if entry.name.startswith("."):
                continue  # never read
            if entry.is_dir(follow_symlinks=False):
                yield f"{path}/"
                yield from _folder(Path(entry.path), f"{path}/")
            else:
                yield f"{path} {_content(Path(entry.path))}"


def _content(path: Path) -> str:
    """What stands in a file; of one that is too large to be read as a source, its size and when it changed."""
    about = path.lstat()
    if not stat.S_ISREG(about.st_mode):
        raise _OddError
    if about.st_size > MAX_BYTES:
        return f"{about.st_size} {about.st_mtime_ns} {about.st_ino}"
    return hashlib.sha256(path.read_bytes()).hexdigest()
