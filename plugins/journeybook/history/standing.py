"""Everything of a portal, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.history.changes import Name
from journeybook.model import Entity, Journey
from journeybook.model.keys import SpotKey
from journeybook.portal import key_of


@dataclass(frozen=True, slots=True)
class Standing:
    """An entity, stage, step or pain where it stands."""

    key: SpotKey
    entity: Entity
    journey: Journey | None = None
    stage: Standing | None = None
    step: Standing | None = None

    @property
    def name(self) -> Name:
        """How one speaks of it."""
        return Name(self.key, self.entity.title)

    @property
    def holder(self) -> Name | None:
        """The step of a pain, the stage of a step, the journey of a stage."""
        if found := self.step or self.stage:
            return found.name
        return self.of_journey

    @property
    def of_journey(self) -> Name | None:
        """The journey it stands in."""
        return Name(key_of(self.journey), self.journey.title) if self.journey else None


def standings_of(entities: Iterable[Entity]) -> Iterator[Standing]:
    """Each of `entities` and all that it holds, in written order."""
    for entity in entities:
        yield Standing(key_of(entity), entity)
        if isinstance(entity, Journey):
            yield from parts_of(entity)


def parts_of(journey: Journey) -> Iterator[Standing]:
    """The stages, steps and pains of `journey`, in written order."""
    for stage in journey.stages:
        stands = Standing(key_of(stage, journey.id), stage, journey)
        yield stands
        for step in stage.steps:
            at = Standing(key_of(step, journey.id), step, journey, stands)
            yield at
            for pain in step.pains:
                yield Standing(key_of(pain, journey.id), pain, journey, stands, at)
