"""The service behind the journey: lines, work in front of and behind the line of visibility, systems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from journeybook.model import Work
from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.lane import CellLane, Columns, Lane
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.step import WorkView, work_views
from journeybook.portal import StepSpot


class LineLane(Lane, frozen=True, kw_only=True):
    """A line across, with its name."""

    form: ClassVar[str] = "line"
    cells: tuple[None, ...]
    """Nothing, for each column."""

    @property
    def is_empty(self) -> bool:
        """Never by itself: whether it stands depends on what stands below it."""
        return False


class WorkLane(CellLane, frozen=True, kw_only=True):
    """What the company does at each step."""

    form: ClassVar[str] = "work"
    cells: tuple[tuple[WorkView, ...], ...]
    """Some for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


class SystemLane(CellLane, frozen=True, kw_only=True):
    """The systems that work is done in at each step."""

    form: ClassVar[str] = "systems"
    cells: tuple[tuple[str, ...], ...]
    """Some for each column, each once."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


def blueprint_lanes(maker: PageMaker, columns: Columns) -> Iterator[Lane]:
    """The lanes of a service blueprint."""
    gettext = maker.words.gettext

    def work(spot: StepSpot, written: Iterable[Work]) -> tuple[WorkView, ...]:
        return work_views(maker, written, maker.voice(spot.step, spot.stage, spot.journey))

    nothing = (None,) * len(columns)
    yield LineLane(name=LaneName.INTERACTION, label=gettext("Line of interaction"), cells=nothing)
    yield WorkLane(
        name=LaneName.FRONTSTAGE,
        label=gettext("Frontstage"),
        cells=tuple(work(spot, spot.step.frontstage) if spot else () for spot in columns),
    )
    yield LineLane(name=LaneName.VISIBILITY, label=gettext("Line of visibility"), cells=nothing)
    yield WorkLane(
        name=LaneName.BACKSTAGE,
        label=gettext("Backstage"),
        cells=tuple(work(spot, spot.step.backstage) if spot else () for spot in columns),
    )
    yield SystemLane(
        name=LaneName.SYSTEMS,
        label=gettext("Systems"),
        cells=tuple(_systems(spot) if spot else () for spot in columns),
    )


def _systems(spot: StepSpot) -> tuple[str, ...]:
    work = (*spot.step.frontstage, *spot.step.backstage)
    return tuple(dict.fromkeys(one.system for one in work if one.system))
