"""What the signs of a curve mean."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.pages.curve.curves import Curves
from journeybook.pages.curve.pieces import CurveLegend, LegendLine


def legend_of(curves: Curves, *, with_means: bool = True) -> CurveLegend:
    """The legend of `curves`; of one journey it tells which others show it as it is, or as it shall be.

    `with_means` says whether the means of stages stand in the picture.
    """
    maker = curves.maker
    journeys = {spot.journey.id: spot.journey for spot in curves.columns if spot}
    alone = next(iter(journeys.values())) if len(journeys) == 1 else None
    today = maker.portal.current_of(alone) if alone and curves.compares else None
    return CurveLegend(
        lines=tuple(
            LegendLine(one.persona, one.style, one.letter, one.who)
            for one in curves.series
            if one.letter and one.who
        ),
        today=maker.to(today) if today else None,
        futures=tuple(map(maker.to, maker.portal.futures_of(alone))) if alone else (),
        signs=frozenset(_signs(curves, with_means=with_means)),
    )


def _signs(curves: Curves, *, with_means: bool) -> Iterator[str]:
    for points in curves.points:
        for point in points:
            yield from (mark.kind for mark in point.marks)
    if any(curves.ticks) and with_means:
        yield "mean"
    if curves.compares:
        yield from (area.kind for area in curves.drawing(curves.frame).areas)
