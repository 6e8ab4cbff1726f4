"""Which lanes a map shows, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.blueprint import LineLane
from journeybook.pages.map.lanes.lane import Lane

_ORDER: Mapping[str, int] = {name.value: place for place, name in enumerate(LaneName)}

_BELOW: Mapping[str, frozenset[str]] = {
    LaneName.INTERACTION: frozenset({LaneName.FRONTSTAGE}),
    LaneName.VISIBILITY: frozenset({LaneName.BACKSTAGE, LaneName.SYSTEMS}),
}
"""What each line is drawn for."""


def arranged(lanes: Iterable[Lane], chosen: Sequence[str]) -> tuple[Lane, ...]:
    """`lanes` that say something: those that are `chosen` in that order, then the others, hidden.

    Without a choice all are shown, in the model's order, the author's own keys last. A line stands only
    where there is something to draw it for: what it parts from the customer, or, for a line that is
    chosen, any lane that is shown below it.
    """
    found = sorted((one for one in lanes if not one.is_empty), key=lambda lane: _ORDER.get(lane.name, len(_ORDER)))
    names = {one.name for one in found}
    if not chosen:
        return tuple(one for one in found if _is_wanted(one, names))
    by_name = {one.name: one for one in found}
    shown = _without_idle_lines([by_name[name] for name in dict.fromkeys(chosen) if name in by_name])
    others = (one for one in found if one not in shown and _is_wanted(one, names))
    return (*shown, *(replace(one, is_shown=False) for one in others))


def _is_wanted(lane: Lane, names: set[str]) -> bool:
    return not isinstance(lane, LineLane) or not _BELOW[lane.name].isdisjoint(names)


def _without_idle_lines(lanes: Sequence[Lane]) -> list[Lane]:
    """`lanes` without lines that have none but lines below them."""
    last = max((place for place, one in enumerate(lanes) if not isinstance(one, LineLane)), default=-1)
    return [one for place, one in enumerate(lanes) if place < last or not isinstance(one, LineLane)]
