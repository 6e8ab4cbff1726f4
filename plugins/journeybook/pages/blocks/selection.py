"""Which things a building block shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from journeybook.model import Opportunity, Pain
from journeybook.model.block import Block, Where
from journeybook.model.keys import SpotKey
from journeybook.pages.blocks.items import Item, items_of, mean_score
from journeybook.pages.blocks.relations import related
from journeybook.pages.page_maker import PageMaker
from journeybook.portal import PainSpot, Portal
from journeybook.portal.building_blocks import wanted_by
from journeybook.portal.ranking import RankedPain, uses_of


def selected(maker: PageMaker, block: Block) -> tuple[Item, ...]:
    """What `block` shows of many, chosen, sorted and cut."""
    found = [*items_of(maker.portal, block.show)]
    if block.where:
        wanted = wanted_by(block, maker.portal.directory)
        found = [item for item in found if _fits(maker, item, block.where, wanted)]
    for order in reversed(block.sort):
        found = _sorted(maker, found, order)
    return tuple(found[: block.limit])


def _fits(maker: PageMaker, item: Item, where: Where, wanted: Mapping[str, frozenset[SpotKey]]) -> bool:
    """Whether `item` fits every key of `where`; `wanted` holds what the names in it stand for."""
    for field, keys in wanted.items():
        if keys.isdisjoint(related(maker.portal, item, field)):
            return False
    for name, said in _WORDS.items():
        allowed: set[str] = {*map(str.casefold, getattr(where, name))}
        if allowed and allowed.isdisjoint(said(maker, item)):
            return False
    limits = {"score": where.score, "severity": where.severity, "impact": where.impact, "effort": where.effort}
    return all(limit.hold(_FIGURES[name](item)) for name, limit in limits.items() if limit)


def _said(item: Item, name: str) -> str | None:
    """What the item says of itself or, where it says nothing, the nearest thing around it."""
    chain = (item.entity, *(one for _, one in item.around))
    return next((said for one in chain if (said := getattr(one, name))), None)


def _of_journey(name: str) -> Callable[[PageMaker, Item], Iterator[str]]:
    def said(_maker: PageMaker, item: Item) -> Iterator[str]:
        if item.journey and (value := getattr(item.journey, name)):
            yield value

    return said


def _status(_maker: PageMaker, item: Item) -> Iterator[str]:
    if said := _said(item, "status"):
        yield said


def _kind(_maker: PageMaker, item: Item) -> Iterator[str]:
    if said := getattr(item.entity, "kind", None):
        yield said


def _tags(_maker: PageMaker, item: Item) -> Iterator[str]:
    yield from map(str.casefold, item.entity.tags)


def _audience(_maker: PageMaker, item: Item) -> Iterator[str]:
    yield _said(item, "audience") or "public"


def _language(maker: PageMaker, item: Item) -> Iterator[str]:
    yield (_said(item, "lang") or maker.context.options.language).casefold()


_WORDS: Mapping[str, Callable[[PageMaker, Item], Iterator[str]]] = {
    "state": _of_journey("state"),
    "scope": _of_journey("scope"),
    "status": _status,
    "kind": _kind,
    "tags": _tags,
    "audience": _audience,
    "lang": _language,
}


def _severity(item: Item) -> float | None:
    return item.entity.severity if isinstance(item.entity, Pain) else None


def _impact(item: Item) -> float | None:
    return item.entity.impact if isinstance(item.entity, Opportunity) else None


def _effort(item: Item) -> float | None:
    return item.entity.effort if isinstance(item.entity, Opportunity) else None


def _weight(item: Item, portal: Portal) -> float | None:
    """What gives an item its rank: pains weigh as on their board, opportunities by impact for the effort."""
    one = item.entity
    if isinstance(one, Pain):
        uses = uses_of(portal.backlinks, item.spots[0].touchpoints)
        return RankedPain(PainSpot(one, item.spots[0]), 0, 0, uses).weight
    if isinstance(one, Opportunity) and one.impact and one.effort:
        return one.impact / one.effort
    return None


_FIGURES: Mapping[str, Callable[[Item], float | None]] = {
    "score": mean_score,
    "severity": _severity,
    "impact": _impact,
    "effort": _effort,
}


def _sorted(maker: PageMaker, items: list[Item], order: str) -> list[Item]:
    """`items` by `order`, those of one value as they were; what has no value comes last either way."""
    name = order.removeprefix("-")

    def value(item: Item) -> Any:
        if name == "title":
            return maker.plain(item.entity.title).casefold()
        if name == "rank":
            weight = _weight(item, maker.portal)
            return None if weight is None else -weight
        return _said(item, name) if name == "reviewed" else _FIGURES[name](item)

    valued = [(item, value(item)) for item in items]
    known = sorted((one for one in valued if one[1] is not None), key=lambda one: one[1], reverse=order != name)
    return [item for item, _ in (*known, *(one for one in valued if one[1] is None))]
