"""Which files of the content pages, entities and their texts name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast
from urllib.parse import urlsplit

from journeybook.portal.audience.written_links import targets_in
from journeybook.portal.link_map import LinkMap
from journeybook.reading.content import Content
from journeybook.reading.schema import Form, shape_of


def files_named(content: Content, link_map: LinkMap) -> set[str]:
    """The paths, relative to the content folder, that entities and pages name, in any language."""
    entities = (*content.entities, *content.originals)
    targets = [(one.place.file, target) for one in entities for target in _targets(one)]
    targets += [(one.place.file, target) for one in content.translations for target in _in_texts(one.values)]
    pages = (*content.page_texts, *(one.text for one in content.translated_pages if one.text))
    targets += [
        (f"{content.folder}/{one.file or one.path}", target) for one in pages for target in targets_in(one.text)
    ]
    return {path for file, target in targets if (path := _path(file, target, link_map))}


def _in_texts(value: Any) -> Iterator[str]:
    """Every address in the texts that `value` holds."""
    if isinstance(value, str):
        yield from targets_in(value)
    elif isinstance(value, Mapping):
        yield from _in_texts(tuple(cast("Mapping[str, Any]", value).values()))
    else:
        for one in cast("tuple[Any, ...]", value):
            yield from _in_texts(one)


def _path(file: str, target: str, link_map: LinkMap) -> str | None:
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    return None if parts.scheme or parts.netloc else link_map.path_from(file, parts.path)


def _targets(record: Any) -> Iterator[str]:
    """Every address in `record` and all it holds, as written."""
    for shape in shape_of(record.__class__).fields:
        value = getattr(record, shape.name)
        for one in cast("tuple[Any, ...]", value or ()) if shape.many else (value,):
            if shape.form is Form.RECORD and one is not None:
                yield from _targets(one)
            elif isinstance(one, str):
                yield from (one,) if shape.form is Form.PARSED else targets_in(one)
