"""Python's search for garbage, which is in the way of whoever reads a great deal and throws none of it away."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Generator
from contextlib import contextmanager, suppress


@contextmanager
def all_of_it_stays() -> Generator[None]:
    """No search for garbage meanwhile: what is read stays, and the search would take a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class GarbagePause:
    """No search for garbage from `begin` to `end`, where what happens between them is in no one place."""

    def __init__(self) -> None:
        self._was_on = False

    def begin(self) -> None:
        """Search no more."""
        self._was_on = self._was_on or gc.isenabled()
        gc.disable()

    def end(self) -> None:
        """Search as before; also if nothing was begun."""
        if self._was_on:
            gc.enable()
        self._was_on = False


def give_back() -> None:
    """Give memory that nobody uses back to the operating system.

    Linux' C library keeps what long texts leave between things that stay, and each copy of this process takes it
    along: at 20,000 pages that was a seventh of all memory. It takes some milliseconds.
    """
    from ctypes import CDLL  # that starts nothing: who divides work has it already

    with suppress(OSError, TypeError, AttributeError):  # another system, or another library
        CDLL(None).malloc_trim(0)


def end_without_search() -> None:
    """Have this process end without one more search through all that it still holds."""
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
