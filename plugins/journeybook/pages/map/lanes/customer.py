"""What the customer does, thinks and feels."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.lane import Columns, Lane, text_lane
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Text
from journeybook.portal import StepSpot


def customer_lanes(maker: PageMaker, columns: Columns) -> Iterator[Lane]:
    """The lanes of what the customer does, thinks and feels."""
    gettext = maker.words.gettext

    def said(spot: StepSpot, written: str | None) -> Text | None:
        return maker.text_if(written, maker.voice(spot.step, spot.stage, spot.journey))

    yield text_lane(LaneName.DOES, gettext("Does"), columns, lambda spot: said(spot, spot.step.does))
    yield text_lane(LaneName.THINKS, gettext("Thinks"), columns, lambda spot: said(spot, spot.step.thinks))
    yield text_lane(LaneName.FEELS, gettext("Feels"), columns, lambda spot: said(spot, spot.step.feels))
