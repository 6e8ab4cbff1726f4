"""Records of the model as JSON Schema, with their short forms and what each key means."""

from __future__ import annotations

from dataclasses import dataclass, field, is_dataclass
from typing import Any

from journeybook.exchange.editor.examples import example_of
from journeybook.exchange.editor.names import Names
from journeybook.exchange.editor.values import NOTHING, Schema, scalar
from journeybook.model import Entity, Touchpoint
from journeybook.model.kinds import Kind
from journeybook.reading.schema import FieldShape, Form, shape_of
from journeybook.reading.short_forms import text_key
from journeybook.reading.wording import thing

DEFINITIONS = "#/definitions/"
OWN_KEYS: Schema = {"^x-.": {"description": "A key of your own; maps show it as a lane, pages among the facts."}}


@dataclass
class Definitions:
    """The definitions that one schema refers to, made as they are asked for."""

    names: Names
    made: dict[str, Schema] = field(default_factory=dict[str, Schema])

    def nothing(self) -> Schema:
        """A reference to what a key without a value is."""
        return self._reference("nothing", NOTHING)

    def record(self, record: type[Any]) -> Schema:
        """A reference to `record`, written as keys and values or as its short form."""
        name = record.__name__.lower()
        if name not in self.made:
            self.made[name] = {}  # records can hold themselves
            self.made[name] = written_record(record, self)
        return {"$ref": DEFINITIONS + name}

    def values(self, shape: FieldShape) -> list[Schema]:
        """The ways to write one value of a field."""
        if shape.form is Form.RECORD and shape.record:
            return [self.record(shape.record)]
        if shape.form is Form.BY_NAME:
            each = self.record(shape.record) if shape.record and is_dataclass(shape.record) else {}
            return [{"type": "object", "additionalProperties": each}]
        if shape.form is not Form.REFERENCE or shape.reference is None:
            return scalar(shape, self.names)
        kinds = "-or-".join(kind for kind in (shape.reference.kind, shape.reference.or_kind) if kind)
        known, *also = scalar(shape, self.names)
        if shape.reference.kind is Kind.TOUCHPOINT:
            also.append(self._inline_touchpoint())
        return [self._reference(f"{kinds}-id", known), *also]

    def _inline_touchpoint(self) -> Schema:
        """A reference to a touchpoint described where it is met."""
        name = "touchpoint-described-here"
        if name not in self.made:
            self.made[name] = {}
            self.made[name] = {"title": titled(Touchpoint), "type": "object", **record_keys(Touchpoint, self)}
        return {"$ref": DEFINITIONS + name}

    def _reference(self, name: str, schema: Schema) -> Schema:
        self.made.setdefault(name, schema)
        return {"$ref": DEFINITIONS + name}


def written_record(record: type[Any], definitions: Definitions, *, title_below: bool = False) -> Schema:
    """What `record` looks like as keys and values, or as one text where it has such a short form.

    `title_below` says that its title may stand elsewhere, as the heading of a Markdown file.
    """
    short = text_key(record)
    return {
        "title": titled(record),
        "description": _first_line(record),
        "type": ["object", "string", "number"] if short else "object",
        **record_keys(record, definitions, title_below=title_below),
    }


def record_keys(record: type[Any], definitions: Definitions, *, title_below: bool = False) -> Schema:
    """The keys of `record`."""
    shape = shape_of(record)
    needed = [
        one.spelled for one in shape.required if one.name != "id" and not (title_below and one.name == "title")
    ]
    if text_key(record) == "url":
        needed = ["url"]  # its title can do without
    own = {"patternProperties": OWN_KEYS} if shape.has_extra else {}
    return {
        "properties": {key: field_schema(record, one, definitions) for key, one in shape.by_key.items()},
        **own,
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def field_schema(record: type[Any], shape: FieldShape, definitions: Definitions) -> Schema:
    """What stands behind the key of a field, and what the key means."""
    ways = definitions.values(shape)
    if shape.many:
        ways = [*ways, array_of(ways)]
    rare = {"doNotSuggest": True} if is_rare(shape) else {}
    return {**described(record, shape), **rare, "anyOf": [*ways, definitions.nothing()]}


def array_of(ways: list[Schema]) -> Schema:
    """A list of what can be written in `ways`."""
    return {"type": "array", "items": ways[0] if len(ways) == 1 else {"anyOf": ways}, "properties": {}}


def is_rare(shape: FieldShape) -> bool:
    """Whether a key is understood but not offered: the singular of what is mostly several."""
    return shape.many and len(shape.spelled) < len(shape.singular) and shape.form is not Form.REFERENCE


def described(record: type[Any], shape: FieldShape) -> Schema:
    """The description of a field, for editors that show Markdown and for those that do not."""
    text = str(record.__pydantic_fields__[shape.name].description or "").strip()
    if shape.many and shape.singular and len(shape.spelled) > len(shape.singular):
        text += " One, or a list of them."
    elif shape.many and shape.singular:
        text += f" If there is one only; else `{shape.singular}`."
    if left_out := _default(record, shape):
        text += f" Left out, it is `{left_out}`."
    if example := example_of(record, shape.name):
        text += f" For example: `{example}`"
    plain = text.replace("`", "'")
    return {"description": plain, "markdownDescription": text} if plain != text else {"description": text}


def titled(record: type[Any]) -> str:
    """What editors call a `record`, as the title of what they show of its keys."""
    noun = thing(record)
    return noun[0].upper() + noun[1:]


def _default(record: type[Any], shape: FieldShape) -> str:
    default = record.__pydantic_fields__[shape.name].default
    return str(default) if isinstance(default, str | int) and not isinstance(default, bool) and default else ""


def _first_line(record: type[Any]) -> str:
    return (record.__doc__ or "").strip().splitlines()[0]


def is_entity(record: type[Any] | None) -> bool:
    """Whether `record` has an id and a spot key."""
    return record is not None and issubclass(record, Entity)
