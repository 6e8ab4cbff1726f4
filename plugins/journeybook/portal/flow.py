"""The ways through a journey: written order, branches, loops, and where the team changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from journeybook.model.keys import SpotKey
from journeybook.portal.spots import Edge, Flow, HandOff, StepSpot, Way

FindStep = Callable[[str, str], StepSpot | None]
"""The step that a text in `next:` of the journey with that id names."""


def edges_of(spots: Sequence[StepSpot], find: FindStep) -> list[Edge]:
    """Every way on from the steps of one journey; ways to unknown steps are left out."""
    return [edge for position, spot in enumerate(spots) for edge in _ways_on(spots, position, spot, find)]


def _ways_on(spots: Sequence[StepSpot], position: int, spot: StepSpot, find: FindStep) -> Iterator[Edge]:
    following = spots[position + 1] if position + 1 < len(spots) else None
    if spot.step.next is None:
        if following:
            yield Edge(spot, following, Way.ORDER)
        return
    for one in spot.step.next:
        if target := find(spot.journey.id, one.step):
            yield Edge(spot, target, _way(spot, target, following, alone=_alone(spot)), one.when)


def _alone(spot: StepSpot) -> bool:
    ways = spot.step.next or ()
    return len(ways) == 1 and ways[0].when is None


def _way(source: StepSpot, target: StepSpot, following: StepSpot | None, *, alone: bool) -> Way:
    if target.journey.id != source.journey.id:
        return Way.AWAY
    if target.number <= source.number:
        return Way.LOOP
    if not alone:
        return Way.BRANCH
    return Way.ORDER if target is following else Way.NEXT


def flow_of(
    spots: Sequence[StepSpot], edges: Sequence[Edge], edges_from: Mapping[SpotKey, Sequence[Edge]]
) -> Flow:
    """The flow of one journey; `edges_from` holds the ways on from every step of the portal."""
    leaving = {edge.source.key for edge in edges}
    reached = _reached(spots, edges)
    return Flow(
        edges=tuple(edges),
        hand_offs=tuple(hand_off for spot in spots for hand_off in _hand_offs_from(spot, edges_from)),
        ends=tuple(spot for spot in spots if spot.key not in leaving),
        unreached=tuple(spot for spot in spots if spot.key not in reached),
    )


def _reached(spots: Sequence[StepSpot], edges: Sequence[Edge]) -> set[SpotKey]:
    targets: dict[SpotKey, list[SpotKey]] = {}
    for edge in edges:
        targets.setdefault(edge.source.key, []).append(edge.target.key)
    reached: set[SpotKey] = set()
    ahead = [spots[0].key] if spots else []
    while ahead:
        key = ahead.pop()
        if key not in reached:
            reached.add(key)
            ahead.extend(targets.get(key, ()))
    return reached


def _hand_offs_from(giver: StepSpot, edges_from: Mapping[SpotKey, Sequence[Edge]]) -> Iterator[HandOff]:
    """Changes of team on the ways on from `giver`, looking through steps without a team."""
    if giver.team is None:
        return
    seen: set[SpotKey] = set()
    ahead = [edge.target for edge in edges_from.get(giver.key, ())]
    while ahead:
        taker = ahead.pop(0)
        if taker.key in seen:
            continue
        seen.add(taker.key)
        if taker.team is None:
            ahead.extend(edge.target for edge in edges_from.get(taker.key, ()))
        elif taker.team.id != giver.team.id:
            yield HandOff(giver, taker, giver.team, taker.team)
