"""Which pages a portal has: the cheap list that navigation, addresses and the host need first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from journeybook.model import RECORDS, Entity, Journey, Kind
from journeybook.model.addresses import Address, address_of
from journeybook.model.keys import ATLAS, BOARDS, CHANGES, COMPARE, TRANSLATIONS, SpotKey, atlas_of
from journeybook.model.other_portals import OtherPortal
from journeybook.model.places import NOWHERE, Place
from journeybook.pages.ordering import by_title
from journeybook.portal import PAGED, Portal, key_of
from journeybook.portal.link_map import boards_of


class PlannedPage(Struct, frozen=True):
    """A page the portal will have."""

    key: SpotKey
    """What it is about: a thing of the portal, `index/<kind>`, `board/<name>`, `ATLAS`, `BOARDS`, `COMPARE` …"""
    address: Address
    """Where it stands."""
    template: str
    """Its template without ending: the kind, or `index`, `atlas`, `compare`, `comparison`, `board`, `boards` …"""
    title: str
    """Its title as written; empty for a page about many things, whose title is an interface word."""
    place: Place
    """Where it was written; a page about many things has none."""
    previous: SpotKey | None = None
    """The page of the same kind that comes before it; of the same journey for a stage or a pain."""
    next: SpotKey | None = None
    """The page of the same kind that comes after it; of the same journey for a stage or a pain."""

    @property
    def is_about_one(self) -> bool:
        """Whether it is about one thing of the portal, and not about many."""
        return self.key.kind in _KINDS

    @property
    def is_entrance(self) -> bool:
        """Whether the navigation lists it: the atlas, overviews, the changes."""
        return self.key.kind == "index" or self.key in {ATLAS, BOARDS, CHANGES}

    @property
    def is_board(self) -> bool:
        """Whether it is a board, and not the overview of them."""
        return self.key.kind == "board" and self.key != BOARDS


_KINDS = frozenset(map(str, Kind))


def plan(portal: Portal, *, has_past: bool = False) -> tuple[PlannedPage, ...]:
    """Every page of the portal: atlas, comparisons, an overview per kind with a page for each thing, the boards.

    Stages, then pains, follow their journey. The atlas, the boards and the overviews of personas,
    journeys, touchpoints, channels and teams are there even when empty; the boards unless readers get none;
    the page of changes where the portal `has_past` to tell of.
    """
    return (
        _about_many(ATLAS, "atlas"),
        *(_about_many(atlas_of(other.name), "atlas") for other in portals_apart(portal)),
        *_comparisons(portal),
        *(page for record in PAGED for page in _of_kind(portal, record.kind_of)),
        *_boards(portal),
        *([_about_many(CHANGES, "history")] if has_past else ()),
    )


MOST_IN_ATLAS = 500
"""How many journeys the atlas lists; if there are more, each other portal has a page for its own."""


def portals_apart(portal: Portal) -> tuple[OtherPortal, ...]:
    """The other portals whose journeys stand on pages of their own, too many for one; usually none."""
    others = tuple(portal.others.by_name.values())
    journeys = len(portal.all(Journey)) + sum(len(one.journeys) for one in others)
    return others if journeys > MOST_IN_ATLAS else ()


def _comparisons(portal: Portal) -> Iterator[PlannedPage]:
    """Where any two journeys stand side by side, and a page for each future journey and its current one."""
    journeys = by_title(portal.all(Journey))
    if len(journeys) > 1:
        yield _about_many(COMPARE, "compare")
        pairs = (SpotKey(COMPARE.kind, one.id) for one in journeys if is_pair(portal, one))
        yield from (_about_many(key, "comparison") for key in pairs)


def is_pair(portal: Portal, future: Journey) -> bool:
    """Whether `future` improves another journey, so that the two have a page side by side."""
    current = portal.current_of(future)
    return current is not None and current is not future


def _boards(portal: Portal) -> Iterator[PlannedPage]:
    """The boards that readers get, with the overview of them, if there are any."""
    if not (boards := boards_of(portal.content)):
        return
    yield _about_many(BOARDS, "boards")
    for board in boards:
        key = SpotKey("board", board)
        yield _about_many(key, "translations" if key == TRANSLATIONS else "board")


_ALWAYS = {Kind.PERSONA, Kind.JOURNEY, Kind.TOUCHPOINT, Kind.CHANNEL, Kind.TEAM}


def _about_many(key: SpotKey, template: str) -> PlannedPage:
    return PlannedPage(key, address_of(key), template, "", NOWHERE)


def _of_kind(portal: Portal, kind: Kind) -> Iterator[PlannedPage]:
    entities = by_title(portal.all(RECORDS[kind]))
    if entities or kind in _ALWAYS:
        yield _about_many(SpotKey("index", kind), "index")
    for entity, page in zip(entities, _in_a_row(entities), strict=True):
        yield page
        if isinstance(entity, Journey):
            yield from _in_a_row(entity.stages, entity.id)
            pains = [pain for stage in entity.stages for step in stage.steps for pain in step.pains]
            yield from _in_a_row(pains, entity.id)


def _in_a_row(entities: Sequence[Entity], journey: str = "") -> Iterator[PlannedPage]:
    """The pages of `entities`, each knowing its neighbours."""
    keys = [key_of(entity, journey) for entity in entities]
    for entity, key, before, after in zip(entities, keys, [None, *keys], [*keys[1:], None], strict=False):
        place = entity.place_of("title")
        yield PlannedPage(key, address_of(key), entity.kind_of, entity.title, place, before, after)
