"""A journey as a map: stages and steps from left to right, lanes from top to bottom."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from journeybook.model import Journey, Kind, Stage
from journeybook.model.keys import SpotKey
from journeybook.pages.blocks.block_view import Lane, MapBlock, MapCell, MapStage
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.sections.uses import scores_of
from journeybook.portal import StepSpot, key_of


def map_block(maker: PageMaker, journey: Journey, stage: Stage | None) -> MapBlock | None:
    """The map of `journey`, or of one `stage` of it; None where it has no stages."""
    stages = (stage,) if stage else journey.stages
    by_stage = [maker.portal.steps_of_stage(journey.id, one.id) or (None,) for one in stages]
    columns: list[StepSpot | None] = [*chain.from_iterable(by_stage)]
    if not any(columns):
        return None
    heads = (
        MapStage(maker.link(SpotKey(Kind.STAGE, one.id, journey.id)), len(spots))
        for one, spots in zip(stages, by_stage, strict=True)
    )
    return MapBlock(
        title=None,
        name="",
        stages=tuple(heads),
        steps=tuple(maker.link(spot.key) if spot else None for spot in columns),
        lanes=_lanes(maker, columns),
    )


def _lanes(maker: PageMaker, columns: list[StepSpot | None]) -> tuple[Lane, ...]:
    """The lanes that say something about any step."""
    gettext = maker.words.gettext
    found = (
        _lane(gettext("Does"), columns, lambda spot: _text(maker, spot, spot.step.does)),
        _lane(gettext("Thinks"), columns, lambda spot: _text(maker, spot, spot.step.thinks)),
        _lane(gettext("Feels"), columns, lambda spot: _text(maker, spot, spot.step.feels)),
        _lane(gettext("Score"), columns, lambda spot: MapCell(scores=scores_of(maker, spot))),
        _lane(
            gettext("Touchpoint"), columns, lambda spot: MapCell(links=maker.links(map(key_of, spot.touchpoints)))
        ),
        _lane(gettext("Team"), columns, lambda spot: MapCell(links=(maker.to(spot.team),) if spot.team else ())),
    )
    return tuple(lane for lane in found if any(cell != MapCell() for cell in lane.cells))


def _lane(label: str, columns: list[StepSpot | None], cell: Callable[[StepSpot], MapCell]) -> Lane:
    return Lane(label, tuple(cell(spot) if spot else MapCell() for spot in columns))


def _text(maker: PageMaker, spot: StepSpot, written: str | None) -> MapCell:
    return MapCell(maker.text_if(written, maker.voice(spot.step, spot.stage, spot.journey)))
