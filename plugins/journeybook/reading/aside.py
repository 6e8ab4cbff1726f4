"""Work that a copy of this process does beside it, where a processor would have nothing to do."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable
from typing import Generic, NoReturn, TypeVar, cast

from journeybook.reading.processes import processes_for

Result = TypeVar("Result")

_open: set[int] = set()
"""The pipes on which this process waits for others: a copy of it must let go of them, or nobody would notice that
this program has been stopped."""


class Aside(Generic[Result]):
    """A piece of work under way."""

    def __init__(self, do: Callable[[], Result]) -> None:
        """Begin to `do` it, in a copy of this process: it changes nothing here, and gives what can be pickled.

        Where no process can be had, it is done when its result is asked for. `result` or `end` must be called.
        """
        self._do = do
        self._process, self._pipe = _begun(do) if processes_for(2, 1) > 1 else (0, 0)

    def result(self) -> Result:
        """What came of it. If the other process ended before its time, it is done here, where faults are shown."""
        if not self._process:
            return self._do()
        try:
            with open(self._pipe, "rb", closefd=False) as pipe:
                return cast(Result, pickle.load(pipe))  # noqa: S301  # written by a copy of this very process
        except (EOFError, pickle.UnpicklingError):
            return self._do()
        finally:
            self.end()

    def end(self) -> None:
        """Wait for the other process, whatever came of it; nothing if nobody has begun, or it has ended."""
        process, self._process = self._process, 0
        if process:
            _open.discard(self._pipe)
            os.close(self._pipe)  # one that is still sending then ends
            os.waitpid(process, 0)


def _begun(do: Callable[[], object]) -> tuple[int, int]:
    """The number of another process that has begun, and its pipe; zeros where none could be had."""
    ours, theirs = os.pipe()
    try:
        process = os.fork()
    except OSError:  # there are too many processes already
        os.close(ours)
        os.close(theirs)
        return 0, 0
    if not process:
        _do_and_send(do, ours, theirs)
    os.close(theirs)
    _open.add(ours)
    return process, ours


def _do_and_send(do: Callable[[], object], ours: int, theirs: int) -> NoReturn:
    try:
        gc.disable()
        for one in (ours, *_open):
            os.close(one)
        done = do()
        with open(theirs, "wb") as pipe:
            pickle.dump(done, pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)  # whatever went wrong: what it did not send is done again
