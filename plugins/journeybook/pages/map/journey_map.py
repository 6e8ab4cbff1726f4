"""A journey, or one stage of it, as a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from journeybook.model import Journey, Kind, Stage
from journeybook.model.keys import SpotKey
from journeybook.model.lanes import LaneName
from journeybook.pages.map.arranging import arranged
from journeybook.pages.map.heads import MapStage, MapStep
from journeybook.pages.map.lanes.blueprint import blueprint_lanes
from journeybook.pages.map.lanes.contact import contact_lanes
from journeybook.pages.map.lanes.curve import curve_lanes
from journeybook.pages.map.lanes.customer import customer_lanes
from journeybook.pages.map.lanes.judged import judged_lanes
from journeybook.pages.map.lanes.lane import Columns, Lane
from journeybook.pages.map.lanes.own import own_lanes
from journeybook.pages.map.lanes.proof import is_unproven, proof_lanes
from journeybook.pages.map.lanes.teams import team_lanes
from journeybook.pages.map.lenses import LensGroup, lenses_of
from journeybook.pages.measures import mean_scores
from journeybook.pages.page_maker import PageMaker
from journeybook.portal import StepSpot


class JourneyMap(Struct, frozen=True, kw_only=True):
    """A journey, or one stage of it, as a map."""

    journey: str
    """The journey's id."""
    title: str
    """What it shows, in plain words, for those who cannot see it."""
    stages: tuple[MapStage, ...]
    """At least one."""
    steps: tuple[MapStep | None, ...]
    """The heads of the columns; None below a stage without steps."""
    tells_of_gaps: bool
    """Whether readers are told that a stage has no steps."""
    lanes: tuple[Lane, ...]
    """From top to bottom; those without anything to say are left out."""
    lenses: tuple[LensGroup, ...]
    """What a reader can look at alone."""


BESIDE_ANOTHER = (LaneName.CURVE, LaneName.PAINS)
"""What two maps are compared by, so that both are seen at once."""


class StageColumns(Struct, frozen=True):
    """A stage of a map and what stands in its columns."""

    stage: Stage | None
    """None for room left free."""
    columns: tuple[StepSpot | None, ...]
    """At least one."""


def map_of(
    maker: PageMaker, journey: Journey, stage: Stage | None = None, beside: Sequence[StageColumns] = ()
) -> JourneyMap | None:
    """The map of `journey`, or of one `stage` of it; None where it has no step.

    `beside` says which columns it has where it stands beside another map; it then shows few lanes.
    """
    spread = beside or [
        StageColumns(one, maker.portal.steps_of_stage(journey.id, one.id) or (None,))
        for one in ((stage,) if stage else journey.stages)
    ]
    columns: Columns = [*chain.from_iterable(one.columns for one in spread)]
    if not any(columns):
        return None
    heads = tuple(_head(maker, spot) if spot else None for spot in columns)
    chosen = BESIDE_ANOTHER if beside else journey.lanes or maker.context.options.lanes
    return JourneyMap(
        journey=journey.id,
        title=maker.words.gettext("Map: %(journey)s", journey=maker.plain((stage or journey).title)),
        stages=tuple(
            _stage(maker, journey, one.stage, len(one.columns)) if one.stage else _room(len(one.columns))
            for one in spread
        ),
        steps=heads,
        tells_of_gaps=maker.tells_of_gaps and not beside,
        lanes=arranged(_lanes(maker, journey, columns, _rooms(beside)), chosen),
        lenses=lenses_of(maker, tuple(filter(None, heads))),
    )


def _room(columns: int) -> MapStage:
    """What stands there for a stage that only the map beside this one has."""
    return MapStage(id="", link=None, columns=columns, goal=None, moods=())


def _stage(maker: PageMaker, journey: Journey, stage: Stage, columns: int) -> MapStage:
    return MapStage(
        id=stage.id,
        link=maker.link(SpotKey(Kind.STAGE, stage.id, journey.id)),
        columns=columns,
        goal=maker.text_if(stage.goal, maker.voice(stage, journey)),
        moods=mean_scores(maker, maker.portal.moods(journey, stage), alone=True),
    )


def _head(maker: PageMaker, spot: StepSpot) -> MapStep:
    marks = {
        "pains": bool(spot.step.pains),
        "moments-of-truth": spot.step.moment_of_truth is not None,
        "unproven": is_unproven(maker, spot),
    }
    return MapStep(
        id=spot.step.id,
        number=spot.number,
        link=maker.link(spot.key),
        personas=tuple(filter(None, spot.scores)),
        channels=tuple(one.id for one in spot.channels),
        team=spot.team.id if spot.team else "",
        marks=tuple(name for name, is_true in marks.items() if is_true),
        comment=maker.short_comment(spot.key),
    )


def _rooms(spread: Sequence[StageColumns]) -> frozenset[int]:
    """The columns that are left free for steps of the map beside this one; a stage without any step is a gap."""
    columns = chain.from_iterable(
        (spot is None and (one.stage is None or any(one.columns)) for spot in one.columns) for one in spread
    )
    return frozenset(number for number, is_room in enumerate(columns) if is_room)


def _lanes(maker: PageMaker, journey: Journey, columns: Columns, rooms: frozenset[int]) -> Iterator[Lane]:
    yield from customer_lanes(maker, columns)
    yield from curve_lanes(maker, columns, rooms)
    yield from judged_lanes(maker, columns)
    yield from contact_lanes(maker, columns)
    yield from blueprint_lanes(maker, columns)
    yield from team_lanes(maker, columns, journey)
    yield from proof_lanes(maker, columns)
    yield from own_lanes(columns)
