"""What each record of the model may hold, in the terms of a reader: computed once from its type hints."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from enum import Enum, auto
from functools import cache, partial
from typing import Annotated, Any, ClassVar, Literal, Union, cast, get_args, get_origin, get_type_hints

from pydantic import PlainValidator, StringConstraints
from pydantic.fields import FieldInfo

from journeybook.model import Pain, Stage, Step
from journeybook.model.durations import Duration
from journeybook.model.lanes import LaneMark
from journeybook.model.rule_weights import RuleMark, RuleRef
from journeybook.model.text import Day, Language, LinkUrl, Plain, Reference, Short, Url

_IRREGULAR = {"aliases": "alias", "opportunities": "opportunity", "status": ""}
_WITHIN_JOURNEY = frozenset({Stage, Step, Pain})
_FILLED_BY_US = frozenset({"place", "extra", "rendition"})


class Form(Enum):
    """How a value is written."""

    TEXT = auto()
    VERBATIM = auto()
    """Longer text, kept with its line breaks."""
    MAY_BE_EMPTY = auto()
    """A text for which nothing in quotes says something too."""
    ID = auto()
    REFERENCE = auto()
    PARSED = auto()
    """A text of a form of its own: an address, a language, a span of time."""
    CHOICE = auto()
    WHOLE = auto()
    NUMBER = auto()
    FIGURE = auto()
    """A number, or a text that says it with its unit."""
    DAY = auto()
    RECORD = auto()
    PER_PERSONA = auto()
    """A number, or one per persona."""
    LANE = auto()
    """The name of a map's lane."""
    RULE = auto()
    """The code of a rule of good practice."""
    BY_RULE = auto()
    """A word per rule."""
    BY_NAME = auto()
    """Records, each under a name."""


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field of a record."""

    name: str
    """Its name in the model."""
    spelled: str
    """The key an author writes."""
    form: Form
    """How one value is written."""
    many: bool = False
    """Whether it holds a list."""
    singular: str = ""
    """The key an author may write for a list of one; for the field under that key, the other one."""
    required: bool = False
    """Whether a record without it is none."""
    record: type[Any] | None = None
    """What each value is, where it is a record."""
    choices: tuple[Any, ...] = ()
    """The values allowed, where they are a closed list."""
    lowest: float | None = None
    highest: float | None = None
    reference: Reference | None = None
    """What it names."""
    may_name_journey: bool = False
    """Whether a former id may be `journey/id`, of the journey it stood in before."""
    parsed: str = ""
    """What a text of a form of its own is: `address`, `language` or `duration`."""
    check: Callable[[Any], Any] | None = None
    """Turns the text into the value; raises a validation error."""


@dataclass(frozen=True, slots=True)
class RecordShape:
    """All fields of a record."""

    fields: tuple[FieldShape, ...]
    by_key: Mapping[str, FieldShape]
    """By every key an author may write."""
    has_extra: bool
    """Whether it keeps the author's own `x-…` keys."""
    has_place: bool
    """Whether it keeps its place."""
    required: tuple[FieldShape, ...]


@cache
def shape_of(record: type[Any]) -> RecordShape:
    """The fields of `record`, a record of the model."""
    hints = get_type_hints(record, include_extras=True)
    named = {one.name: one for one in fields(record)}
    shapes = tuple(
        _field(name, hints[name], named[name].default, named[name].default_factory)
        for name in named
        if name not in _FILLED_BY_US and get_origin(hints[name]) is not ClassVar
    )
    if record in _WITHIN_JOURNEY:
        shapes = tuple(replace(one, may_name_journey=one.name == "aliases") for one in shapes)
    by_key = {shape.spelled: shape for shape in shapes}
    for shape in shapes:
        if shape.singular:
            by_key.setdefault(shape.singular, replace(shape, spelled=shape.singular, singular=shape.spelled))
    required = tuple(shape for shape in shapes if shape.required)
    return RecordShape(shapes, by_key, "extra" in named, "place" in named, required)


