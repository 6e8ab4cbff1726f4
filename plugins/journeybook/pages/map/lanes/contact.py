"""Where and through what the customer meets the company, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.lane import Columns, Lane, link_lane
from journeybook.pages.page_maker import PageMaker
from journeybook.portal import key_of


def contact_lanes(maker: PageMaker, columns: Columns) -> Iterator[Lane]:
    """The lanes of touchpoints, channels and teams."""
    gettext = maker.words.gettext
    yield link_lane(
        LaneName.TOUCHPOINTS,
        gettext("Touchpoint"),
        columns,
        lambda spot: maker.links(map(key_of, spot.touchpoints)),
    )
    yield link_lane(
        LaneName.CHANNELS, gettext("Channel"), columns, lambda spot: maker.links(map(key_of, spot.channels))
    )
    yield link_lane(
        LaneName.TEAMS, gettext("Team"), columns, lambda spot: (maker.to(spot.team),) if spot.team else ()
    )
