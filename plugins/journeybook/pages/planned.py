"""Which pages a portal has: the cheap list that navigation, addresses and the host need first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.model import RECORDS, Entity, Journey, Kind
from journeybook.model.addresses import Address, address_of, index_address
from journeybook.model.keys import TRANSLATIONS, SpotKey
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
    previous: SpotKey | None = None
    """The page of the same kind that comes before it; for a stage, the stage before."""
    next: SpotKey | None = None
    """The page of the same kind that comes after it; for a stage, the stage after."""


def plan(portal: Portal) -> tuple[PlannedPage, ...]:
    """Every page of the portal: an overview per kind with entities, then a page each, stages after their journey.

    The overviews of personas, journeys, touchpoints, channels and teams are there even when empty.
    """
    return (
        *(page for record in PAGED for page in _of_kind(portal, record.kind_of)),
        *_boards(portal),
    )


def _boards(portal: Portal) -> Iterator[PlannedPage]:
    """The board of translations, where there can be any."""
    if len(portal.content.languages) > 1:
        yield PlannedPage(TRANSLATIONS, address_of(TRANSLATIONS), "translations", "", NOWHERE)


_ALWAYS = {Kind.PERSONA, Kind.JOURNEY, Kind.TOUCHPOINT, Kind.CHANNEL, Kind.TEAM}


def _of_kind(portal: Portal, kind: Kind) -> Iterator[PlannedPage]:
    entities = portal.all(RECORDS[kind])
    if entities or kind in _ALWAYS:
        yield PlannedPage(SpotKey("index", kind), index_address(kind), "index", "", NOWHERE)
    for entity, page in zip(entities, _in_a_row(entities), strict=True):
        yield page
        if isinstance(entity, Journey):
            yield from _in_a_row(entity.stages, entity.id)


def _in_a_row(entities: Sequence[Entity], journey: str = "") -> Iterator[PlannedPage]:
    """The pages of `entities`, each knowing its neighbours."""
    keys = [key_of(entity, journey) for entity in entities]
    for entity, key, before, after in zip(entities, keys, [None, *keys], [*keys[1:], None], strict=False):
        place = entity.place_of("title")
        yield PlannedPage(key, address_of(key), entity.kind_of, entity.title, place, before, after)
