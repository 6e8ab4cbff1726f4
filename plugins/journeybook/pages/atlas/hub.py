"""Other portals in the atlas of a hub that knows too many journeys for one page: a row for each portal."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from msgspec import Struct

from journeybook.model.addresses import atlas_address
from journeybook.model.other_portals import OtherPortal, OtherStage
from journeybook.pages.atlas.rows import Figure, figure
from journeybook.pages.measures import Level, level_of, level_word
from journeybook.pages.page_maker import PageMaker, Voice
from journeybook.pages.pieces import Heading, Link
from journeybook.pages.sections.section import Section

LEVELS: tuple[Level, ...] = (1, 2, 3, 4, 5)
"""From very bad to very good."""


class Share(Struct, frozen=True):
    """Some of a whole."""

    count: Figure
    per_cent: int
    """Of all of them, to a whole per cent."""


class PortalRow(Struct, frozen=True, kw_only=True):
    """Another portal."""

    link: Link
    """To the page of its journeys."""
    journeys: Figure
    stages: tuple[Share, ...]
    """How many of its stages feel very bad, bad, neutral, good, very good."""
    unscored: Figure
    """How many stages have no score."""
    pains: Figure
    moments_of_truth: Figure


class Portals(Section, frozen=True, kw_only=True):
    """Other portals whose journeys stand on pages of their own."""

    form: ClassVar[str] = "portals"
    rows: tuple[PortalRow, ...]
    levels: tuple[str, ...]
    """The words for the five levels of a score."""


def portals_section(maker: PageMaker, portals: tuple[OtherPortal, ...]) -> Portals | None:
    """A row for each of `portals`; None where there are none."""
    if not portals:
        return None
    return Portals(
        heading=Heading(2, "_portals", maker.words.gettext("Other portals")),
        rows=tuple(portal_row(maker, one) for one in portals),
        levels=tuple(level_word(level, maker.words) for level in LEVELS),
    )


def portal_row(maker: PageMaker, portal: OtherPortal) -> PortalRow:
    """The row of `portal`."""
    words = maker.words
    stages = [stage for journey in portal.journeys for stage in journey.stages]
    means = [mean for stage in stages if (mean := mean_of_stage(stage)) is not None]
    found = Counter(map(level_of, means))
    title = Link(
        portal.title,
        atlas_address(portal.name),
        *maker.tongue(portal.title, Voice(language=maker.foreign(portal.language))),
    )

    def total(name: str) -> Figure:
        return figure(sum(journey.counts.get(name, 0) for journey in portal.journeys), words)

    return PortalRow(
        link=title,
        journeys=figure(len(portal.journeys), words),
        stages=tuple(
            Share(figure(found[one], words), round(100 * found[one] / len(means or [1]))) for one in LEVELS
        ),
        unscored=figure(len(stages) - len(means), words),
        pains=total("pains"),
        moments_of_truth=total("moments_of_truth"),
    )


def mean_of_stage(stage: OtherStage) -> float | None:
    """The mean over all scores of `stage`; None where none of its steps has one."""
    scored = sum(mood.n for mood in stage.moods)
    return sum(mood.mean * mood.n for mood in stage.moods) / scored if scored else None
