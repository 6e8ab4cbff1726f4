"""Changes as one JSON document, for programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from journeybook.exchange.changes.told import Told
from journeybook.history.changes import FieldChange, HandOffChange, Name, ThingChange, Value
from journeybook.history.sentences import sentence_of
from journeybook.model.durations import Duration

VERSION = 1
"""A later version means that a reader of this one would misread the document; new keys alone are none."""

Plain = dict[str, Any]
"""A JSON object."""


def document_of(told: Told) -> Plain:
    """The whole comparison; every key is always there, with null or an empty list where there is nothing."""
    return {
        "schema": "journeybook/changes",
        "version": VERSION,
        "base": told.base,
        "head": told.head,
        "summary": told.summary,
        "notes": list(told.notes),
        "changes": [_thing(one, told) for one in told.changes.things],
        "translations": [
            {
                "key": str(one.of.key),
                "title": one.of.title,
                "language": one.language,
                "added": one.added,
                "changed": one.changed,
                "removed": one.removed,
            }
            for one in told.changes.translations
        ],
        "stopped_by": [
            {"rule": one.rule, "key": str(one.thing.key), "reason": one.reason} for one in told.objections
        ],
    }


def _thing(thing: ThingChange, told: Told) -> Plain:
    return {
        "key": str(thing.key),
        "kind": str(thing.key.kind),
        "title": thing.title,
        "presence": thing.presence.value,
        "was": _name(thing.was),
        "journey": _name(thing.journey),
        "stage": _name(thing.stage),
        "step": _name(thing.step),
        "moved": thing.moved,
        "moved_from": _name(thing.moved_from),
        "previous": _name(thing.previous),
        "following": _name(thing.following),
        "fields": [_field(one) for one in thing.fields],
        "hand_offs": [_hand_off(one) for one in thing.hand_offs],
        "holds": [str(one.key) for one in thing.holds],
        "said": str(sentence_of(thing, told.words, told.changes.titles)),
    }


def _name(name: Name | None) -> Plain | None:
    return {"key": str(name.key), "title": name.title} if name else None


def _field(change: FieldChange) -> Plain:
    return {
        "field": change.field,
        "about": change.about or None,
        "part": change.part or None,
        "before": _value(change.before),
        "after": _value(change.after),
    }


def _hand_off(change: HandOffChange) -> Plain:
    return {
        "presence": change.presence.value,
        "giver": _name(change.giver),
        "taker": _name(change.taker),
        "elsewhere": _name(change.elsewhere),
    }


def _value(value: Value | None) -> str | int | float | list[str] | None:
    match value:
        case Duration():
            return value.text
        case date():
            return value.isoformat()
        case tuple():
            return list(_texts(value))
        case _:
            return value


def _texts(values: tuple[str, ...]) -> Iterator[str]:
    yield from map(str, values)
