"""The search for garbage pauses, and goes on as it was."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator

import pytest

from journeybook.reading.garbage import GarbagePause, give_back


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


def test_pauses_from_begin_to_end() -> None:
    gc.enable()
    pause = GarbagePause()
    pause.begin()
    pause.begin()  # of a build after one that was interrupted
    assert not gc.isenabled()
    pause.end()
    assert gc.isenabled()


def test_whoever_had_switched_it_off_finds_it_so() -> None:
    gc.disable()
    pause = GarbagePause()
    pause.begin()
    pause.end()
    assert not gc.isenabled()


def test_an_end_without_a_begin_changes_nothing() -> None:
    gc.disable()
    GarbagePause().end()
    assert not gc.isenabled()


def test_memory_is_given_back_by_the_library_that_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    class Library:
        def __init__(self, name: str | None) -> None:
            assert name is None

        def malloc_trim(self, pad: int) -> None:
            asked.append(pad)

    monkeypatch.setattr(ctypes, "CDLL", Library)
    give_back()
    assert asked == [0]


@pytest.mark.parametrize("fault", [OSError, TypeError, AttributeError])
def test_where_no_library_does_so_nothing_happens(monkeypatch: pytest.MonkeyPatch, fault: type[Exception]) -> None:
    def library(_name: str | None) -> object:
        raise fault

    monkeypatch.setattr(ctypes, "CDLL", library)
    give_back()
