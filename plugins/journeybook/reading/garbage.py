"""Python's search for garbage, which is in the way of whoever reads a great deal and throws none of it away."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache


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


@cache
def not_searched_at_the_end() -> None:
    """Have Python look through nothing for garbage when it ends: the system takes all of it back at once."""
    atexit.register(gc.freeze)
