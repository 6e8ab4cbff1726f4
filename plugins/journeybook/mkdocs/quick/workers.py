"""Work divided among processes that begin as copies of this one."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar, cast

from journeybook.reading.garbage import give_back

_AT_ONCE = 32
"""How many pieces of work go on together, step by step: a processor is quickest at what it has just done.

One piece after the other, pages take an eighth longer.
"""
_SWEPT_AFTER = 50
"""After how many pieces of work what they leave behind is thrown away: Jinja's macros hold what holds them, and so
each page leaves ten kilobytes that only a search for garbage finds."""
_GIVEN_BACK_AFTER = 500
"""After how many pieces of work memory is given back: it takes a millisecond, and some must be had anew."""
_SENT_AT_ONCE = 200
"""How many pieces of work a process sends in one message."""

Done = TypeVar("Done")
Steps = Generator[None, None, Done]
"""A piece of work in steps, which are alike in all pieces."""
_HOST_LOG = logging.getLogger("mkdocs")


@dataclass(frozen=True, slots=True)
class Pieces:
    """How much work there is; each piece has a number, from 0."""

    count: int
    long: int = 0
    """How many of them, the first, take so long, and so much memory, that each goes on alone."""

    def are_long(self, numbers: range) -> bool:
        """Whether those that go on together are one that takes long."""
        return numbers.start < self.long

    def after(self, first: int, processes: int) -> range:
        """Those that go on together in one of `processes`, where all before `first` are taken."""
        if first < self.long:
            return range(first, first + 1)
        left = self.count - first
        most = left if processes < 2 else -(-left // (2 * processes))  # so that all come to an end at once
        return range(first, first + min(_AT_ONCE, most))


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

    def __init__(
        self, pieces: Pieces, do: Callable[[int], Steps[Done]], processes: int, at_end: Callable[[], None]
    ) -> None:
        """Do `pieces` of work, `do` being called with the number of each, until nobody need begin another.

        This process is one of `processes`, for each has a copy of everything in the end. Each calls `at_end`
        when there is no more.
        """
        self._pieces = pieces
        self._do = do
        self._processes = processes
        self._at_end = at_end
        self._running: list[tuple[Any, Connection]] = []
        self._batches: list[_Batch[Done]] = []
        give_back()  # or each process takes with it what reading has left
        gc.freeze()  # what is shared shall not be copied because it is looked at
        if processes < 2:
            self._batches.append(_Batch())
            _work(do, self._in_turn(), pieces.are_long, self._batches[0])
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

    def _in_turn(self) -> Iterator[range]:
        """All pieces, for one process."""
        first = 0
        while numbers := self._pieces.after(first, 1):
            yield numbers
            first = numbers.stop

    def _in_process(self, next_one: Any, connection: Connection) -> None:
        parent = os.getppid()

        def check() -> None:
            if os.getppid() != parent:
                os._exit(1)  # the build was killed, and another one may be cleaning up behind it

        _send(self._take_part(next_one, check), connection)
        connection.close()

    def _take_part(self, next_one: Any, check: Callable[[], None]) -> _Batch[Done]:
        """Do what the others leave, and `check` before each piece that all is well."""

        def following() -> Iterator[range]:
            while True:
                check()
                with next_one.get_lock():
                    numbers = self._pieces.after(next_one.value, self._processes)
                    next_one.value = numbers.stop
                if not numbers:
                    return
                yield numbers

        batch: _Batch[Done] = _Batch()
        collects = gc.isenabled()
        gc.disable()
        try:
            _work(self._do, following(), self._pieces.are_long, batch)
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


def _work(
    do: Callable[[int], Steps[Done]],
    following: Iterable[range],
    is_long: Callable[[range], bool],
    batch: _Batch[Done],
) -> None:
    keeping = _Keeping()
    handlers = _HOST_LOG.handlers
    _HOST_LOG.handlers = cast("list[logging.Handler]", [keeping])
    propagated, _HOST_LOG.propagate = _HOST_LOG.propagate, False
    swept = given_back = 0
    try:
        for numbers in following:
            _go_on([(number, do(number)) for number in numbers], keeping, batch)
            if batch.fault:
                break
            if is_long(numbers) or len(batch.done) - swept >= _SWEPT_AFTER:
                swept = len(batch.done)
                gc.collect()
                gc.freeze()  # so that the next search goes through no more than what is new
            if is_long(numbers) or len(batch.done) - given_back >= _GIVEN_BACK_AFTER:
                given_back = len(batch.done)
                give_back()
    finally:
        _HOST_LOG.handlers, _HOST_LOG.propagate = handlers, propagated
        batch.said = keeping.said


def _go_on(begun: list[tuple[int, Steps[Done]]], keeping: _Keeping, batch: _Batch[Done]) -> None:
    """Take the same step of each piece, then the next: a processor is quickest at what it has just done."""
    while begun:
        left: list[tuple[int, Steps[Done]]] = []
        for number, steps in begun:
            keeping.number = number
            try:
                next(steps)
                left.append((number, steps))
            except StopIteration as end:
                batch.done.append((number, end.value))
            except Exception as error:
                batch.fault = (number, error)
                break  # those before may still turn out to be wrong first
        begun = left


def result_of(steps: Steps[Done]) -> Done:
    """What comes of a piece of work, all of it done at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def _say(said: Sequence[tuple[int, logging.LogRecord]]) -> None:
    """Log each message once: processes do not know what others have said."""
    before: set[tuple[str, str]] = set()
    for _, record in said:
        what = (record.name, record.getMessage())
        if what not in before:
            before.add(what)
            logging.getLogger(record.name).handle(record)
