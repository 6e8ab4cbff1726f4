"""Where one thing names another: every reference field of every record, in one closed walk."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from journeybook.model import Entity, Journey
from journeybook.model.keys import SpotKey
from journeybook.model.places import Place, Span
from journeybook.model.text import EVERYONE, Reference


class Mention(NamedTuple):
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
    key: str
    """The key it stands at there."""
    item: int | str | None = None
    """Which of the key's items or entries it is."""
    within: Span | None = None
    """Where it stands within the key's text, if it is only a part of that."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.within or self.place.of(self.key, self.item)


def key_of(entity: Entity, journey: str = "") -> SpotKey:
    """The spot key of `entity`; stages, steps and pains need the id of their `journey`."""
    return SpotKey(entity.kind_of, entity.id, journey and (journey if entity.kind_of.within_journey else ""))


def mentions_in(entity: Entity) -> list[Mention]:
    """Every reference that `entity` and all it holds make, in the order of the model's fields."""
    found: list[Mention] = []
    journey = entity.id if isinstance(entity, Journey) else ""
    _collect(entity, key_of(entity, journey), journey, "", found)
    return found


def references_in(holder: Any, source: SpotKey) -> list[Mention]:
    """Every reference that the record `holder`, no entity, makes; they count as those of `source`."""
    found: list[Mention] = []
    _collect(holder, source, "", "", found)
    return found


def _collect(holder: Any, source: SpotKey, journey: str, prefix: str, found: list[Mention]) -> None:
    """Add to `found` what `holder` and all it holds name. A list, no generators: it is called for every record."""
    cls = holder.__class__
    for name, reference in reference_fields(cls).items():
        if value := getattr(holder, name):
            for text, item in _texts(value):
                if text != EVERYONE:
                    found.append(Mention(source, prefix + name, reference, text, holder.place, name, item))
    for name in _record_fields(cls):
        for part in getattr(holder, name) or ():
            if isinstance(part, Entity):
                _collect(part, key_of(part, journey), journey, "", found)
            else:
                _collect(part, source, journey, f"{name}.", found)


def _texts(value: str | Mapping[str, Any] | tuple[str, ...]) -> Iterable[tuple[str, int | str | None]]:
    if isinstance(value, str):
        return ((value, None),)
    if isinstance(value, tuple):
        return [(text, number) for number, text in enumerate(value)]
    return [(key, key) for key in value]


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
