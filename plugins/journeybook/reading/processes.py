"""How many processes share the work of this one, as copies of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PROCESSES = "JOURNEYBOOK_PROCESSES"
"""The environment variable that says how many processes share the work of a build."""


def processes_for(pieces: int, worth_one: int) -> int:
    """How many processes shall share so many `pieces` of work, if a process is worth starting for `worth_one`.

    1 where this one does all.
    """
    if not _is_alone():
        return 1
    if (wanted := os.environ.get(PROCESSES, "")).isdecimal():
        return max(1, min(int(wanted), pieces))
    return max(1, min(len(os.sched_getaffinity(0)), pieces // worth_one))


def _is_alone() -> bool:
    """Whether this process can be copied: elsewhere than on Linux, and beside other threads, it is not safe."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False
