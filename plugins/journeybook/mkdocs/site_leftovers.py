"""Folders beside a site that builds in hand use, and those that killed builds left behind."""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path

A_DAY = 24 * 3600.0
BUILDING, REPLACED = "building", "replaced"


def beside(site: Path, what: str) -> Path:
    """The folder of this process beside `site` for a new site (BUILDING) or the old one (REPLACED)."""
    return site.with_name(f".{site.name}.{what}-{os.getpid()}")


def leftovers(site: Path) -> list[Path]:
    """The folders that killed builds left beside `site`."""
    left = re.compile(rf"\.{re.escape(site.name)}\.(?:{BUILDING}|{REPLACED})-(?P<process>\d+)")
    folders = [(folder, left.fullmatch(folder.name)) for folder in sorted(site.parent.iterdir())]
    return [folder for folder, found in folders if found and is_left(folder, int(found["process"]))]


def mend(site: Path, left: list[Path]) -> None:
    """Clear away what is `left` of killed builds, and bring back a site that they had moved aside.

    Nobody else publishes the site meanwhile.
    """
    for folder in left:
        if folder.name.startswith(f".{site.name}.{REPLACED}-") and not site.exists():
            with suppress(OSError):  # another build was quicker
                folder.rename(site)
        shutil.rmtree(folder, ignore_errors=True)


def is_left(path: Path, process: int) -> bool:
    """Whether nobody uses `path` any more, which the process of that number has made."""
    if process == os.getpid():
        return True  # a process before this one, which had the same number; in containers most have
    if os.name == "nt":  # asking for a process could end it there
        return time.time() - path.stat().st_mtime > A_DAY
    with suppress(ProcessLookupError, OverflowError):
        with suppress(PermissionError):
            os.kill(process, 0)
        return False
    return True
