"""The experience curve over some columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from journeybook.pages.curve.pieces import Area, CurveCell, CurvePoint, Drawing, MeanTick, ScaleMark, Stroke
from journeybook.pages.curve.points import Marks, points_of
from journeybook.pages.curve.series import Series, series_of
from journeybook.pages.curve.ticks import ticks_of
from journeybook.pages.curve.today import today_of
from journeybook.pages.measures import score
from journeybook.pages.page_maker import PageMaker
from journeybook.pictures.curve import LEVELS, Between, Cubic, Frame, between, percent
from journeybook.portal import StepSpot
from journeybook.words import Words

_MIDDLE = (3.0, 3.0, 3.0, 3.0)

_SHADED = 2
"""Between how many lines and their past the difference is shaded; more shades would lie on each other."""


@dataclass(frozen=True)
class Curves:
    """The lines over some columns, to be drawn whole or column by column."""

    maker: PageMaker
    columns: tuple[StepSpot | None, ...]
    series: tuple[Series, ...]
    """None where no step has a score."""
    marks: Marks

    @cached_property
    def compares(self) -> bool:
        """Whether the journey as it is lies below."""
        return any(one is not None for line in self.series for one in line.today)

    @property
    def frame(self) -> Frame:
        """All columns."""
        return Frame(0, len(self.columns))

    def drawing(self, frame: Frame) -> Drawing:
        """The lines of `frame`."""
        guides, middle = frame.guides()
        strokes = (
            *(Stroke(one.style, frame.line(one.curve_today), is_today=True) for one in self.series),
            *(Stroke(one.style, frame.line(one.curve)) for one in self.series),
        )
        return Drawing(
            frame.width, guides, middle, tuple(self._areas(frame)), tuple(one for one in strokes if one.path)
        )

    def cells(self) -> Iterator[CurveCell]:
        """Each column, drawn for itself."""
        for column in range(len(self.columns)):
            yield CurveCell(self.drawing(Frame(column)), self.points[column], self.ticks[column])

    @cached_property
    def points(self) -> tuple[tuple[CurvePoint, ...], ...]:
        """The points of each column."""
        return tuple(
            points_of(self.maker, self.series, self.columns, n, self.marks) for n in range(len(self.columns))
        )

    @cached_property
    def ticks(self) -> tuple[tuple[MeanTick, ...], ...]:
        """The means of the stages, at the column where each begins."""
        return tuple(ticks_of(self.maker, self.columns, self.series))

    @cached_property
    def _stretches(self) -> tuple[Between, ...]:
        if self.compares and len(self.series) > _SHADED:
            return ()
        if self.compares:
            return tuple(one for line in self.series for one in between(line.curve, line.curve_today))
        if len(self.series) == 1:
            curve = self.series[0].curve
            return between(curve, [Cubic(one.start, one.end, _MIDDLE) for one in curve])
        return ()

    def _areas(self, frame: Frame) -> Iterator[Area]:
        higher, lower = ("gain", "loss") if self.compares else ("good", "bad")
        if path := frame.area(self._stretches, is_above=True):
            yield Area(higher, path)
        if path := frame.area(self._stretches, is_above=False):
            yield Area(lower, path, frame.hatching(self._stretches, is_above=False) if self.compares else "")


def curves_of(
    maker: PageMaker,
    columns: Sequence[StepSpot | None],
    *,
    only: str = "",
    breaks: Iterable[int] = (),
    rooms: Collection[int] = (),
) -> Curves:
    """The curve over `columns`: of each persona, or of the persona `only`.

    It is broken before each of `breaks`, and runs on over `rooms`, in which there is no step to be scored.
    """
    spots = tuple(columns)
    series = series_of(maker, spots, today_of(maker.portal, spots), only=only, breaks=breaks, rooms=rooms)
    return Curves(maker, spots, series, Marks.of(maker, spots))


def scale(words: Words) -> tuple[ScaleMark, ...]:
    """The scores at the side, from top to bottom."""
    return tuple(ScaleMark(score(level, words), percent(level)) for level in LEVELS)
