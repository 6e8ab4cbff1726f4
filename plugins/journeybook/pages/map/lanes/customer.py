"""What the customer does, thinks, says and feels, and how it looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec import Struct

from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.lane import CellLane, Columns, Lane, text_lane
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Picture, Text
from journeybook.portal import StepSpot


class StoryboardLane(CellLane, frozen=True, kw_only=True):
    """A picture of each scene."""

    form: ClassVar[str] = "storyboard"
    cells: tuple[Picture | None, ...]
    """One for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


class Words(Struct, frozen=True):
    """What goes through a customer's head, and what comes out of it."""

    thinks: Text | None
    quote: Text | None
    """What a customer said."""


class ThinksLane(CellLane, frozen=True, kw_only=True):
    """What customers think and say at each step."""

    form: ClassVar[str] = "thinks"
    cells: tuple[Words | None, ...]
    """One for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


def customer_lanes(maker: PageMaker, columns: Columns) -> Iterator[Lane]:
    """The lanes of what the customer does, thinks and feels."""
    gettext = maker.words.gettext

    def said(spot: StepSpot, written: str | None) -> Text | None:
        return maker.text_if(written, maker.voice(spot.step, spot.stage, spot.journey))

    def words(spot: StepSpot) -> Words | None:
        step = spot.step
        return Words(said(spot, step.thinks), said(spot, step.quote)) if step.thinks or step.quote else None

    def picture(spot: StepSpot) -> Picture | None:
        return maker.picture(spot.step.image, maker.voice(spot.step, spot.stage, spot.journey))

    yield StoryboardLane(
        name=LaneName.STORYBOARD,
        label=gettext("Storyboard"),
        cells=tuple(picture(spot) if spot else None for spot in columns),
    )
    yield text_lane(LaneName.DOES, gettext("Does"), columns, lambda spot: (said(spot, spot.step.does),))
    yield ThinksLane(
        name=LaneName.THINKS,
        label=gettext("Thinks and says"),
        cells=tuple(words(spot) if spot else None for spot in columns),
    )
    yield text_lane(LaneName.FEELS, gettext("Feels"), columns, lambda spot: (said(spot, spot.step.feels),))
