"""The schemas of a portal: one for each kind of file."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from journeybook.exchange.editor.modelines import Written, file_name
from journeybook.exchange.editor.names import Names
from journeybook.exchange.editor.records import Definitions, record_keys, titled, written_record
from journeybook.exchange.editor.translations import translated_entry, translated_record
from journeybook.exchange.editor.values import Schema
from journeybook.model import RECORDS, Kind
from journeybook.model.block import Block
from journeybook.model.kinds import DEFINED_IN_FILES, LISTED_IN_ONE_FILE
from journeybook.model.portal_options import PortalOptions

_DRAFT = "http://json-schema.org/draft-07/schema#"
OPTIONS, BLOCK = "journeybook.json", "building-block.json"


def schema_files(names: Names) -> dict[str, str]:
    """Every schema as text, by the name of its file."""
    found = {
        OPTIONS: _text(names, _options),
        BLOCK: _text(names, _block),
    }
    for kind in DEFINED_IN_FILES:
        found |= _of_kind(kind, names)
    return dict(sorted(found.items()))


def _of_kind(kind: Kind, names: Names) -> dict[str, str]:
    record = RECORDS[kind]

    def alone(definitions: Definitions) -> Schema:
        return _file(definitions, kind, title_below=False)

    def front_matter(definitions: Definitions) -> Schema:
        return _file(definitions, kind, title_below=True)

    def translation(definitions: Definitions) -> Schema:
        return translated_record(record, definitions)

    def listed(definitions: Definitions) -> Schema:
        entry = written_record(record, definitions)
        return {"type": "object", "additionalProperties": entry, "description": f"Ids, and what each {kind} is."}

    def listed_translation(definitions: Definitions) -> Schema:
        return {"type": "object", "additionalProperties": translated_entry(record, definitions)}

    found = {
        file_name(kind, Written.ALONE): _text(names, alone),
        file_name(kind, Written.FRONT_MATTER): _text(names, front_matter),
        file_name(kind, Written.TRANSLATION): _text(names, translation),
    }
    if kind in LISTED_IN_ONE_FILE:
        found[file_name(kind, Written.LIST)] = _text(names, listed)
        found[file_name(kind, Written.LIST_TRANSLATION)] = _text(names, listed_translation)
    return found


def _file(definitions: Definitions, kind: Kind, *, title_below: bool) -> Schema:
    """The keys of a file that is one thing."""
    keys = record_keys(RECORDS[kind], definitions, title_below=title_below)
    entity = {
        "description": "What this file is, where its folder does not say.",
        "enum": [*DEFINED_IN_FILES, *(["page"] if title_below else [])],
    }
    keys["properties"] = {**keys["properties"], "entity": entity}
    about = (RECORDS[kind].__doc__ or "").strip().splitlines()[0]
    written = ["object", "null"] if title_below else "object"
    return {"title": titled(RECORDS[kind]), "description": about, "type": written, **keys}


def _options(definitions: Definitions) -> Schema:
    keys = record_keys(PortalOptions, definitions)
    about = "What journeybook.yml can say."
    return {"title": "Options of the portal", "description": about, "type": ["object", "null"], **keys}


def _block(definitions: Definitions) -> Schema:
    return {
        "description": "What a fence ```journeybook shows.",
        "type": "object",
        **record_keys(Block, definitions),
    }


def _text(names: Names, content: Callable[[Definitions], Schema]) -> str:
    definitions = Definitions(names)
    made = content(definitions)
    schema = {"$schema": _DRAFT, **made, "definitions": dict(sorted(definitions.made.items()))}
    return msgspec.json.format(msgspec.json.encode(schema), indent=1).decode() + "\n"
