"""What lies between two curves: where one is above the other, and where below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import sqrt

from msgspec import Struct

from journeybook.pictures.curve.cubic import Cubic, within

_HALVINGS = 48
"""Halving a piece that often finds a crossing to the last bit that counts."""
_NOTHING = 1e-9
"""Curves nearer than this are one."""
_KEPT = 2_048
"""How many pairs of pieces are kept as they are cut: scores are few, and so are the ways from one to the next."""


class Between(Struct, frozen=True):
    """A stretch along which `curve` lies on one side of `other`."""

    curve: Cubic
    other: Cubic
    """From the same start to the same end."""
    is_above: bool
    """Whether `curve` is the higher of the two."""


def between(curve: Sequence[Cubic], other: Sequence[Cubic]) -> tuple[Between, ...]:
    """Where `curve` lies above or below `other`, as far as there are both, cut where they cross."""
    found: list[Between] = []
    for one in curve:
        for two in within(other, one.start, one.end):
            found += _cut(one, two)
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def _cut(curve: Cubic, other: Cubic) -> tuple[Between, ...]:
    return tuple(_stretches(curve, other))


def _stretches(curve: Cubic, other: Cubic) -> Iterator[Between]:
    (mine,) = within((curve,), other.start, other.end)
    places = [mine.start, *_crossings(mine, other), mine.end]
    for start, end in pairwise(places):
        if end - start < _NOTHING:
            continue
        (one,), (two,) = within((mine,), start, end), within((other,), start, end)
        middle = (start + end) / 2
        difference = one.at(middle) - two.at(middle)
        if abs(difference) > _NOTHING:
            yield Between(one, two, difference > 0)


def _crossings(curve: Cubic, other: Cubic) -> Iterator[float]:
    """The places, in order, at which two curves over the same stretch cross."""
    heights = [mine - theirs for mine, theirs in zip(curve.heights, other.heights, strict=True)]
    a, b, c, d = heights
    gap = Cubic(curve.start, curve.end, (a, b, c, d))
    turns = [gap.start + part * (gap.end - gap.start) for part in _turns(a, b, c, d)]
    for start, end in pairwise([gap.start, *turns, gap.end]):
        low, high = gap.at(start), gap.at(end)
        if low * high < 0 and min(abs(low), abs(high)) > _NOTHING:
            yield _crossing(gap, start, end)


def _crossing(gap: Cubic, start: float, end: float) -> float:
    """Where `gap`, which only rises or only falls from `start` to `end`, is nothing."""
    rises = gap.at(end) > 0
    for _ in range(_HALVINGS):
        middle = (start + end) / 2
        if (gap.at(middle) > 0) == rises:
            end = middle
        else:
            start = middle
    return (start + end) / 2


def _turns(a: float, b: float, c: float, d: float) -> Iterable[float]:
    """Where a cubic with these control heights turns, as parts of its way, in order."""
    square, linear, constant = d - 3 * c + 3 * b - a, 2 * (c - 2 * b + a), b - a
    if abs(square) < _NOTHING:
        found = [-constant / linear] if abs(linear) > _NOTHING else []
    else:
        under = linear * linear - 4 * square * constant
        root = sqrt(under) if under > 0 else 0
        found = sorted((-linear + sign * root) / (2 * square) for sign in (-1, 1)) if root else []
    return [one for one in found if 0 < one < 1]
