"""Where one thing names another: every reference field of every record, in one closed walk."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from journeybook.model import Entity, Journey
from journeybook.model.keys import SpotKey
from journeybook.model.places import Place, Span
from journeybook.model.text import EVERYONE, Reference


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference as it was written."""

    source: SpotKey
    """The nearest thing with a spot key that holds the reference."""
    field: str
    """The field that holds it: `touchpoints`, `part_of`, or `backstage.team` for a field one level down."""
    reference: Reference
    """What it may name."""
    text: str
    """What was written."""
    place: Place
    """The record it stands in."""
    span: Span
    """Where it stands."""


def key_of(entity: Entity, journey: str = "") -> SpotKey:
    """The spot key of `entity`; stages, steps and pains need the id of their `journey`."""
    return SpotKey(entity.kind_of, entity.id, journey if entity.kind_of.within_journey else "")


def mentions_in(entity: Entity) -> Iterator[Mention]:
    """Every reference that `entity` and all it holds make, in the order of the model's fields."""
    journey = entity.id if isinstance(entity, Journey) else ""
    yield from _of_record(entity, key_of(entity, journey), journey, "")


def references_in(holder: Any, source: SpotKey) -> Iterator[Mention]:
    """Every reference that the record `holder`, no entity, makes; they count as those of `source`."""
    yield from _of_record(holder, source, "", "")


def _of_record(holder: Any, source: SpotKey, journey: str, prefix: str) -> Iterator[Mention]:
    place: Place = holder.place
    for name, reference in reference_fields(holder.__class__).items():
        for text, item in _texts(getattr(holder, name)):
            if text != EVERYONE:
                yield Mention(source, prefix + name, reference, text, place, place.of(name, item))
    for name in _record_fields(holder.__class__):
        for part in getattr(holder, name) or ():
            if isinstance(part, Entity):
                yield from _of_record(part, key_of(part, journey), journey, "")
            else:
                yield from _of_record(part, source, journey, f"{name}.")


def _texts(value: str | Mapping[str, Any] | tuple[str, ...] | None) -> Iterator[tuple[str, int | str | None]]:
    if isinstance(value, str):
        yield value, None
    elif isinstance(value, Mapping):
        yield from ((key, key) for key in value)
    elif value is not None:
        yield from ((text, number) for number, text in enumerate(value))


@cache
def reference_fields(record: type) -> Mapping[str, Reference]:
    """The fields of `record` that name something, with what they may name."""
    hints = get_type_hints(record, include_extras=True)
    found = {one.name: _reference_of(hints[one.name]) for one in fields(record)}
    return {name: reference for name, reference in found.items() if reference}


def _reference_of(hint: Any) -> Reference | None:
    if get_origin(hint) is Annotated:
        return next((meta for meta in hint.__metadata__ if isinstance(meta, Reference)), None)
    return next(filter(None, map(_reference_of, get_args(hint))), None)


@cache
def _record_fields(record: type) -> tuple[str, ...]:
    """Fields that hold tuples of records with a place of their own."""
    hints = get_type_hints(record)
    return tuple(one.name for one in fields(record) if _holds_records(hints[one.name]))


def _holds_records(hint: Any) -> bool:
    if get_origin(hint) in {Union, types.UnionType}:
        return any(map(_holds_records, get_args(hint)))
    args = get_args(hint)
    return (
        get_origin(hint) is tuple and is_dataclass(args[0]) and any(one.name == "place" for one in fields(args[0]))
    )


def entities_in(entity: Entity) -> Iterator[tuple[SpotKey, Entity]]:
    """`entity` and every stage, step and pain in it, with their spot keys, in written order."""
    yield key_of(entity), entity
    if not isinstance(entity, Journey):
        return
    for stage in entity.stages:
        yield key_of(stage, entity.id), stage
        for step in stage.steps:
            yield key_of(step, entity.id), step
            for pain in step.pains:
                yield key_of(pain, entity.id), pain
