"""As few things as possible are said to have moved."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from journeybook.history.order import moved


def test_one_that_went_ahead_moved_alone() -> None:
    assert moved([9, 0, 1, 2, 3, 4, 5, 6, 7, 8]) == {9}
    assert moved([1, 2, 3, 0]) == {0}
    assert moved([]) == frozenset()


@given(st.permutations(range(7)))
def test_the_rest_stands_as_before_and_no_fewer_could_have_moved(order: list[int]) -> None:
    out = moved(order)
    rest = [one for one in order if one not in out]
    assert rest == sorted(rest)
    longer = combinations(order, len(rest) + 1)
    assert not any(list(one) == sorted(one) for one in longer)
