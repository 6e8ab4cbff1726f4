"""Files that translate others, as JSON Schema: the same things, with nothing but their texts."""

from __future__ import annotations

from typing import Any

from journeybook.exchange.editor.records import (
    DEFINITIONS,
    Definitions,
    array_of,
    described,
    is_entity,
    is_rare,
    titled,
)
from journeybook.exchange.editor.values import TEXT, Schema, scalar
from journeybook.reading.schema import FieldShape, Form, shape_of
from journeybook.reading.translated_texts import HELD_AGAINST, record_fields, text_fields

_DAY = FieldShape(HELD_AGAINST, HELD_AGAINST, Form.DAY)


def translated_record(record: type[Any], definitions: Definitions) -> Schema:
    """The keys a translation of `record` may have; a Markdown file can do without any."""
    properties = _properties(record, definitions)
    return {
        "title": f"{titled(record)} in another language",
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
    }


def translated_entry(record: type[Any], definitions: Definitions) -> Schema:
    """The translation of one of a list, which may be its title alone."""
    return {**translated_record(record, definitions), "type": ["object", "string", "number"]}


def _properties(record: type[Any], definitions: Definitions) -> Schema:
    properties: Schema = {}
    for key, shape in shape_of(record).by_key.items():
        if (ways := _ways(record, shape, definitions)) is not None:
            rare = {"doNotSuggest": True} if is_rare(shape) else {}
            properties[key] = {**described(record, shape), **rare, "anyOf": [*ways, definitions.nothing()]}
    if not record.kind_of.within_journey:
        text = "The day this translation was last held against its original."
        day = [*scalar(_DAY, definitions.names), definitions.nothing()]
        properties[HELD_AGAINST] = {"description": text, "anyOf": day}
    return properties


def _ways(record: type[Any], shape: FieldShape, definitions: Definitions) -> list[Schema] | None:
    """How the texts of a field are written; None if it has none."""
    names = {one.name for one in text_fields(record)}
    if shape.name in names:
        return [TEXT, array_of([TEXT])] if shape.many else [TEXT]
    if any(one.name == shape.name for one in record_fields(record)) and shape.record:
        texts = {one.spelled: {**described(shape.record, one), **TEXT} for one in text_fields(shape.record)}
        one: Schema = {"type": "object", "properties": texts, "additionalProperties": False}
        item = [TEXT, one, definitions.nothing()]
        return [TEXT, one, array_of(item)]
    if shape.record and is_entity(shape.record):
        part = _part(shape.record, definitions)
        return [part, array_of([part])]
    if shape.name == "id" and record.kind_of.within_journey:
        return scalar(shape, definitions.names)
    return None


def _part(record: type[Any], definitions: Definitions) -> Schema:
    name = f"translated-{record.__name__.lower()}"
    if name not in definitions.made:
        definitions.made[name] = {}
        definitions.made[name] = {**translated_record(record, definitions), "type": "object", "required": ["id"]}
    return {"$ref": DEFINITIONS + name}
