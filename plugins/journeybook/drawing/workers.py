"""Engines at work: several at once, each a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Timer

from journeybook.drawing import engine
from journeybook.drawing.engine import DrawingError

LONGEST = 60.0
"""Seconds after which a diagram is given up; the largest that are of use take some five."""
_WORTH_A_START = 3
"""Diagrams for which starting one more engine pays."""

Outcome = str | DrawingError
"""A diagram as the engine's SVG, or why there is none."""


def drawn_by_engines(sources: Sequence[str]) -> Iterator[Outcome]:
    """Each of `sources` as the engine draws it, in their order."""
    count = min(os.cpu_count() or 1, -(-len(sources) // _WORTH_A_START))
    idle: SimpleQueue[_Engine] = SimpleQueue()
    engines = [_Engine() for _ in range(count)]
    for one in engines:
        idle.put(one)

    def draw(source: str) -> Outcome:
        free = idle.get()
        try:
            return free.draw(source)
        except DrawingError as error:
            return error
        finally:
            idle.put(free)

    try:
        if not engines:
            return
        with ThreadPoolExecutor(count) as pool:
            yield from pool.map(draw, sources)
    finally:
        for one in engines:
            one.stop()


class _Engine:
    """One engine; starts with its first diagram, and again after one that it did not survive."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def draw(self, source: str) -> str:
        """The SVG of `source`; raises DrawingError."""
        process = self._process = self._process or _started()
        timer = Timer(LONGEST, process.kill)
        timer.start()
        try:
            line = _asked(process, json.dumps(source))
        except OSError:
            line = ""
        finally:
            timer.cancel()
        if not line:
            self.stop()
            raise DrawingError("the engine ended without an answer, or took too long")
        svg, why = json.loads(line)
        if why:
            raise DrawingError(why)
        return svg

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()


def _asked(process: subprocess.Popen[str], question: str) -> str:
    """The line that `process` answers to another; empty where it has ended."""
    if not process.stdin or not process.stdout:
        return ""
    process.stdin.write(f"{question}\n")
    process.stdin.flush()
    return process.stdout.readline()


def _started() -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, engine.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
    except OSError as error:
        raise DrawingError(f"the engine cannot be started: {error}") from error
