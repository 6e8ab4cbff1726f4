"""A piece of a curve that runs from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cubic:
    """A cubic Bézier curve whose control points are evenly apart, so that it has one height at each place."""

    start: float
    """Where it starts, in columns."""
    end: float
    """Where it ends; greater than `start`."""
    heights: tuple[float, float, float, float]
    """The heights of its control points, as scores; the first and the last are on the curve."""

    def at(self, place: float) -> float:
        """Its height at `place`, between `start` and `end`."""
        return self.cut(place)[0].heights[3]

    def cut(self, place: float) -> tuple[Cubic, Cubic]:
        """What lies before and after `place`, by De Casteljau's construction."""
        part = (place - self.start) / (self.end - self.start)
        a, b, c, d = self.heights
        ab, bc, cd = _between(a, b, part), _between(b, c, part), _between(c, d, part)
        abc, bcd = _between(ab, bc, part), _between(bc, cd, part)
        middle = _between(abc, bcd, part)
        return Cubic(self.start, place, (a, ab, abc, middle)), Cubic(place, self.end, (middle, bcd, cd, d))


def _between(low: float, high: float, part: float) -> float:
    """What lies `part` of the way from `low` to `high`; never outside them."""
    found = low + (high - low) * part
    return min(max(found, min(low, high)), max(low, high))


def within(pieces: Iterable[Cubic], start: float, end: float) -> Iterator[Cubic]:
    """What of `pieces` lies between `start` and `end`."""
    for piece in pieces:
        if piece.end <= start or piece.start >= end:
            continue
        inner = piece.cut(start)[1] if piece.start < start else piece
        yield inner.cut(end)[0] if inner.end > end else inner
