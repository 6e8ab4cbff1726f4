"""Work divided among processes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import WeakSet

import pytest

from journeybook.mkdocs.quick.workers import Work

MANY = 400


class Page:
    """Something that holds itself, as pages do that Jinja has rendered."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def no_search() -> Iterator[None]:
    """As in builds, nobody else looks for garbage."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_search")
@pytest.mark.parametrize("processes", [1, 3])
def test_what_work_leaves_behind_is_thrown_away_while_it_goes_on(processes: int) -> None:
    left = WeakSet[Page]()

    def do(number: int) -> tuple[int, int]:
        left.add(Page())
        return number, len(left)

    done = Work(MANY, do, processes, lambda: None).finished()
    assert [number for number, _ in done] == list(range(MANY))
    assert max(alive for _, alive in done) < MANY / 4
