"""The whole portal as one JSON document: `portal.json`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from journeybook.exchange.thing_of import Things
from journeybook.exchange.things import VERSION, PortalDocument, Thing
from journeybook.model import Kind
from journeybook.model.keys import SpotKey
from journeybook.model.portal_options import PortalOptions
from journeybook.portal import Portal

DOCUMENT_FILE = "portal.json"
"""Its name in the site's root."""

SCHEMA_FILE = "portal.schema.json"
"""The name of its JSON Schema, beside it."""

_SCHEMA = "$schema"

PUBLIC = "public"
"""The audience for whom no file and line is told."""


def portal_document(
    portal: Portal, options: PortalOptions, *, title: str, site: str = "", directory_urls: bool = True
) -> PortalDocument:
    """What `portal` says, for machines; `site` is its public address with a slash at its end, if it is known.

    Everything comes from the graph, so what is not in the portal of a public build is not in here either.
    """
    keys = keys_of(portal)
    things = things_of(portal, options, keys, directory_urls=directory_urls)
    return replace(_head_of(options, keys, title, site), entities=tuple(things))


def document_lines(
    portal: Portal, options: PortalOptions, *, title: str, site: str = "", directory_urls: bool = True
) -> Iterator[str]:
    """The same as text, line by line: all things at once would take ten times the room of their text."""
    keys = keys_of(portal)
    things = things_of(portal, options, keys, directory_urls=directory_urls)
    return _lines(_head_of(options, keys, title, site), things)


def _head_of(options: PortalOptions, keys: Iterable[SpotKey], title: str, site: str) -> PortalDocument:
    found = Counter(key.kind for key in keys)
    return PortalDocument(
        schema="journeybook/portal",
        version=VERSION,
        title=title,
        language=options.language,
        audience=options.audience,
        site=site,
        counts={kind: found[kind] for kind in Kind if found[kind]},
        entities=(),
    )


def things_of(
    portal: Portal, options: PortalOptions, keys: Iterable[SpotKey], *, directory_urls: bool = True
) -> Iterator[Thing]:
    """The things with those keys, as they stand in the document of `portal`."""
    with_places = str(options.audience) != PUBLIC
    things = Things(portal, options.language, directory_urls, with_places)
    return map(things.of, keys)


def keys_of(portal: Portal) -> list[SpotKey]:
    """Every key of the portal by kind, stages, steps and pains right after their journey, in reading order."""
    order = list(Kind)
    return sorted(
        portal.directory.by_key, key=lambda key: order.index(Kind.JOURNEY if key.journey else Kind(key.kind))
    )


def as_plain(thing: Thing) -> dict[str, Any]:
    """`thing` as JSON has it, without keys that have no value."""
    return _adapter(Thing).dump_python(thing, mode="json", by_alias=True, exclude_defaults=True)


def as_json(document: PortalDocument) -> str:
    """`document` as text, with a line for each thing, so that two of them can be compared by line."""
    return "".join(_lines(document, document.entities))


def _lines(head: PortalDocument, things: Iterable[Thing]) -> Iterator[str]:
    told = _adapter(PortalDocument).dump_python(
        head, mode="json", by_alias=True, exclude_defaults=True, exclude={"entities"}
    )
    yield "{\n"
    for name, value in {_SCHEMA: SCHEMA_FILE, **told}.items():
        yield f"{_dumped(name)}: {_dumped(value)},\n"
    yield '"entities": ['
    end = "\n"
    for thing in things:
        yield f"{end}{_dumped(as_plain(thing))}"
        end = ",\n"
    yield "\n]\n}\n" if end != "\n" else "\n\n]\n}\n"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


@cache
def _adapter(record: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(record)
