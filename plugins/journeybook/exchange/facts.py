"""What a record says, as plain values under the names that authors write."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import date
from typing import Any, TypeAlias, cast

from journeybook.model import Entity
from journeybook.model.durations import Duration
from journeybook.model.text import EVERYONE, Image, Reference, WebLink
from journeybook.reading.schema import FieldShape, shape_of

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""A value as JSON has it."""


def _as_written(_reference: Reference, text: str) -> str | None:
    return text


@dataclass(frozen=True, slots=True)
class Manner:
    """How facts are told; as written, unless told otherwise."""

    reference: Callable[[Reference, str], str | None] = _as_written
    """What stands for a reference; None leaves it out."""
    part: Callable[[Entity], Plain] | None = None
    """What stands for a stage, step or pain inside; without it, its own facts do."""
    address: Callable[[str], str | None] = str
    """What stands for the address of a link or picture; None leaves it out."""


AS_WRITTEN = Manner()

_SAYS_BY_EMPTINESS = frozenset({"next"})
"""An empty list of ways on ends the journey; no list follows the written order."""


def facts_of(record: Any, manner: Manner = AS_WRITTEN) -> dict[str, Plain]:
    """The keys of `record` that have a value, in the model's order, the author's own `x-…` keys last.

    Records inside it are mappings of the same form, days are ISO 8601, spans of time are as written.
    """
    if isinstance(record, WebLink | Image):
        address = "url" if isinstance(record, WebLink) else "src"
        told = _facts(record, manner)
        told[address] = manner.address(str(told[address]))
        return told if told[address] is not None else {}
    return _facts(record, manner)


def _facts(record: Any, manner: Manner) -> dict[str, Plain]:
    facts: dict[str, Plain] = {}
    for shape in shape_of(record.__class__).fields:
        value = getattr(record, shape.name)
        if value is None or (
            isinstance(value, tuple | Mapping) and not value and shape.spelled not in _SAYS_BY_EMPTINESS
        ):
            continue
        told = _named(shape.reference, value, manner) if shape.reference else _plain(value, manner, shape)
        if told is not None and not (shape.record and told == {}):
            facts[shape.spelled] = told
    facts |= {name: _plain(value, manner) for name, value in getattr(record, "extra", {}).items()}
    return facts


def _named(reference: Reference, value: Any, manner: Manner) -> Plain:
    """References as `manner` tells them, each once; None if none is left."""
    if isinstance(value, str):
        return manner.reference(reference, value)
    if isinstance(value, Mapping):
        scores = cast("Mapping[str, float]", value)
        named = {one: one if one == EVERYONE else manner.reference(reference, one) for one in scores}
        return {name: scores[one] for one, name in named.items() if name is not None} or None
    found = (manner.reference(reference, one) for one in cast("Sequence[str]", value))
    return list(dict.fromkeys(one for one in found if one is not None)) or None


def _plain(value: Any, manner: Manner, shape: FieldShape | None = None) -> Plain:
    match value:
        case Duration():
            return value.text
        case date():
            return value.isoformat()
        case float() if not math.isfinite(value):
            return str(value)  # JSON knows neither infinity nor a number that is none
        case str() | int() | float() | None:
            return value
        case Entity() if manner.part:
            return manner.part(value)
        case _ if is_dataclass(value):
            return facts_of(value, manner)
        case Mapping():
            return {str(key): _plain(one, manner) for key, one in cast("Mapping[Any, Any]", value).items()}
        case _ if isinstance(value, Sequence):
            told = [_plain(one, manner) for one in cast("Sequence[Any]", value)]
            # In a list of records, one that says nothing (a way on to a lost step, a lost link) is none.
            return [one for one in told if one != {}] if shape and shape.record else told
        case _:
            return str(value)
