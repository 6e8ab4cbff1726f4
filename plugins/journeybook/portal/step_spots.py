"""Steps placed in their journey, with what their references lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from journeybook.model import Channel, Entity, Journey, Kind, Stage, Step, Team, Touchpoint
from journeybook.model.keys import SpotKey
from journeybook.model.text import EVERYONE, Reference
from journeybook.portal.backlinks import Backlink
from journeybook.portal.directory import Directory
from journeybook.portal.mentions import key_of
from journeybook.portal.spots import StepSpot

Targets = Mapping[tuple[SpotKey, str], tuple[SpotKey, ...]]
"""What each field of each source names."""

_E = TypeVar("_E", bound=Entity)
_PERSONA = Reference(Kind.PERSONA)


def spots_of(journey: Journey, directory: Directory, targets: Targets) -> tuple[StepSpot, ...]:
    """The steps of `journey` in written order."""
    personas = [key.id for key in targets.get((key_of(journey), "personas"), ())]
    placed = [(stage, step) for stage in journey.stages for step in stage.steps]
    return tuple(
        _spot(journey, stage, step, number, personas, directory, targets)
        for number, (stage, step) in enumerate(placed, 1)
    )


def _spot(
    journey: Journey,
    stage: Stage,
    step: Step,
    number: int,
    personas: list[str],
    directory: Directory,
    targets: Targets,
) -> StepSpot:
    key = key_of(step, journey.id)

    def named(source: SpotKey, field: str, record: type[_E]) -> tuple[_E, ...]:
        found = (directory.by_key[target] for target in targets.get((source, field), ()))
        return tuple(one for one in found if isinstance(one, record))

    touchpoints = named(key, "touchpoints", Touchpoint)
    channels = named(key, "channel", Channel) or tuple(
        {one.id: one for met in touchpoints for one in named(key_of(met), "channels", Channel)}.values()
    )
    teams = named(key, "team", Team) or tuple(
        team for met in touchpoints for team in named(key_of(met), "team", Team)
    )
    return StepSpot(
        key=key,
        journey=journey,
        stage=stage,
        step=step,
        number=number,
        touchpoints=touchpoints,
        channels=channels,
        team=teams[0] if teams else None,
        scores=_scores(step, personas, directory),
    )


def _scores(step: Step, personas: list[str], directory: Directory) -> dict[str, float]:
    given: dict[str, float] = {}
    for written, score in step.score.items():
        found = directory.resolve(_PERSONA, written)
        given[found.id if found else written] = score
    everyone = given.get(EVERYONE)
    if not personas:
        return {"": everyone} if everyone is not None else {}
    scores = {one: given.get(one, everyone) for one in personas}
    return {one: score for one, score in scores.items() if score is not None}


def reached_through(spot: StepSpot, targets: Targets) -> Iterator[tuple[SpotKey, Backlink]]:
    """The team and channels that a step reaches through its touchpoints because it names none itself."""
    team_found = spot.step.team is not None
    for met in spot.touchpoints:
        via = key_of(met)
        if spot.step.channel is None:
            for channel in targets.get((via, "channels"), ()):
                yield channel, Backlink(spot.key, "channel", via)
        if not team_found:
            for team in targets.get((via, "team"), ()):
                team_found = True
                yield team, Backlink(spot.key, "team", via)
