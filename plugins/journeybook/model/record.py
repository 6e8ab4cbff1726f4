"""The one framework of the model: frozen Pydantic dataclasses whose field docstrings are documentation."""

from __future__ import annotations

from typing import Annotated, TypeVar, dataclass_transform, get_type_hints

from pydantic import ConfigDict, SkipValidation
from pydantic.dataclasses import dataclass
from pydantic.fields import Field
from pydantic.json_schema import SkipJsonSchema

from journeybook.model.places import Place
from journeybook.model.rendition import Rendition

_T = TypeVar("_T")

CONFIG = ConfigDict(
    extra="forbid", use_attribute_docstrings=True, validate_by_name=True, validate_by_alias=True, defer_build=True
)
"""Unknown keys are errors; the text under a field is its description in schema and reference."""

SourcePlace = SkipJsonSchema[SkipValidation[Place]]
"""The place of a record: not content, so neither validated nor part of the schema."""


SourceRendition = SkipJsonSchema[SkipValidation[Rendition]]
"""What became of a record's texts in another language: no content either."""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def record(cls: type[_T]) -> type[_T]:
    """Make `cls` a frozen, keyword-only, validated part of the model."""
    made = dataclass(cls, frozen=True, kw_only=True, config=CONFIG)
    hints = get_type_hints(made, include_extras=True)
    for name in cls.__annotations__.keys() & made.__pydantic_fields__.keys():
        # Pydantic looks for docstrings in a class's own body only; so that heirs keep them, they go into the type.
        described = Field(description=made.__pydantic_fields__[name].description)
        made.__dataclass_fields__[name].type = Annotated[hints[name], described]  # pyright: ignore[reportAttributeAccessIssue]
    return made  # pyright: ignore[reportReturnType]
