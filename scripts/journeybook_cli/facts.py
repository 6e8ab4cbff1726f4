"""What an entity says, as plain values under the names that authors write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date
from typing import Any, TypeAlias, cast

from journeybook.model import Entity
from journeybook.model.durations import Duration
from journeybook.reading.schema import shape_of

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""A value as JSON has it."""


def facts_of(record: Any) -> dict[str, Plain]:
    """The keys of `record` that have a value, in the model's order, the author's own `x-…` keys last.

    Records inside it are mappings of the same form, days are ISO 8601, spans of time are as written.
    """
    named = {shape.spelled: getattr(record, shape.name) for shape in shape_of(record.__class__).fields}
    named |= getattr(record, "extra", {})
    return {name: _plain(value) for name, value in named.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, tuple | Mapping) and not value)


def _plain(value: Any) -> Plain:
    if isinstance(value, Duration):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in cast("Sequence[Any]", value)]
    if is_dataclass(value):
        return facts_of(value)
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def place_of(entity: Entity) -> dict[str, Plain]:
    """File and line that define `entity`."""
    return {"file": entity.place.file, "line": entity.place.span.line}


def place_text(entity: Entity) -> str:
    """The same as `content/journeys/claim.yml:14`."""
    return f"{entity.place.file}:{entity.place.span.line}"
