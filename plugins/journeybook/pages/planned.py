"""Which pages a portal has: the cheap list that navigation, addresses and the host need first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.model import RECORDS, Entity, Journey, Kind
from journeybook.model.addresses import Address, address_of, index_address
from journeybook.model.keys import SpotKey
from journeybook.model.places import NOWHERE, Place
from journeybook.portal import PAGED, Portal, key_of


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page the portal will have."""

    key: SpotKey
    """What it is about; `index/<kind>` for the overview of a kind."""
    address: Address
    """Where it stands."""
    template: str
    """Its template without ending: the kind, or `index`."""
    title: str
    """Its title as written; empty for an overview, whose title is an interface word."""
    place: Place
    """Where it was written; an overview has none."""


def plan(portal: Portal) -> tuple[PlannedPage, ...]:
    """Every page of the portal: an overview per kind with entities, then one page each, stages after their journey.

    The overviews of personas, journeys, touchpoints, channels and teams are there even when empty.
    """
    return tuple(page for record in PAGED for page in _of_kind(portal, record.kind_of))


_ALWAYS = {Kind.PERSONA, Kind.JOURNEY, Kind.TOUCHPOINT, Kind.CHANNEL, Kind.TEAM}


def _of_kind(portal: Portal, kind: Kind) -> Iterator[PlannedPage]:
    entities = portal.all(RECORDS[kind])
    if entities or kind in _ALWAYS:
        yield PlannedPage(SpotKey("index", kind), index_address(kind), "index", "", NOWHERE)
    for entity in entities:
        yield _page(key_of(entity), entity)
        if isinstance(entity, Journey):
            for stage in entity.stages:
                yield _page(key_of(stage, entity.id), stage)


def _page(key: SpotKey, entity: Entity) -> PlannedPage:
    return PlannedPage(key, address_of(key), entity.kind_of, entity.title, entity.place)
