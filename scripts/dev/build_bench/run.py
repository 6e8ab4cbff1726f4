"""One process, and what it takes: seconds by the clock, seconds of work, memory of it and of all it starts."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

BETWEEN = 0.05
"""Seconds between two looks at the memory, if a look does not take longer than a twentieth of that."""


@dataclass(frozen=True, slots=True)
class Took:
    """What a run took."""

    seconds: float
    """By the clock."""
    work: float
    """Seconds of processor time, of all processes together."""
    memory: float
    """The most megabytes that all its processes held at once."""
    stopped: bool = False
    """Whether it was stopped because it took too long."""
    said: str = ""
    """What it printed."""

    def then(self, other: Took) -> Took:
        """Both runs, one after the other."""
        return Took(
            self.seconds + other.seconds,
            self.work + other.work,
            max(self.memory, other.memory),
            self.stopped or other.stopped,
        )


class RunError(Exception):
    """A run ended with an error; the message is what it said."""


def run(command: Sequence[str | Path], cwd: Path, limit: float, environment: Mapping[str, str]) -> Took:
    """Run a command to its end, or for `limit` seconds; `RunError` if it fails."""
    said = cwd / ".bench-output"
    with said.open("wb") as output:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [str(one) for one in command],
            cwd=cwd,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = _Watch(process.pid, begun + limit)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.over.set()
        watch.join()
    printed = said.read_text("utf-8", "replace")
    said.unlink()
    if process.returncode and not watch.stopped:
        raise RunError(f"{command}:\n{printed[-3000:]}")
    return Took(seconds, used.ru_utime + used.ru_stime, watch.peak / 1e6, watch.stopped, printed)


class _Watch(threading.Thread):
    """Looks at the memory of a process and its children, and ends them when their time is up."""

    def __init__(self, pid: int, until: float) -> None:
        super().__init__(daemon=True)
        self.over = threading.Event()
        self.peak = 0
        self.stopped = False
        self._pid = pid
        self._until = until

    def run(self) -> None:
        pause = 0.0
        while not self.over.wait(pause):
            begun = time.perf_counter()
            self.peak = max(self.peak, memory_of(self._pid))
            now = time.perf_counter()
            pause = max(BETWEEN, 20 * (now - begun))  # a look holds the process up
            if now > self._until and not self.stopped:
                self.stopped = True
                os.killpg(self._pid, signal.SIGKILL)


def memory_of(pid: int) -> int:
    """Bytes that a process and its children hold; what they share is counted once, where the system tells."""
    try:
        process = psutil.Process(pid)
        family = [process, *process.children(recursive=True)]
    except psutil.Error:
        return 0
    return sum(_held(one) for one in family)


def _held(process: psutil.Process) -> int:
    try:
        full = process.memory_full_info()
        return getattr(full, "pss", 0) or full.rss
    except (psutil.Error, OSError):  # it has ended meanwhile
        return 0
