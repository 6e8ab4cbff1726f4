"""The page of a future journey held against the current one: both maps, and what changes in words."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from journeybook.model import Journey, Kind, Stage
from journeybook.model.keys import SpotKey
from journeybook.pages.compare.alignment import matched, side_by_side
from journeybook.pages.compare.changes import Both, StageChange, change_of, on_the_whole
from journeybook.pages.head import head_about_many
from journeybook.pages.map.journey_map import JourneyMap, map_of
from journeybook.pages.map.lanes.lane import Lane
from journeybook.pages.measures import mean_of
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Heading, Link, PersonaScore
from journeybook.pages.sections.section import Section, present
from journeybook.pages.sections.table import Column, Table, TableCell, said, scored, table
from journeybook.pages.titles import title_of
from journeybook.portal import StepSpot
from journeybook.words import Words


class Side(Struct, frozen=True, kw_only=True):
    """One of two journeys."""

    state: str
    """What it is to the other: `Current`."""
    link: Link
    mood: PersonaScore | None
    """The mean over all its scores."""
    map: JourneyMap | None
    """Its map; None where it has no step."""


class Changes(Section, frozen=True, kw_only=True):
    """What becomes of each stage, in one look."""

    form: ClassVar[str] = "changes"
    stages: tuple[StageChange, ...]


class Comparison(Section, frozen=True, kw_only=True):
    """Two maps, one above the other."""

    form: ClassVar[str] = "comparison"
    sides: tuple[Side, Side]

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Every lane that one of them has, once; those that are shown come first."""
        found = {lane.name: lane for side in self.sides if side.map for lane in side.map.lanes}
        return tuple(sorted(found.values(), key=lambda lane: not lane.is_shown))


class ComparisonPage(PageView, frozen=True, kw_only=True):
    """A future journey beside the one it improves."""

    sides: tuple[Side, Side]
    """The current one, then the future one."""


def comparison_page(maker: PageMaker, future: Journey) -> ComparisonPage:
    """The page that holds `future` against the journey it improves."""
    gettext = maker.words.gettext
    current = maker.portal.current_of(future) or future
    above, below = side_by_side(maker.portal, current, future)
    sides = (
        _side(maker, current, gettext("Current"), map_of(maker, current, beside=above)),
        _side(maker, future, gettext("Future"), map_of(maker, future, beside=below)),
    )
    whole = on_the_whole(sides[0].mood, sides[1].mood, maker.words)
    lead = whole or gettext("How the future journey differs from the current one, map above map and step by step.")
    return ComparisonPage(
        page=maker.page,
        head=head_about_many(maker, title_of(maker.page, maker.context), lead),
        opening=(
            _stages(maker, current, future),
            Comparison(heading=Heading(2, "_maps", gettext("Both maps")), sides=sides),
        ),
        sections=present(_steps(maker, current, future)),
        sides=sides,
    )


def _side(maker: PageMaker, journey: Journey, state: str, drawn: JourneyMap | None) -> Side:
    mood = mean_of(maker.portal.steps(journey.id), maker.words)
    return Side(state=state, link=maker.to(journey), mood=mood, map=drawn)


def _stages(maker: PageMaker, current: Journey, future: Journey) -> Changes:
    pairs = matched(current.stages, future.stages, lambda stage: stage.id)
    return Changes(
        heading=Heading(2, "_by_stage", maker.words.gettext("Stage by stage")),
        stages=tuple(_stage(maker, current, future, pair) for pair in pairs),
    )


def _stage(
    maker: PageMaker, current: Journey, future: Journey, pair: tuple[Stage | None, Stage | None]
) -> StageChange:
    (one, other), words, portal = pair, maker.words, maker.portal
    now = mean_of(portal.steps_of_stage(current.id, one.id), words) if one else None
    then = mean_of(portal.steps_of_stage(future.id, other.id), words) if other else None
    keys = [
        SpotKey(Kind.STAGE, stage.id, journey.id) for stage, journey in ((other, future), (one, current)) if stage
    ]
    return StageChange(
        link=maker.link(keys[0]), now=now, then=then, change=change_of(Both(one, other, now, then), words)
    )


def _steps(maker: PageMaker, current: Journey, future: Journey) -> Table | None:
    words, portal = maker.words, maker.portal

    def row(one: StepSpot | None, other: StepSpot | None) -> tuple[TableCell, ...]:
        now, then = (_score_of(spot, words) for spot in (one, other))
        link = maker.link(spot.key) if (spot := other or one) else None
        return said(link), scored(now), scored(then), said(change_of(Both(one, other, now, then), words).said)

    pairs = matched(portal.steps(current.id), portal.steps(future.id), lambda spot: spot.step.id)
    columns = _columns(words.gettext("Step"), words)
    return table(("_by_step", words.gettext("Step by step")), columns, [row(*pair) for pair in pairs])


def _score_of(spot: StepSpot | None, words: Words) -> PersonaScore | None:
    """The mean over the personas, which is that of one step; what it rests on needs no words."""
    mean = mean_of([spot], words) if spot else None
    return replace(mean, basis="") if mean else None


def _columns(of: str, words: Words) -> tuple[Column, ...]:
    return tuple(map(Column, (of, words.gettext("Current"), words.gettext("Future"), words.gettext("Change"))))
