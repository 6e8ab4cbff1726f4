"""How things of the portal are related: what `where` in a building block asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from journeybook.model import Kind
from journeybook.model.keys import SpotKey
from journeybook.pages.blocks.items import Item, keys_of, sources_of
from journeybook.portal import Portal, StepSpot

Related = Callable[[Portal, Item], Iterable[SpotKey]]


def related(portal: Portal, item: Item, field: str) -> frozenset[SpotKey]:
    """What of the kind that `field` of `where` names is related to `item`."""
    return frozenset(_RELATED[field](portal, item))


def _journeys(portal: Portal, item: Item) -> set[SpotKey]:
    if item.key.kind == Kind.PERSONA:
        return keys_of(portal.journeys_of(item.key.id))
    own = [item.journey] if item.journey else [spot.journey for spot in item.spots]
    return keys_of(own)


def _personas(portal: Portal, item: Item) -> Iterable[SpotKey]:
    named = {key for journey in _journeys(portal, item) for key in portal.named_by(journey, "personas")}
    return named | _namers(portal, item, Kind.PERSONA)


def _stages(_portal: Portal, item: Item) -> Iterable[SpotKey]:
    return {SpotKey(Kind.STAGE, spot.stage.id, spot.journey.id) for spot in item.spots}


def _touchpoints(portal: Portal, item: Item) -> set[SpotKey]:
    named = _namers(portal, item, Kind.TOUCHPOINT)
    if item.key.kind == Kind.CHANNEL:
        return named
    return named | {key for spot in _own_spots(portal, item) for key in keys_of(spot.touchpoints)}


def _channels(portal: Portal, item: Item) -> Iterable[SpotKey]:
    if item.key.kind in {Kind.TOUCHPOINT, Kind.PERSONA}:
        return portal.named_by(item.key, "channels")
    through = {key for one in _namers(portal, item, Kind.TOUCHPOINT) for key in portal.named_by(one, "channels")}
    return through | {key for spot in _own_spots(portal, item) for key in keys_of(spot.channels)}


def _teams(portal: Portal, item: Item) -> Iterable[SpotKey]:
    if item.key.kind == Kind.TOUCHPOINT:
        return portal.named_by(item.key, "team")
    if item.hand_off:
        return keys_of((item.hand_off.giver, item.hand_off.taker))
    through = {key for one in _namers(portal, item, Kind.TOUCHPOINT) for key in portal.named_by(one, "team")}
    return through | keys_of(spot.team for spot in _own_spots(portal, item) if spot.team)


def _owners(portal: Portal, item: Item) -> Iterable[SpotKey]:
    """The owner of it or, where it names none, of the nearest thing around it."""
    chain = (item.key, *(key for key, _ in item.around))
    return next((found for key in chain if (found := portal.named_by(key, "owner"))), ())


def _opportunities(portal: Portal, item: Item) -> set[SpotKey]:
    if item.key.kind == Kind.INITIATIVE:
        return {link.source for link in portal.backlinks(item.key) if link.field == "initiative"}
    pains = [item.key] if item.key.kind == Kind.PAIN else _pains(item.spots)
    return {key for pain in pains for key in portal.named_by(pain, "opportunity")}


def _initiatives(portal: Portal, item: Item) -> Iterable[SpotKey]:
    taken = [item.key] if item.key.kind == Kind.OPPORTUNITY else _opportunities(portal, item)
    return {key for one in taken for key in portal.named_by(one, "initiative")}


def _evidence(portal: Portal, item: Item) -> Iterable[SpotKey]:
    """What proves it or, of a part of a journey, what is in it."""
    sources = {item.key}
    if item.key.kind in {Kind.JOURNEY, Kind.STAGE, Kind.STEP}:
        sources |= {spot.key for spot in item.spots} | {*_pains(item.spots)}
    if item.key.kind == Kind.JOURNEY:
        sources |= {SpotKey(Kind.STAGE, spot.stage.id, spot.journey.id) for spot in item.spots}
    fields = ("evidence", "gains.evidence")
    return {key for source in sources for field in fields for key in portal.named_by(source, field)}


_RELATED: Mapping[str, Related] = {
    "personas": _personas,
    "journeys": _journeys,
    "stages": _stages,
    "touchpoints": _touchpoints,
    "channels": _channels,
    "teams": _teams,
    "owners": _owners,
    "opportunities": _opportunities,
    "initiatives": _initiatives,
    "evidence": _evidence,
}


def _pains(spots: Iterable[StepSpot]) -> list[SpotKey]:
    return [SpotKey(Kind.PAIN, pain.id, spot.journey.id) for spot in spots for pain in spot.step.pains]


def _namers(portal: Portal, item: Item, kind: Kind) -> set[SpotKey]:
    """What of `kind` names `item` where that says something about it, not only mentions it."""
    if item.hand_off or item.key.kind not in _NAMED_BY:
        return set()
    fields = _NAMED_BY[Kind(item.key.kind)]
    links = portal.backlinks(item.key)
    return {link.source for link in links if link.source.kind == kind and link.field in fields}


_NAMED_BY = {
    Kind.CHANNEL: ("channels",),
    Kind.TEAM: ("team",),
    Kind.EVIDENCE: ("evidence",),
    Kind.METRIC: ("metrics",),
}


def _own_spots(portal: Portal, item: Item) -> Iterable[StepSpot]:
    """Its steps, without those it is met in only by way of a touchpoint."""
    if item.key.kind not in {Kind.EVIDENCE, Kind.METRIC}:
        return item.spots
    sources = {*sources_of(portal, item.key, "evidence", "gains.evidence", "metrics")}
    parts = [source for source in sources if source.journey or source.kind == Kind.JOURNEY]
    return [spot for spot in item.spots if any(_holds(part, spot) for part in parts)]


def _holds(part: SpotKey, spot: StepSpot) -> bool:
    """Whether `part`, a journey or a part of one, holds the step or stands at it."""
    match part.kind:
        case Kind.JOURNEY:
            return part.id == spot.journey.id
        case Kind.STAGE:
            return (part.journey, part.id) == (spot.journey.id, spot.stage.id)
        case Kind.STEP:
            return part == spot.key
        case _:
            return part in _pains([spot])
