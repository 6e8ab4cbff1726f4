"""The author's own keys of steps, a lane each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from journeybook.pages.map.lanes.lane import CellLane, Columns, Lane
from journeybook.pages.tail import Extra, extras_of
from journeybook.portal import StepSpot


class OwnLane(CellLane, frozen=True, kw_only=True):
    """One of the author's own keys."""

    form: ClassVar[str] = "own"
    cells: tuple[Extra | None, ...]
    """One for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


def own_lanes(columns: Columns) -> Iterator[Lane]:
    """A lane for each `x-…` key that a step has, in the order in which they are first written."""
    for key in dict.fromkeys(key for spot in columns if spot for key in spot.step.extra):
        cells = tuple(_said(spot, key) for spot in columns)
        label = next(one.label for one in cells if one)
        yield OwnLane(name=key, label=label[:1].upper() + label[1:], cells=cells)


def _said(spot: StepSpot | None, key: str) -> Extra | None:
    extra = spot.step.extra if spot else {}
    return extras_of({key: extra[key]})[0] if key in extra else None
