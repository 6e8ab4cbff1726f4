"""The map of a journey or a stage, as a part of its page."""

from __future__ import annotations

from typing import ClassVar

from journeybook.model import Journey, Stage
from journeybook.pages.map import JourneyMap, map_of
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.section import Section


class MapSection(Section, frozen=True, kw_only=True):
    """The map of a journey or a stage."""

    form: ClassVar[str] = "map"
    map: JourneyMap


def map_section(maker: PageMaker, journey: Journey, stage: Stage | None = None) -> MapSection | None:
    """The map of `journey`, or of one `stage` of it; None where it has no step."""
    drawn = map_of(maker, journey, stage)
    return MapSection(heading=Heading(2, "_map", maker.words.gettext("The map")), map=drawn) if drawn else None
