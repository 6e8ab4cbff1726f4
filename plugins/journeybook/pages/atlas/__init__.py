"""The atlas: all journeys in one picture, a row for each."""

from journeybook.pages.atlas.page import AtlasPage, atlas_of_portal, atlas_page
from journeybook.pages.atlas.rows import AtlasRow, AtlasStage, Figure
from journeybook.pages.atlas.traits import Trait, Traits

__all__ = [
    "AtlasPage",
    "AtlasRow",
    "AtlasStage",
    "Figure",
    "Trait",
    "Traits",
    "atlas_of_portal",
    "atlas_page",
]
