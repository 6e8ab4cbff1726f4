"""How each step feels: the experience curve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.lane import Columns, Lane
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import PersonaScore
from journeybook.pages.sections.uses import scores_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveLane(Lane):
    """The experience curve, a slice of it for each step."""

    form: ClassVar[str] = "curve"
    cells: tuple[tuple[PersonaScore, ...], ...]
    """The scores of each column."""

    @property
    def is_empty(self) -> bool:
        """Whether no step has a score."""
        return not any(self.cells)


def mood_lanes(maker: PageMaker, columns: Columns) -> Iterator[Lane]:
    """The lane of the experience curve."""
    yield CurveLane(
        name=LaneName.CURVE,
        label=maker.words.gettext("Experience"),
        cells=tuple(scores_of(maker, spot) if spot else () for spot in columns),
    )
