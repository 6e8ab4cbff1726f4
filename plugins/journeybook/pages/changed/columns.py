"""The steps of a journey in two states, one beside the other."""

from __future__ import annotations

from itertools import groupby

from msgspec import Struct

from journeybook.history import Changes, Presence
from journeybook.model import Kind
from journeybook.model.keys import SpotKey
from journeybook.portal import Portal, StepSpot


class Column(Struct, frozen=True):
    """One step, before and after; one of both at least."""

    before: StepSpot | None
    after: StepSpot | None
    moved: bool

    @property
    def spot(self) -> StepSpot:
        """The step as it is, or as it was where it is gone."""
        found = self.after or self.before
        assert found is not None  # noqa: S101  # one of both is there
        return found


def columns_of(journey: SpotKey, before: Portal, after: Portal, changes: Changes) -> tuple[Column, ...]:
    """The steps of `journey` in the order of now, what is gone behind what stood before it."""
    things = {one.key: one for one in changes.things}
    was = things[journey].was if journey in things else None
    then = {spot.key: spot for spot in before.steps(was.key.id if was else journey.id)}
    # A journey of that id may be there twice: as what is gone, and as what is new.
    came = things[journey].presence if journey in things else Presence.KEPT
    now = () if came is Presence.REMOVED else after.steps(journey.id)
    if came is Presence.ADDED:
        then = {}

    def former(key: SpotKey) -> SpotKey:
        thing = things.get(key)
        return (
            thing.was.key if thing and thing.was else SpotKey(Kind.STEP, key.id, was.key.id if was else journey.id)
        )

    new = {one.key for one in changes.things if one.presence is Presence.ADDED} | {
        held.key for one in changes.things if one.presence is Presence.ADDED for held in one.holds
    }
    pairs = [(None if spot.key in new else former(spot.key), spot) for spot in now]
    kept = {old for old, _ in pairs if old and old in then}
    gone_after = _gone_after(then, kept)
    found = [Column(then[key], None, False) for key in gone_after.get(None, [])]
    for old, spot in pairs:
        thing = things.get(spot.key)
        earlier = then.get(old) or _elsewhere(old, before) if old else None
        found.append(Column(earlier, spot, bool(thing and thing.moved)))
        found += [Column(then[key], None, False) for key in gone_after.get(old, []) if old]
    return tuple(found)


def _elsewhere(key: SpotKey, portal: Portal) -> StepSpot | None:
    """A step that stood in another journey."""
    return next((spot for spot in portal.steps(key.journey) if spot.key == key), None)


def _gone_after(then: dict[SpotKey, StepSpot], kept: set[SpotKey]) -> dict[SpotKey | None, list[SpotKey]]:
    last: SpotKey | None = None
    found: dict[SpotKey | None, list[SpotKey]] = {}
    for key in then:
        if key in kept:
            last = key
        else:
            found.setdefault(last, []).append(key)
    return found


def stages_of(columns: tuple[Column, ...]) -> list[tuple[str, int]]:
    """The titles of the stages over `columns`, each with how many it spans."""
    runs = groupby(columns, key=lambda one: (one.spot.stage.id, one.spot.stage.title))
    return [(title, len(list(some))) for (_, title), some in runs]
