"""The search for garbage pauses, and goes on as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from journeybook.reading.garbage import GarbagePause


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
