"""How each step feels: the experience curve."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import ClassVar

from journeybook.model.lanes import LaneName
from journeybook.pages.curve.curves import curves_of, scale
from journeybook.pages.curve.legend import legend_of
from journeybook.pages.curve.pieces import CurveCell, CurveLegend, ScaleMark
from journeybook.pages.map.lanes.lane import Columns, Lane
from journeybook.pages.page_maker import PageMaker


class CurveLane(Lane, frozen=True, kw_only=True):
    """The experience curve, a slice of it for each step."""

    form: ClassVar[str] = "curve"
    cells: tuple[CurveCell, ...]
    """One for each column."""
    scale: tuple[ScaleMark, ...]
    legend: CurveLegend

    @property
    def is_empty(self) -> bool:
        """Whether no step has a score."""
        return not any(cell.points for cell in self.cells)


def curve_lanes(maker: PageMaker, columns: Columns, rooms: Collection[int] = ()) -> Iterator[Lane]:
    """The lane of the experience curve, which runs on over `rooms`."""
    curves = curves_of(maker, columns, rooms=rooms)
    yield CurveLane(
        name=LaneName.CURVE,
        label=maker.words.gettext("Experience"),
        cells=tuple(curves.cells()),
        scale=scale(maker.words),
        legend=legend_of(curves),
    )
