"""The atlas as a portal has it: alone, with the journeys of others, or with a page for each of many others."""

from __future__ import annotations

from journeybook.model import Journey
from journeybook.model.addresses import COMPARE_ADDRESS
from journeybook.model.keys import ATLAS, COMPARE
from journeybook.pages.atlas import AtlasPage, atlas_of_portal, atlas_page
from journeybook.pages.atlas.hub import portals_section
from journeybook.pages.other_journeys import journeys_of, other_journeys
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link
from journeybook.pages.planned import portals_apart
from journeybook.pages.titles import title_about_many


def atlas_view(maker: PageMaker) -> AtlasPage:
    """The atlas, or that of one other portal, whichever page `maker` makes."""
    key = maker.page.key
    if key != ATLAS:
        other = maker.portal.others.by_name[key.id.removeprefix("portal/")]
        return atlas_of_portal(maker, tuple(journeys_of(maker, other)))
    apart = portals_apart(maker.portal)
    compare = Link(title_about_many(COMPARE, maker.words), COMPARE_ADDRESS)
    return atlas_page(
        maker,
        () if apart else other_journeys(maker),
        portals_section(maker, apart),
        compare if len(maker.portal.all(Journey)) > 1 else None,
    )
