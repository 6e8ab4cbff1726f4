"""Work divided among processes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import WeakSet

import pytest

from journeybook.mkdocs.quick.workers import Pieces, Steps, Work

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

    def do(number: int) -> Steps[tuple[int, int]]:
        left.add(Page())
        yield
        return number, len(left)

    done = Work(Pieces(MANY), do, processes, lambda: None).finished()
    assert [number for number, _ in done] == list(range(MANY))
    assert max(alive for _, alive in done) < MANY / 4


@pytest.mark.usefixtures("no_search")
@pytest.mark.parametrize("processes", [1, 3])
def test_what_a_long_piece_leaves_behind_is_thrown_away_before_the_next(processes: int) -> None:
    left = WeakSet[Page]()

    def do(_number: int) -> Steps[int]:
        found = len(left)
        left.add(Page())
        yield
        return found

    assert set(Work(Pieces(9, long=9), do, processes, lambda: None).finished()) == {0}


@pytest.mark.parametrize("processes", [1, 2, 7])
@pytest.mark.parametrize(("count", "long"), [(0, 0), (1, 0), (5, 5), (400, 20), (10_000, 3)])
def test_every_piece_is_taken_once_and_long_ones_alone(count: int, long: int, processes: int) -> None:
    pieces, taken = Pieces(count, long), list[range]()
    while numbers := pieces.after(taken[-1].stop if taken else 0, processes):
        taken.append(numbers)
    assert [number for numbers in taken for number in numbers] == list(range(count))
    assert [len(numbers) for numbers in taken[:long]] == [1] * long


@pytest.mark.parametrize("processes", [1, 2])
def test_what_goes_wrong_first_is_raised_though_another_piece_fails_a_step_before(processes: int) -> None:
    def do(number: int) -> Steps[int]:
        if number == 5:
            raise ValueError(number)
        yield
        if number == 3:
            raise ValueError(number)
        return number

    with pytest.raises(ValueError, match="3"):
        Work(Pieces(20), do, processes, lambda: None).finished()


def test_pieces_go_on_step_by_step() -> None:
    done: list[tuple[str, int]] = []

    def do(number: int) -> Steps[int]:
        done.append(("begun", number))
        yield
        done.append(("ended", number))
        return number

    assert Work(Pieces(3), do, 1, lambda: None).finished() == [0, 1, 2]
    assert done == [(step, number) for step in ("begun", "ended") for number in range(3)]
