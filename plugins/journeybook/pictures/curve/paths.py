"""Curves as the path texts of SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import ceil, floor

from msgspec import Struct

from journeybook.pictures.curve.between import Between
from journeybook.pictures.curve.cubic import Cubic, within
from journeybook.pictures.curve.scale import LEVELS, percent

_LINES = 10
"""How many lines of a hatching stand in a column."""
_KEPT = 4_096
"""How many numbers are kept as they are written; most curves go through the same few scores."""
COLUMN = 100
"""The width of a column in a picture's own units; its height is 100 too."""


class Frame(Struct, frozen=True):
    """The columns that a picture shows."""

    first: int
    """The first column, from 0."""
    columns: int = 1

    @property
    def width(self) -> int:
        """The width of the picture."""
        return self.columns * COLUMN

    def line(self, pieces: Iterable[Cubic]) -> str:
        """The path along `pieces`; empty where none is in the frame."""
        path: list[str] = []
        end = None
        for piece in self._within(pieces):
            if piece.start != end:
                path.append(f"M{self._point(piece.start, piece.heights[0])}")
            path.append(self._curve(piece))
            end = piece.end
        return "".join(path)

    def area(self, stretches: Iterable[Between], *, is_above: bool) -> str:
        """The path around what lies between two curves, where the first is above, or below."""
        path: list[str] = []
        last = self.first + self.columns
        for one in stretches:
            if one.is_above is not is_above or one.curve.end <= self.first or one.curve.start >= last:
                continue
            for curve in self._within((one.curve,)):
                (other,) = within((one.other,), curve.start, curve.end)
                path.append(
                    f"M{self._point(curve.start, curve.heights[0])}{self._curve(curve)}{self._back_along(other)}Z"
                )
        return "".join(path)

    def hatching(self, stretches: Iterable[Between], *, is_above: bool) -> str:
        """The path of upright lines across what lies between two curves; it tells areas apart without colour."""
        path: list[str] = []
        for one in stretches:
            if one.is_above is not is_above:
                continue
            first, last = ceil(one.curve.start * _LINES), floor(one.curve.end * _LINES)
            for place in (n / _LINES for n in range(first, last + 1)):
                if self.first <= place < self.first + self.columns:
                    high = _height(one.other.at(place))
                    path.append(f"M{self._point(place, one.curve.at(place))}V{high}")
        return "".join(path)

    def guides(self) -> tuple[str, str]:
        """The path of the guide lines, and that of the line in the middle."""
        return _guides(self.width)

    def _within(self, pieces: Iterable[Cubic]) -> Iterator[Cubic]:
        return within(pieces, self.first, self.first + self.columns)

    def _point(self, place: float, height: float) -> str:
        return f"{_number((place - self.first) * COLUMN)} {_height(height)}"

    def _curve(self, piece: Cubic) -> str:
        return self._through(piece.start, piece.end, piece.heights)

    def _back_along(self, piece: Cubic) -> str:
        heights = piece.heights
        line = f"L{self._point(piece.end, heights[3])}"
        if max(heights) == min(heights):
            return f"{line}H{_number((piece.start - self.first) * COLUMN)}"
        return line + self._through(piece.end, piece.start, heights[::-1])

    def _through(self, start: float, end: float, heights: Sequence[float]) -> str:
        width, point = (end - start) / 3, self._point
        _, one, two, three = heights
        return f"C{point(start + width, one)} {point(start + width * 2, two)} {point(start + width * 3, three)}"


@lru_cache(maxsize=64)
def _guides(width: int) -> tuple[str, str]:
    lines = {level: f"M0 {_number(percent(level))}H{width}" for level in LEVELS}
    middle = lines.pop(3)
    return "".join(lines.values()), middle


@lru_cache(maxsize=_KEPT)
def _height(score: float) -> str:
    """How far down `score` stands."""
    return _number(percent(score))


@lru_cache(maxsize=_KEPT)
def _number(value: float) -> str:
    """`value` to a tenth, as short as it can be written."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
