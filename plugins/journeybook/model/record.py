"""The one framework of the model: frozen Pydantic dataclasses whose field docstrings are documentation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, cast, dataclass_transform, get_args, get_type_hints

from pydantic import ConfigDict, GetCoreSchemaHandler
from pydantic.dataclasses import dataclass
from pydantic.fields import Field, FieldInfo
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema, core_schema

from journeybook.model.field_docstrings import field_docstrings
from journeybook.model.places import Place
from journeybook.model.rendition import Rendition

_T = TypeVar("_T")

CONFIG = ConfigDict(extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True)
"""Unknown keys are errors."""


class _AsItIs:
    """Marks a field whose value Pydantic takes as it is."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.any_schema()


SourcePlace = SkipJsonSchema[Annotated[Place, _AsItIs()]]
"""The place of a record: not content, so neither validated nor part of the schema."""


SourceRendition = SkipJsonSchema[Annotated[Rendition, _AsItIs()]]
"""What became of a record's texts in another language: no content either."""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def record(cls: type[_T]) -> type[_T]:
    """Make `cls` a frozen, keyword-only, validated part of the model.

    The text under a field is its description in schema and reference.
    """
    made = dataclass(cls, frozen=True, kw_only=True, config=CONFIG)
    for name, said in field_docstrings(cls).items():
        if (field := made.__pydantic_fields__.get(name)) and field.description is None:
            field.description = said
    for name in cls.__annotations__.keys() & made.__pydantic_fields__.keys():
        if make := made.__pydantic_fields__[name].default_factory:
            setattr(made, name, cast("Callable[[], Any]", make)())  # for records that `of_valid` makes
    hints = get_type_hints(made, include_extras=True)
    for name in cls.__annotations__.keys() & made.__pydantic_fields__.keys():
        # Pydantic looks for docstrings in a class's own body only; so that heirs keep them, they go into the type.
        described = Field(description=made.__pydantic_fields__[name].description)
        made.__dataclass_fields__[name].type = Annotated[hints[name], described]  # pyright: ignore[reportAttributeAccessIssue]
    return made  # pyright: ignore[reportReturnType]


def of_valid(cls: type[_T], values: Mapping[str, Any]) -> _T:
    """A record of `values` that are known to be what `cls` takes: Pydantic would say the same, and take its time.

    Its schemas alone, which are built when they are first asked for, cost an eighth of a second. Where a record
    has rules of its own about its values, Pydantic is asked, and may raise.
    """
    floats = _floats(cls)
    if floats is None:
        return cls(**values)
    # What nobody has filled it has from its class, like defaults of any dataclass: of forty fields it holds ten.
    state = dict(values)
    for name in floats:
        if name in state:
            state[name] = _as_float(state[name])
    made = object.__new__(cls)
    object.__setattr__(made, "__dict__", state)
    return made


def with_changes(record: _T, **changes: Any) -> _T:
    """A copy of `record` with `changes`, which are known to be valid."""
    return of_valid(type(record), {**vars(record), **changes})


@cache
def _floats(cls: type[Any]) -> tuple[str, ...] | None:
    """Fields for which whole numbers are numbers too; None for records with rules of their own."""
    decorators = cls.__pydantic_decorators__
    if decorators.model_validators or decorators.field_validators or decorators.validators:
        return None
    infos: Mapping[str, FieldInfo] = cls.__pydantic_fields__
    hints = get_type_hints(cls)
    return tuple(name for name in infos if float in (hints[name], *get_args(hints[name])))


def _as_float(value: Any) -> Any:
    return float(value) if type(value) is int else value