def _field(name: str, hint: Any, default: Any, factory: Any) -> FieldShape:
    info = default if isinstance(default, FieldInfo) else None
    alias = info.alias if info else None
    needed = (default is MISSING and factory is MISSING) or (info is not None and info.is_required())
    inner = _without_none(hint)
    many = get_origin(inner) is tuple
    if many:
        inner = get_args(inner)[0]
    singular = _IRREGULAR.get(name, name.removesuffix("s")) if many and name.endswith("s") else ""
    return FieldShape(
        name=name, spelled=alias or name, many=many, singular=singular, required=needed, **_value(name, inner)
    )


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in {Union, types.UnionType}:
        return hint
    kept = [one for one in get_args(hint) if one is not type(None)]
    return kept[0] if len(kept) == 1 else Union[tuple(kept)]  # noqa: UP007  # built at run time


def _value(name: str, hint: Any) -> dict[str, Any]:
    """What one value of type `hint` looks like."""
    for one, name_of_form in _PARSED:
        if hint == one:
            return {"form": Form.PARSED, "parsed": name_of_form, "check": _checked(hint)}
    if found := _BY_HINT.get(hint):
        return {"form": found}
    if get_origin(hint) is Literal:
        return {"form": Form.CHOICE, "choices": get_args(hint)}
    if get_origin(hint) is Annotated:
        return _annotated(hint)
    if hint is str:
        return {"form": _TEXTS.get(name, Form.MAY_BE_EMPTY)}
    if get_origin(hint) is Union:
        return {"form": Form.FIGURE}
    if args := get_args(hint):
        return _mapping(name, *args)
    return {"form": Form.RECORD, "record": hint}


def _mapping(name: str, key: Any, value: Any) -> dict[str, Any]:
    """What a mapping from `key` to `value` looks like."""
    if key == RuleRef:
        return {"form": Form.BY_RULE, "choices": get_args(value)}
    if key is str:
        return {"form": Form.BY_NAME, "record": value}
    return {**_value(name, value), "reference": _value(name, key)["reference"], "form": Form.PER_PERSONA}


_PARSED = ((Url, "address"), (LinkUrl, "address"), (Language, "language"), (Duration, "duration"))
_TEXTS = {"id": Form.ID, "aliases": Form.ID, "narrative": Form.VERBATIM}
_BY_HINT: dict[Any, Form] = {
    Short: Form.TEXT, Plain: Form.TEXT, Day: Form.DAY, int: Form.WHOLE, float: Form.NUMBER,
}  # fmt: skip


def _annotated(hint: Any) -> dict[str, Any]:
    plain, *marks = get_args(hint)
    for mark in marks:
        if isinstance(mark, Reference):
            return {"form": Form.REFERENCE, "reference": mark}
        if isinstance(mark, LaneMark):
            return {"form": Form.LANE}
        if isinstance(mark, RuleMark):
            return {"form": Form.RULE}
    limits = [limit for mark in marks for limit in getattr(mark, "metadata", ())]
    return {
        "form": Form.WHOLE if plain is int else Form.NUMBER,
        "lowest": next((limit.ge for limit in limits if hasattr(limit, "ge")), None),
        "highest": next((limit.le for limit in limits if hasattr(limit, "le")), None),
    }


@cache
def _checked(hint: Any) -> Callable[[Any], Any]:
    """What turns a text into a value of type `hint`; raises ValueError. Pydantic would call the same."""
    if hint is Duration:
        return Duration
    for mark in hint.__metadata__:
        if isinstance(mark, PlainValidator):
            return cast("Callable[[Any], Any]", mark.func)
        if isinstance(mark, StringConstraints) and isinstance(mark.pattern, str):
            return partial(_matching, re.compile(mark.pattern))
    raise TypeError(hint)


def _matching(pattern: re.Pattern[str], text: str) -> str:
    if pattern.fullmatch(text) is None:
        raise ValueError
    return text
