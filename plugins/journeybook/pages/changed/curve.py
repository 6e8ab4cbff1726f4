"""How the steps of a journey felt and feel, as two curves over the same columns."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from journeybook.pages.changed.columns import Column
from journeybook.pictures.curve import Cubic, Frame, between, curve_through, percent
from journeybook.portal import StepSpot


class Point(Struct, frozen=True):
    """How one step felt, or feels."""

    x: float
    y: float
    is_former: bool


class BothCurves(Struct, frozen=True):
    """The former curve below the one of now, in a picture whose columns are those of the map."""

    width: int
    guides: str
    middle: str
    former: str
    now: str
    better: str
    worse: str
    hatching: str
    points: tuple[Point, ...]


_COLUMN = 100


def curves_over(columns: Sequence[Column]) -> BothCurves | None:
    """Both curves, each through the means over personas; None where no step has or had a score."""
    then = [_score(one.before) for one in columns]
    now = [_score(one.after) for one in columns]
    if not any(score is not None for score in (*then, *now)):
        return None
    frame = Frame(0, len(columns))
    former = _over_rooms(then, [one.before is not None for one in columns])
    current = _over_rooms(now, [one.after is not None for one in columns])
    stretches = between(current, former)
    guides, middle = frame.guides()
    return BothCurves(
        width=frame.width,
        guides=guides,
        middle=middle,
        former=frame.line(former),
        now=frame.line(current),
        better=frame.area(stretches, is_above=True),
        worse=frame.area(stretches, is_above=False),
        hatching=frame.hatching(stretches, is_above=False),
        points=(*_points(then, is_former=True), *_points(now, is_former=False)),
    )


def _over_rooms(scores: Sequence[float | None], is_there: Sequence[bool]) -> tuple[Cubic, ...]:
    """The curve through `scores`; it runs on over columns whose step is only there in the other state."""
    places = [n for n, there in enumerate(is_there) if there]
    curve = curve_through([scores[n] for n in places])
    return tuple(Cubic(places[int(one.start)] + 0.5, places[int(one.end)] + 0.5, one.heights) for one in curve)


def _score(spot: StepSpot | None) -> float | None:
    return spot.mean_score if spot else None


def _points(scores: Sequence[float | None], *, is_former: bool) -> list[Point]:
    return [
        Point((n + 0.5) * _COLUMN, percent(score), is_former)
        for n, score in enumerate(scores)
        if score is not None
    ]
