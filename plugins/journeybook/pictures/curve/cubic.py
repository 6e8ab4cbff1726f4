"""A piece of a curve that runs from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct


class Cubic(Struct, frozen=True):
    """A cubic Bézier curve whose control points are evenly apart, so that it has one height at each place."""

    start: float
    """Where it starts, in columns."""
    end: float
    """Where it ends; greater than `start`."""
    heights: tuple[float, float, float, float]
    """The heights of its control points, as scores; the first and the last are on the curve."""

    def at(self, place: float) -> float:
        """Its height at `place`, between `start` and `end`."""
        part = (place - self.start) / (self.end - self.start)
        return _through(self.heights, part)[3]

    def cut(self, place: float) -> tuple[Cubic, Cubic]:
        """What lies before and after `place`."""
        part = (place - self.start) / (self.end - self.start)
        a, ab, abc, middle, bcd, cd, d = _through(self.heights, part)
        return Cubic(self.start, place, (a, ab, abc, middle)), Cubic(place, self.end, (middle, bcd, cd, d))


def _through(heights: tuple[float, float, float, float], part: float) -> tuple[float, ...]:
    """The heights of both curves that meet `part` of the way, by De Casteljau's construction; they share one."""
    a, b, c, d = heights
    if a == b == c == d:  # as of the middle of the scale
        return a, a, a, a, a, a, a
    ab, bc, cd = _between(a, b, part), _between(b, c, part), _between(c, d, part)
    abc, bcd = _between(ab, bc, part), _between(bc, cd, part)
    return a, ab, abc, _between(abc, bcd, part), bcd, cd, d


def _between(low: float, high: float, part: float) -> float:
    """What lies `part` of the way from `low` to `high`; never outside them."""
    found = low + (high - low) * part
    # `min` and `max` would take twice as long, and a map has thousands of these.
    if low > high:
        low, high = high, low
    return low if found < low else high if found > high else found


def within(pieces: Iterable[Cubic], start: float, end: float) -> Iterator[Cubic]:
    """What of `pieces` lies between `start` and `end`."""
    for piece in pieces:
        if piece.end <= start or piece.start >= end:
            continue
        inner = piece.cut(start)[1] if piece.start < start else piece
        yield inner.cut(end)[0] if inner.end > end else inner
