"""What a building block can list: anything of the portal where it stands, with the steps it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from journeybook.model import Entity, Journey, Kind
from journeybook.model.block_table import HAND_OFFS, MOMENTS, OFFERS
from journeybook.model.keys import SpotKey
from journeybook.portal import HandOff, Portal, StepSpot, key_of


class Item(Struct, frozen=True):
    """Something of the portal that a block can list."""

    key: SpotKey
    """Its spot key; that of the step where a hand-off begins."""
    entity: Entity
    around: tuple[tuple[SpotKey, Entity], ...]
    """What it is a part of, the nearest first."""
    spots: tuple[StepSpot, ...]
    """The steps it holds, stands at or is met in."""
    hand_off: HandOff | None = None

    @property
    def journey(self) -> Journey | None:
        """The journey it is, or is a part of."""
        chain = (self.entity, *(one for _, one in self.around))
        return next((one for one in chain if isinstance(one, Journey)), None)


def items_of(portal: Portal, show: str) -> tuple[Item, ...]:
    """All that `show`, the word for many, stands for, in file order."""
    if show == HAND_OFFS:
        return tuple(_hand_offs(portal))
    kind = OFFERS[show].kind
    found = [item_of(portal, key) for key in portal.directory.by_key if key.kind == kind]
    if show == MOMENTS:
        found = [item for item in found if item.spots and item.spots[0].step.moment_of_truth]
    return tuple(found)


def item_of(portal: Portal, key: SpotKey) -> Item:
    """What has that key, where it stands."""
    spots = tuple({spot.key: spot for spot in _spots(portal, key)}.values())
    return Item(key, portal.entity(key), _around(portal, key), spots)


def _hand_offs(portal: Portal) -> Iterator[Item]:
    for journey in portal.all(Journey):
        for one in portal.flow(journey.id).hand_offs:
            key = one.source.key
            yield Item(key, one.source.step, _around(portal, key), (one.source, one.target), one)


def _around(portal: Portal, key: SpotKey) -> tuple[tuple[SpotKey, Entity], ...]:
    if not key.journey:
        return ()
    parts: list[tuple[SpotKey, Entity]] = []
    if key.kind in {Kind.STEP, Kind.PAIN}:
        spot = next(_spots(portal, key))
        parts = [(spot.key, spot.step)] if key.kind == Kind.PAIN else []
        parts.append((SpotKey(Kind.STAGE, spot.stage.id, key.journey), spot.stage))
    return (*parts, (SpotKey(Kind.JOURNEY, key.journey), portal.get(Journey, key.journey)))


def _spots(portal: Portal, key: SpotKey) -> Iterator[StepSpot]:
    match key.kind:
        case Kind.JOURNEY:
            yield from portal.steps(key.id)
        case Kind.STAGE:
            yield from portal.steps_of_stage(key.journey, key.id)
        case Kind.STEP:
            yield portal.step(key)
        case Kind.PAIN:
            yield from portal.steps_with(key)
        case _:
            fields = _LEADS[Kind(key.kind)]
            for source in sources_of(portal, key, *fields):
                yield from _spots(portal, source)


_LEADS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSONA: ("personas",),
    Kind.TOUCHPOINT: ("touchpoints",),
    Kind.CHANNEL: ("channel",),
    Kind.TEAM: ("team",),
    Kind.OPPORTUNITY: ("opportunity",),
    Kind.INITIATIVE: ("initiative",),
    Kind.EVIDENCE: ("evidence", "gains.evidence"),
    Kind.METRIC: ("metrics",),
}
"""The fields by which steps, or what leads to steps, name something of a kind."""

_IN_JOURNEYS = {Kind.JOURNEY, Kind.STAGE, Kind.STEP, Kind.PAIN}
_BETWEEN = {Kind.EVIDENCE: {Kind.TOUCHPOINT}, Kind.METRIC: {Kind.TOUCHPOINT}, Kind.INITIATIVE: {Kind.OPPORTUNITY}}
"""What may stand between something and the steps it leads to."""


def sources_of(portal: Portal, key: SpotKey, *fields: str) -> Iterable[SpotKey]:
    """What names `key` in one of `fields` and leads to steps: parts of journeys, and what stands between."""
    allowed = _IN_JOURNEYS | _BETWEEN.get(Kind(key.kind), set())
    links = portal.backlinks(key)
    return dict.fromkeys(one.source for one in links if one.field in fields and one.source.kind in allowed)


def mean_score(item: Item) -> float | None:
    """The mean over all scores of its steps, whoever gave them."""
    values = [value for spot in item.spots for value in spot.scores.values()]
    return sum(values) / len(values) if values else None


def keys_of(entities: Iterable[Entity]) -> set[SpotKey]:
    """The keys of `entities` that are no parts of journeys."""
    return {key_of(one) for one in entities}
