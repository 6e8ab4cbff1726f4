"""The document of another portal -> what links and the atlas need of it, which is kept beside the content."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast
from urllib.parse import urljoin

from journeybook.model import Kind
from journeybook.reading.other_document import EXTRACT, VERSION
from journeybook.reading.other_sources import is_web

_EVERY = ("key", "title", "url", "language")
_MORE: Mapping[str, tuple[str, ...]] = {Kind.JOURNEY: ("moods", "counts"), Kind.STAGE: ("moods",)}
_OF_CONTENT: Mapping[str, tuple[str, ...]] = {Kind.JOURNEY: ("state", "status", "scope", "personas")}


def extract_of(document: Mapping[str, Any], source: str) -> dict[str, Any]:
    """The extract of `document`, which was fetched from `source`.

    What is wrong in the document is wrong in the extract too, and found when that is read.
    """
    site = document.get("site") or (urljoin(source, ".") if is_web(source) else "")
    head = {name: document[name] for name in ("title", "language", "audience") if name in document}
    entities = document.get("entities")
    told = list(map(_entity, cast("list[Any]", entities))) if isinstance(entities, list) else entities
    return {"schema": EXTRACT, "version": VERSION, **head, "site": site, "entities": told}


def _entity(entity: Any) -> Any:
    if not isinstance(entity, Mapping):
        return cast("object", entity)
    thing = cast("Mapping[str, Any]", entity)
    kind = str(thing.get("key", "")).partition("/")[0]
    content = thing.get("content")
    told = {name: thing[name] for name in (*_EVERY, *_MORE.get(kind, ())) if name in thing}
    if isinstance(content, Mapping):
        written = cast("Mapping[str, Any]", content)
        told |= {name: written[name] for name in _OF_CONTENT.get(kind, ()) if name in written}
    return told


def as_bytes(extract: Mapping[str, Any]) -> bytes:
    """`extract` as it is kept, with a line for each thing, so that a change of it can be read."""
    return "".join(_lines(extract)).encode(errors="replace")


def _lines(extract: Mapping[str, Any]) -> Iterator[str]:
    yield "{\n"
    for name, value in extract.items():
        if name != "entities":
            yield f"{_dumped(name)}: {_dumped(value)},\n"
    entities: object = extract["entities"]
    if isinstance(entities, list):
        lines = ",\n".join(map(_dumped, cast("list[Any]", entities)))
        yield f'"entities": [\n{lines}\n]\n}}\n'
    else:
        yield f'"entities": {json.dumps(entities)}\n}}\n'


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
