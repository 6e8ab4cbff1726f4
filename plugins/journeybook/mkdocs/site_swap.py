"""A site built beside the one that stands, and put in its place when it is whole."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def built_beside(site: Path) -> Generator[Path]:
    """A new folder to build into; it takes the place of `site` if the block ends well, and else goes away.

    Hidden files of the old site (`.git`, `.nojekyll`) stay, as with MkDocs.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    _mend(site)
    new, old = _beside(site, "building"), _beside(site, "replaced")
    new.mkdir()
    try:
        yield new
        _swap(site, new, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}-{os.getpid()}")


def _swap(site: Path, new: Path, old: Path) -> None:
    if not site.exists():
        new.rename(site)
        return
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    for hidden in old.glob(".*"):
        if not (site / hidden.name).exists():
            hidden.rename(site / hidden.name)
    shutil.rmtree(old, ignore_errors=True)


def _mend(site: Path) -> None:
    """Clear away what builds left behind that were killed, and bring back a site they had moved aside."""
    left = re.compile(rf"\.{re.escape(site.name)}\.(?P<what>building|replaced)-(?P<process>\d+)")
    for folder in sorted(site.parent.iterdir()):
        found = left.fullmatch(folder.name)
        if not found or _runs(int(found["process"])):
            continue
        if found["what"] == "replaced" and not site.exists():
            folder.rename(site)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _runs(process: int) -> bool:
    """Whether another process of that number runs; on Windows, where asking could end it, none does."""
    if process == os.getpid() or os.name == "nt":
        return False
    with suppress(ProcessLookupError, OverflowError):
        with suppress(PermissionError):
            os.kill(process, 0)
        return True
    return False
