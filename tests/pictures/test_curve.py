"""The experience curve: through every score, never beyond its neighbours, broken where nobody scored."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.pictures.curve import Cubic, Frame, between, curve_through, percent, spread

SCORES = st.floats(1, 5).map(lambda score: round(score, 2))
GAPPED = st.lists(st.none() | SCORES, max_size=12)
WHOLE = st.lists(SCORES, min_size=2, max_size=12)
NEAR = 1e-6


def places(piece: Cubic) -> list[float]:
    """Places along a piece, ends included."""
    return [piece.start + (piece.end - piece.start) * n / 20 for n in range(21)]


@given(GAPPED)
def test_it_passes_through_all_scores_and_gaps_stay_gaps(scores: list[float | None]) -> None:
    pieces = curve_through(scores)
    joined = [n for n, pair in enumerate(pairwise(scores)) if None not in pair]
    assert [piece.start for piece in pieces] == [n + 0.5 for n in joined]
    for piece, n in zip(pieces, joined, strict=True):
        assert (piece.heights[0], piece.heights[3]) == (scores[n], scores[n + 1])


@given(GAPPED)
def test_it_stays_between_neighbours_and_never_turns_between_them(scores: list[float | None]) -> None:
    for piece in curve_through(scores):
        heights = [piece.at(place) for place in places(piece)[1:-1]]
        low, high = sorted((piece.heights[0], piece.heights[3]))
        assert all(low <= height <= high for height in heights)
        rises = piece.heights[3] >= piece.heights[0]
        assert all((right - left) * (1 if rises else -1) >= -NEAR for left, right in pairwise(heights))


@given(WHOLE)
def test_it_has_no_corner(scores: list[float]) -> None:
    for left, right in pairwise(curve_through(scores)):
        assert left.heights[3] - left.heights[2] == pytest.approx(right.heights[1] - right.heights[0], abs=NEAR)


def test_a_score_alone_makes_no_line() -> None:
    assert curve_through([None, 3, None, 2]) == ()
    assert curve_through([]) == ()


@given(WHOLE, st.floats(0.01, 0.99))
def test_cutting_changes_nothing(scores: list[float], part: float) -> None:
    for piece in curve_through(scores):
        left, right = piece.cut(piece.start + part)
        for place in places(left)[1:]:
            assert left.at(place) == pytest.approx(piece.at(place), abs=NEAR)
        for place in places(right)[1:]:
            assert right.at(place) == pytest.approx(piece.at(place), abs=NEAR)


@given(WHOLE)
def test_slices_join_and_are_the_same_bytes_each_time(scores: list[float]) -> None:
    pieces = curve_through(scores)
    slices = [Frame(column).line(pieces) for column in range(len(scores))]
    for left, right in pairwise(slices):
        end, start = re.findall(r"[\d.]+ [\d.]+", left)[-1], re.findall(r"[\d.]+ [\d.]+", right)[0]
        assert end.split()[0] == "100"
        assert start.split()[0] == "0"
        assert end.split()[1] == start.split()[1]
    assert slices == [Frame(column).line(curve_through(scores)) for column in range(len(scores))]


@given(WHOLE, st.data())
def test_what_lies_between_two_curves_is_cut_where_they_cross(scores: list[float], data: st.DataObject) -> None:
    others = data.draw(st.lists(SCORES, min_size=len(scores), max_size=len(scores)))
    for one in between(curve_through(scores), curve_through(others)):
        assert (one.curve.start, one.curve.end) == (one.other.start, one.other.end)
        sign = 1 if one.is_above else -1
        for place in places(one.curve)[1:-1]:
            assert (one.curve.at(place) - one.other.at(place)) * sign >= -NEAR


def test_a_gain_and_a_loss() -> None:
    now, then = curve_through([2, 2, 4]), curve_through([4, 2, 2])
    gain, loss = between(then, now)
    assert (gain.is_above, gain.curve.start, gain.curve.end) == (True, 0.5, 1.5)
    assert (loss.is_above, loss.curve.start, loss.curve.end) == (False, 1.5, 2.5)
    whole = Frame(0, 3)
    assert whole.area((gain, loss), is_above=True).count("Z") == 1
    assert whole.hatching((gain, loss), is_above=True).count("M") == 11
    assert Frame(0).hatching((gain, loss), is_above=False) == ""


def test_crossing_curves_are_shaded_on_both_sides() -> None:
    assert [one.is_above for one in between(curve_through([1, 5]), curve_through([5, 1]))] == [False, True]
    assert between(curve_through([1, 5]), curve_through([1, 5])) == ()
    assert between(curve_through([1, None]), curve_through([5, 1])) == ()


def test_scores_stand_evenly_with_room_for_marks() -> None:
    assert [percent(score) for score in (5, 4, 3, 2, 1)] == [15, 32.5, 50, 67.5, 85]


@given(st.lists(st.floats(0, 100), max_size=8))
def test_labels_are_moved_apart_and_keep_their_order(wanted: list[float]) -> None:
    moved = spread(wanted, 7)
    assert all(right - left >= 7 - NEAR for left, right in pairwise(sorted(moved)))
    assert sorted(range(len(wanted)), key=lambda n: wanted[n]) == sorted(range(len(moved)), key=lambda n: moved[n])
    if len(wanted) < 2:
        assert list(moved) == wanted
