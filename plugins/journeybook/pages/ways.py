"""Ways on from a step, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from journeybook.model.keys import SpotKey
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link, Text
from journeybook.portal import Edge, Way


class WayOn(Struct, frozen=True):
    """One way on from a step."""

    way: Way
    step: Link
    when: Text | None
    """The condition, as the author wrote it."""
    journey: Link | None
    """The other journey, where the way leads out of this one."""


def ways_on(maker: PageMaker, edges: Iterable[Edge]) -> Mapping[SpotKey, tuple[WayOn, ...]]:
    """The ways on from every step that has any."""
    found: defaultdict[SpotKey, list[WayOn]] = defaultdict(list)
    for edge in edges:
        found[edge.source.key].append(_way_on(maker, edge))
    return {key: tuple(ways) for key, ways in found.items()}


def _way_on(maker: PageMaker, edge: Edge) -> WayOn:
    source = edge.source
    return WayOn(
        way=edge.way,
        step=maker.link(edge.target.key),
        when=maker.text_if(edge.when, maker.voice(source.step, source.stage, source.journey)),
        journey=maker.to(edge.target.journey) if edge.way is Way.AWAY else None,
    )
