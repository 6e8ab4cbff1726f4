"""Steps and stages at another place of their journey, with their comments and all they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journeybook.editing.change import Change, Edit, EditingError, inserting
from journeybook.editing.chunks import Chunk, chunk_of, placed
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.verifying import verified
from journeybook.model import Journey, Kind, Stage
from journeybook.model.keys import SpotKey

_MOVABLE = frozenset({Kind.STAGE, Kind.STEP})


@dataclass(frozen=True, slots=True)
class Goal:
    """Where something shall stand."""

    stage: SpotKey | None = None
    """The stage a step goes to; behind its last step if nothing else is said."""
    before: SpotKey | None = None
    """What it shall stand before."""
    after: SpotKey | None = None
    """What it shall stand behind."""


def moving(files: PortalFiles, key: SpotKey, goal: Goal) -> tuple[Change, PortalFiles]:
    """The change that brings `key` to its `goal`, and the files after it; EditingError says why it cannot be."""
    files.refuse_unread()
    if key.kind not in _MOVABLE:
        raise EditingError(f"{key} stands in no order; steps and stages can be moved")
    _refuse_elsewhere(key, goal)
    journey = files.portal.entity(SpotKey(Kind.JOURNEY, key.journey))
    assert isinstance(journey, Journey)  # noqa: S101  # its key says so
    lists = _lists(journey)
    old = next(name for name, keys in lists.items() if key in keys)
    new, at = _position(lists, goal, old)
    if lists[new][at : at + 1] == [key] or (new == old and at and lists[new][at - 1] == key):
        raise EditingError(f"{key} stands there already")
    neighbours = [one for one in lists[new][at:] if one != key]
    next_one = neighbours[0] if neighbours else None
    last = next((one for one in reversed(lists[new][:at]) if one != key), None)
    edits = _edits(files, key, new, next_one, last)
    change = Change(tuple(edits))
    kept = {name: [one for one in keys if one != key] for name, keys in lists.items()}
    index = kept[new].index(next_one) if next_one else len(kept[new])
    kept[new].insert(index, key)
    field = "stages" if key.kind == Kind.STAGE else "steps"
    instead: dict[str, dict[str, Any]] = {str(name): {field: [*map(str, kept[name])]} for name in {old, new}}
    return change, verified(files, change, instead=instead)


def _refuse_elsewhere(key: SpotKey, goal: Goal) -> None:
    for other in filter(None, (goal.stage, goal.before, goal.after)):
        if other.journey != key.journey:
            raise EditingError(f"{key} and {other} are in different journeys; a move stays within one")
    for other in filter(None, (goal.before, goal.after)):
        if other.kind != key.kind or other == key:
            raise EditingError(f"{key} cannot stand beside {other}; name another {key.kind}")
    if goal.stage and (goal.stage.kind != Kind.STAGE or key.kind != Kind.STEP):
        raise EditingError("a step goes to a stage; a stage goes --before or --after another one")
    if not (goal.stage or goal.before or goal.after) or (goal.before and goal.after):
        raise EditingError("say where it shall stand: a stage, --before or --after something")


def _lists(journey: Journey) -> dict[SpotKey, list[SpotKey]]:
    """The stages of `journey`, and the steps of each stage, by the key of what holds them."""
    own = SpotKey(Kind.JOURNEY, journey.id)
    lists = {own: [SpotKey(Kind.STAGE, stage.id, journey.id) for stage in journey.stages]}
    for stage in journey.stages:
        key = SpotKey(Kind.STAGE, stage.id, journey.id)
        lists[key] = [SpotKey(Kind.STEP, step.id, journey.id) for step in stage.steps]
    return lists


def _position(lists: dict[SpotKey, list[SpotKey]], goal: Goal, old: SpotKey) -> tuple[SpotKey, int]:
    """What shall hold the moved one, and the place in its list; `old` holds it now."""
    beside = goal.before or goal.after
    if beside is None:
        new = goal.stage or old
        return new, len(lists[new])
    new = next(name for name, keys in lists.items() if beside in keys)
    if goal.stage and goal.stage != new:
        raise EditingError(f"{beside} is not in {goal.stage}")
    return new, lists[new].index(beside) + (0 if goal.before else 1)


def _edits(
    files: PortalFiles, key: SpotKey, new: SpotKey, before: SpotKey | None, after: SpotKey | None
) -> list[Edit]:
    entity = files.portal.entity(key)
    source = files.source(entity.place.file)
    own = chunk_of(entity, source)
    cut = Edit(source.file, own.start, own.end, "")
    if before:
        other = chunk_of(files.portal.entity(before), source)
        return [cut, inserting(source, other.start, placed(own, other.indent))]
    if after:
        other = chunk_of(files.portal.entity(after), source)
        return [cut, _behind(own, other, source.text)]
    stage = files.portal.entity(new)
    assert isinstance(stage, Stage)  # noqa: S101  # only a stage can be empty
    raise EditingError(
        f"{new} has no step yet, so nobody knows how its steps shall be written; write the first one"
    )


def _behind(own: Chunk, other: Chunk, text: str) -> Edit:
    new = placed(own, other.indent)
    ends_line = not text[: other.end] or text[other.end - 1] in "\r\n"
    return Edit(own.file, other.end, other.end, new if ends_line else "\n" + new.rstrip("\n"))
