"""The points of the curve: each score with its text, its place, and what happens there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from journeybook.model import Kind
from journeybook.model.keys import SpotKey
from journeybook.pages.curve.pieces import CurveMark, CurvePoint
from journeybook.pages.curve.series import Series
from journeybook.pages.measures import score
from journeybook.pages.page_maker import PageMaker
from journeybook.pictures.curve import percent
from journeybook.portal import Portal, StepSpot, key_of

_SEVERE = 4
"""Pains from this severity on are marked,"""
_FIRST = 3
"""and so are that many of those that weigh most in their journey."""
_NUMBERED = 2
"""Of more points than these in one column, the numbers of the highest and the lowest are seen."""
_NEAR = 8.0
"""Points nearer than this, in per cent of the height, would cover each other."""


class Marks(Struct, frozen=True):
    """What is marked at the points of some columns."""

    pains: frozenset[SpotKey]
    """The pains that weigh most."""

    @staticmethod
    def of(maker: PageMaker, columns: Sequence[StepSpot | None]) -> Marks:
        """The marks of the journeys that `columns` are steps of."""
        journeys = dict.fromkeys(spot.journey.id for spot in columns if spot)
        return Marks(frozenset[SpotKey]().union(*(_worst(maker, journey) for journey in journeys)))

    def at(self, maker: PageMaker, spot: StepSpot) -> Iterator[CurveMark]:
        """The marks of one step."""
        if spot.step.moment_of_truth is not None:
            yield CurveMark("truth", maker.words.gettext("Moment of truth"), maker.address(spot.key))
        for pain in spot.step.pains:
            key = key_of(pain, spot.journey.id)
            if key in self.pains:
                title = maker.words.gettext("Pain: %(title)s", title=maker.plain(pain.title))
                yield CurveMark("pain", title, maker.address(key))


def _worst(maker: PageMaker, journey: str) -> frozenset[SpotKey]:
    key = SpotKey(Kind.JOURNEY, journey)
    return maker.once("worst pains", key, lambda: frozenset(_worst_in(maker.portal, journey)))


def _worst_in(portal: Portal, journey: str) -> Iterator[SpotKey]:
    spots = portal.steps(journey)
    pains = [portal.ranked_pain(key_of(pain, journey)) for spot in spots for pain in spot.step.pains]
    for number, one in enumerate(sorted(pains, key=lambda one: one.line)):
        if number < _FIRST or one.severity >= _SEVERE:
            yield one.spot.key


def points_of(
    maker: PageMaker, series: Sequence[Series], columns: Sequence[StepSpot | None], column: int, marks: Marks
) -> tuple[CurvePoint, ...]:
    """The points of one column, in the order of their lines."""
    points = [_point(maker, one, column, value) for one in series if (value := one.scores[column]) is not None]
    spot = columns[column]
    if not points or spot is None:
        return ()
    top = min(range(len(points)), key=lambda n: points[n].at)
    bottom = max(range(len(points)), key=lambda n: points[n].at)
    if top != bottom:
        points[top] = replace(points[top], is_below=False)
        points[bottom] = replace(points[bottom], is_below=True)
    if len(points) > _NUMBERED:
        points = [replace(one, is_bare=n not in {top, bottom}) for n, one in enumerate(points)]
    for mark in marks.at(maker, spot):
        place = top if mark.kind == "truth" else bottom
        points[place] = replace(points[place], marks=(*points[place].marks, mark))
    return tuple(_apart(points))


def _point(maker: PageMaker, line: Series, column: int, value: float) -> CurvePoint:
    words, before = maker.words, line.today[column]
    found = score(value, words)
    said = found.word
    if line.letter and line.who:
        said = words.gettext("%(word)s; %(persona)s", word=said, persona=line.who.title)
    change = ""
    if before is not None:
        said = words.gettext("%(score)s; today %(today)s", score=said, today=words.number(round(before, 1)))
        change = _signed(round(value - round(before, 1), 1), words.number)
    return CurvePoint(
        score=found,
        said=said,
        at=percent(value),
        style=line.style,
        letter=line.letter,
        is_below=_bends_up(line.scores, column) if before is None else before > value,
        change=change,
    )


def _signed(change: float, number: Callable[[float], str]) -> str:
    """`+1.5` or `−1`; empty for nothing."""
    if not change:
        return ""
    return ("+" if change > 0 else "\N{MINUS SIGN}") + number(abs(change))


def _bends_up(scores: Sequence[float | None], column: int) -> bool:
    """Whether a line comes from above and goes up again at `column`, so that there is more room below it."""
    here = scores[column] or 0
    beside = [value for n in (column - 1, column + 1) if 0 <= n < len(scores) and (value := scores[n]) is not None]
    return bool(beside) and sum(beside) / len(beside) > here


def _apart(points: Sequence[CurvePoint]) -> Iterator[CurvePoint]:
    """`points`, those at nearly one height beside each other."""
    for point in points:
        beside = _beside(points, point)
        yield replace(point, aside=beside.index(point) - (len(beside) - 1) / 2)


def _beside(points: Sequence[CurvePoint], point: CurvePoint) -> list[CurvePoint]:
    """Those that `point` stands in one row with, itself included, in the order of their lines."""
    by_height = sorted(points, key=lambda one: one.at)
    row: list[CurvePoint] = []
    for one in by_height:
        if row and one.at - row[-1].at >= _NEAR:
            if point in row:
                break
            row = []
        row.append(one)
    return sorted(row, key=points.index)
