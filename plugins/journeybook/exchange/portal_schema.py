"""The JSON Schema of `portal.json`, made from the records of the model and the docstrings of their fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from journeybook.exchange.things import Key, PortalDocument, Thing
from journeybook.model import RECORDS, Entity, Kind

Schema = dict[str, Any]

_SCHEMA_ITSELF = {"type": "string", "description": "Where this schema stands, for editors."}

_DRAFT = GenerateJsonSchema.schema_dialect
_DEFINITIONS = "#/$defs/"
_OF_ENTITIES = frozenset(record.__name__ for record in RECORDS.values())


def schema_as_json() -> str:
    """The schema as text."""
    return json.dumps(portal_schema(), ensure_ascii=False, indent=1) + "\n"


def portal_schema() -> Schema:
    """The schema: a document of things, each with the content that its kind has."""
    document = _schema_of(PortalDocument)
    definitions: Schema = document.pop("$defs")
    for record in RECORDS.values():
        content = _schema_of(record)
        definitions |= content.pop("$defs", {})
        definitions[record.__name__] = _with_own_keys(content)
    definitions = _told(definitions)
    definitions["Key"] = {**TypeAdapter[Any](Key).json_schema(), "description": "The spot key of something."}
    definitions[Thing.__name__]["allOf"] = [_content_of(kind, record) for kind, record in RECORDS.items()]
    told: Schema = _told(document)
    told["properties"] = {"$schema": _SCHEMA_ITSELF, **told["properties"]}
    return {
        "$schema": _DRAFT,
        "title": "A portal of customer journeys",
        **told,
        "$defs": dict(sorted(definitions.items())),
    }


def _content_of(kind: Kind, record: type[Entity]) -> Schema:
    """Says that the content of a thing of `kind` is that of `record`."""
    return {
        "if": {"properties": {"kind": {"const": str(kind)}}},
        "then": {"properties": {"content": {"$ref": _DEFINITIONS + record.__name__}}},
    }


def _schema_of(record: type[Any]) -> Schema:
    schema = TypeAdapter[Any](record).json_schema(ref_template=_DEFINITIONS + "{model}")
    schema["description"] = (record.__doc__ or "").strip().splitlines()[0]
    schema.pop("title")
    return schema


def _with_own_keys(content: Schema) -> Schema:
    """The schema of an entity's content; in place of our `extra` stand the author's `x-…` keys."""
    properties = {name: schema for name, schema in content["properties"].items() if name != "extra"}
    own = {"^x-": {"description": "A key of the author's own."}}
    return {**content, "properties": properties, "patternProperties": own}


def _told(schema: Any) -> Any:
    """`schema` as the document tells it: references and parts are keys, what has no value is left out."""
    if isinstance(schema, list):
        return [_told(one) for one in cast("list[Any]", schema)]
    if not isinstance(schema, Mapping):
        return schema
    found = cast("Mapping[str, Any]", schema)
    if _is_key(found):
        kept = {name: found[name] for name in ("description", "x-names") if name in found}
        return {"$ref": f"{_DEFINITIONS}Key", **kept}
    told = {name: _told(value) for name, value in found.items() if not _is_noise(name, value)}
    options = [one for one in told.get("anyOf", ()) if one != {"type": "null"}]
    if len(options) == 1:
        del told["anyOf"]
        return {**options[0], **told}
    return told


def _is_key(schema: Mapping[str, Any]) -> bool:
    names_part = str(schema.get("$ref", "")).removeprefix(_DEFINITIONS) in _OF_ENTITIES
    return names_part or ("x-names" in schema and schema.get("type") == "string")


def _is_noise(name: str, value: object) -> bool:
    """Whether it says what nobody need know: a name made from the key, a default that is left out."""
    return (name == "title" and isinstance(value, str)) or name == "default"
