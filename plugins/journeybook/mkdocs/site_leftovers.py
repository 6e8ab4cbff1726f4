"""Folders beside a site that builds in hand use, and those that killed builds left behind."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

BUILDING, REPLACED = "building", "replaced"


def beside(site: Path, what: str) -> Path:
    """The folder of this process beside `site` for a new site (BUILDING) or the old one (REPLACED)."""
    return site.with_name(f".{site.name}.{what}-{os.getpid()}")


def mend(site: Path) -> None:
    """Clear away what killed builds left beside `site`, and bring back a site they had moved aside."""
    left = re.compile(rf"\.{re.escape(site.name)}\.(?P<what>{BUILDING}|{REPLACED})-(?P<process>\d+)")
    for folder in sorted(site.parent.iterdir()):
        found = left.fullmatch(folder.name)
        if not found or runs(int(found["process"])):
            continue
        if found["what"] == REPLACED and not site.exists():
            with suppress(OSError):  # another build was quicker
                folder.rename(site)
        shutil.rmtree(folder, ignore_errors=True)


def runs(process: int) -> bool:
    """Whether another process of that number runs; on Windows, where asking could end it, none does."""
    if process == os.getpid() or os.name == "nt":
        return False
    with suppress(ProcessLookupError, OverflowError):
        with suppress(PermissionError):
            os.kill(process, 0)
        return True
    return False
