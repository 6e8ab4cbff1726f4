"""A journey, or one stage of it, as a map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from journeybook.model import Journey, Kind, Stage
from journeybook.model.keys import SpotKey
from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.contact import contact_lanes
from journeybook.pages.map.lanes.customer import customer_lanes
from journeybook.pages.map.lanes.lane import Columns, Lane
from journeybook.pages.map.lanes.mood import mood_lanes
from journeybook.pages.map.lenses import LensGroup, lenses_of
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link
from journeybook.portal import StepSpot

_ORDER = {name.value: place for place, name in enumerate(LaneName)}


@dataclass(frozen=True, slots=True)
class MapStage:
    """A stage above its columns."""

    id: str
    link: Link
    columns: int
    """How many it has: one for each step, or one without any."""


@dataclass(frozen=True, slots=True)
class MapStep:
    """The head of a column, with what a lens looks at."""

    id: str
    number: int
    """Its number in the journey."""
    link: Link
    """To the step in full, on this page where it stands there."""
    personas: tuple[str, ...]
    """Ids of the personas it has a score of."""
    channels: tuple[str, ...]
    """Ids of its channels."""
    team: str
    """The id of its team; empty without one."""
    marks: tuple[str, ...]
    """Of `pains`, `moments-of-truth`, `unproven`, those that are true of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyMap:
    """A journey, or one stage of it, as a map."""

    journey: str
    """The journey's id."""
    title: str
    """What it shows, in plain words, for those who cannot see it."""
    stages: tuple[MapStage, ...]
    """At least one."""
    steps: tuple[MapStep | None, ...]
    """The heads of the columns; None below a stage without steps."""
    lanes: tuple[Lane, ...]
    """From top to bottom; those without anything to say are left out."""
    lenses: tuple[LensGroup, ...]
    """What a reader can look at alone."""


def map_of(maker: PageMaker, journey: Journey, stage: Stage | None = None) -> JourneyMap | None:
    """The map of `journey`, or of one `stage` of it; None where it has no step."""
    stages = (stage,) if stage else journey.stages
    by_stage = [maker.portal.steps_of_stage(journey.id, one.id) or (None,) for one in stages]
    columns: Columns = [*chain.from_iterable(by_stage)]
    if not any(columns):
        return None
    heads = tuple(_head(maker, spot) if spot else None for spot in columns)
    return JourneyMap(
        journey=journey.id,
        title=maker.words.gettext("Map: %(journey)s", journey=maker.plain((stage or journey).title)),
        stages=tuple(
            MapStage(one.id, maker.link(SpotKey(Kind.STAGE, one.id, journey.id)), len(spots))
            for one, spots in zip(stages, by_stage, strict=True)
        ),
        steps=heads,
        lanes=tuple(sorted(_lanes(maker, columns), key=lambda lane: _ORDER.get(lane.name, len(_ORDER)))),
        lenses=lenses_of(maker, tuple(filter(None, heads))),
    )


def _head(maker: PageMaker, spot: StepSpot) -> MapStep:
    marks = {"pains": bool(spot.step.pains), "moments-of-truth": spot.step.moment_of_truth is not None}
    return MapStep(
        id=spot.step.id,
        number=spot.number,
        link=maker.link(spot.key),
        personas=tuple(filter(None, spot.scores)),
        channels=tuple(one.id for one in spot.channels),
        team=spot.team.id if spot.team else "",
        marks=tuple(name for name, is_true in marks.items() if is_true),
    )


def _lanes(maker: PageMaker, columns: Columns) -> Iterator[Lane]:
    families = (customer_lanes, mood_lanes, contact_lanes)
    for lane in chain.from_iterable(family(maker, columns) for family in families):
        if not lane.is_empty:
            yield lane
