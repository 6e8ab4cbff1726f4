"""Work divided among processes that begin as copies of this one."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar, cast

_AT_ONCE = 8
"""How many pieces of work a process takes before it asks for more."""
_SWEPT_AFTER = 50
"""After how many pieces of work what they leave behind is thrown away: Jinja's macros hold what holds them, and so
each page leaves ten kilobytes that only a search for garbage finds."""
_SENT_AT_ONCE = 200
"""How many pieces of work a process sends in one message."""

Done = TypeVar("Done")
_HOST_LOG = logging.getLogger("mkdocs")


@dataclass
class _Batch(Generic[Done]):
    """What a process has done."""

    done: list[tuple[int, Done]] = field(default_factory=list[tuple[int, Done]])
    said: list[tuple[int, logging.LogRecord]] = field(default_factory=list[tuple[int, logging.LogRecord]])
    """What was logged meanwhile, with the work it was logged for."""
    fault: tuple[int, Exception] | None = None
    """What went wrong, and with which work; then the rest is not done."""


class Work(Generic[Done]):
    """Work under way."""

    def __init__(self, pieces: int, do: Callable[[int], Done], processes: int, at_end: Callable[[], None]) -> None:
        """Do `pieces` of work, `do` being called with the number of each, until nobody need begin another.

        This process is one of `processes`, for each has a copy of everything in the end. Each calls `at_end`
        when there is no more.
        """
        self._pieces = pieces
        self._do = do
        self._at_end = at_end
        self._running: list[tuple[Any, Connection]] = []
        self._batches: list[_Batch[Done]] = []
        gc.freeze()  # what is shared shall not be copied because it is looked at
        if processes < 2:
            self._batches.append(_Batch())
            numbers = iter(range(pieces))
            _work(do, lambda: next(numbers, None), self._batches[0])
            at_end()
            return
        context = multiprocessing.get_context("fork")
        next_one = context.Value("l", 0)
        sys.stdout.flush()
        sys.stderr.flush()
        for _ in range(processes - 1):
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=self._in_process, args=(next_one, theirs), daemon=True)
            process.start()
            theirs.close()
            self._running.append((process, ours))
        try:
            self._batches.append(self._take_part(next_one, lambda: None))
        except BaseException:
            self.stop()
            raise

    def finished(self) -> Sequence[Done]:
        """What was done, in the order of the pieces; raises what went wrong first, in that order too.

        What was logged meanwhile is logged now.
        """
        for process, connection in self._running:
            try:
                self._batches.append(_received(connection))
            except EOFError:
                message = "a process that made pages ended before its time; is there enough memory?"
                raise ChildProcessError(message) from None
            connection.close()
            process.join()
        self._running.clear()
        gc.unfreeze()
        _say(sorted((one for batch in self._batches for one in batch.said), key=lambda one: one[0]))
        if faults := [batch.fault for batch in self._batches if batch.fault]:
            raise min(faults, key=lambda fault: fault[0])[1]
        done = sorted((one for batch in self._batches for one in batch.done), key=lambda one: one[0])
        return [one for _, one in done]

    def stop(self) -> None:
        """End it, whatever is done."""
        for process, connection in self._running:
            process.terminate()
            process.join()
            connection.close()
        self._running.clear()

    def _in_process(self, next_one: Any, connection: Connection) -> None:
        parent = os.getppid()

        def check() -> None:
            if os.getppid() != parent:
                os._exit(1)  # the build was killed, and another one may be cleaning up behind it

        _send(self._take_part(next_one, check), connection)
        connection.close()

    def _take_part(self, next_one: Any, check: Callable[[], None]) -> _Batch[Done]:
        """Do what the others leave, and `check` before each piece that all is well."""
        numbers: list[int] = []

        def following() -> int | None:
            check()
            if not numbers:
                with next_one.get_lock():
                    first = next_one.value
                    next_one.value = first + _AT_ONCE
                numbers.extend(range(min(first + _AT_ONCE, self._pieces) - 1, first - 1, -1))
            return numbers.pop() if numbers else None

        batch: _Batch[Done] = _Batch()
        collects = gc.isenabled()
        gc.disable()
        try:
            _work(self._do, following, batch)
            self._at_end()
        finally:
            if collects:
                gc.enable()
        return batch


def _send(batch: _Batch[Done], connection: Connection) -> None:
    """Send what was done in parts: all at once would be in memory three times."""
    done, batch.done = batch.done, []
    while done:
        connection.send(done[-_SENT_AT_ONCE:])
        del done[-_SENT_AT_ONCE:]
    connection.send([])
    connection.send(batch)


def _received(connection: Connection) -> _Batch[Any]:
    """What a process has sent; raises EOFError if it ended before."""
    done: list[tuple[int, Any]] = []
    while part := connection.recv():
        done += part
    batch: _Batch[Any] = connection.recv()
    batch.done = done
    return batch


class _Keeping(logging.Handler):
    """Keeps what is logged, ready to be sent."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.said: list[tuple[int, logging.LogRecord]] = []

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args, record.exc_info = record.getMessage(), None, None
        self.said.append((self.number, record))


def _work(do: Callable[[int], Done], following: Callable[[], int | None], batch: _Batch[Done]) -> None:
    keeping = _Keeping()
    handlers = _HOST_LOG.handlers
    _HOST_LOG.handlers = cast("list[logging.Handler]", [keeping])
    propagated, _HOST_LOG.propagate = _HOST_LOG.propagate, False
    try:
        while (number := following()) is not None:
            keeping.number = number
            try:
                batch.done.append((number, do(number)))
            except Exception as error:
                batch.fault = (number, error)
                break
            if len(batch.done) % _SWEPT_AFTER == 0:
                gc.collect()
                gc.freeze()  # so that the next search goes through no more than what is new
    finally:
        _HOST_LOG.handlers, _HOST_LOG.propagate = handlers, propagated
        batch.said = keeping.said


def _say(said: Sequence[tuple[int, logging.LogRecord]]) -> None:
    """Log each message once: processes do not know what others have said."""
    before: set[tuple[str, str]] = set()
    for _, record in said:
        what = (record.name, record.getMessage())
        if what not in before:
            before.add(what)
            logging.getLogger(record.name).handle(record)
