"""The curve through scores: smooth, and nowhere beyond them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from journeybook.pictures.curve.cubic import Cubic


def curve_through(scores: Sequence[float | None]) -> tuple[Cubic, ...]:
    """The curve through `scores`, each in the middle of its column; column `n` reaches from `n` to `n + 1`.

    It is the monotone cubic of F. N. Fritsch and R. E. Carlson, “Monotone Piecewise Cubic Interpolation”, SIAM
    Journal on Numerical Analysis 17 (1980), 238–246: between two scores it only rises or only falls, so nothing is
    drawn that nobody scored. Where a score is missing the curve is broken; a score alone makes no piece.
    """
    found: list[Cubic] = []
    for first, run in _runs(scores):
        slopes = _slopes(run)
        for n, (left, right) in enumerate(pairwise(run)):
            low, high = min(left, right), max(left, right)
            before = min(max(left + slopes[n] / 3, low), high)
            after = min(max(right - slopes[n + 1] / 3, low), high)
            found.append(Cubic(first + n + 0.5, first + n + 1.5, (left, before, after, right)))
    return tuple(found)


def _runs(scores: Sequence[float | None]) -> Iterator[tuple[int, list[float]]]:
    """Scores without a gap, and the column of the first."""
    run: list[float] = []
    for column, score in enumerate((*scores, None)):
        if score is not None:
            run.append(score)
        elif run:
            yield column - len(run), run
            run = []


def _slopes(run: Sequence[float]) -> list[float]:
    """How much the curve rises per column at each score."""
    steps = [right - left for left, right in pairwise(run)]
    if not steps:
        return []
    middle = [0.0 if one * other <= 0 else (one + other) / 2 for one, other in pairwise(steps)]
    slopes = [steps[0], *middle, steps[-1]]
    for n, step in enumerate(steps):
        if step == 0:
            slopes[n] = slopes[n + 1] = 0.0
            continue
        # Outside this circle a rising piece may fall in between.
        length = hypot(slopes[n] / step, slopes[n + 1] / step)
        if length > 3:
            slopes[n] *= 3 / length
            slopes[n + 1] *= 3 / length
    return slopes
