"""Content in another language: the same entities, with the texts that are translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from journeybook.model import Entity
from journeybook.model.keys import SpotKey
from journeybook.model.record import with_changes
from journeybook.model.rendition import Rendition
from journeybook.reading.content import Content, Translation
from journeybook.reading.translated_texts import NEED_NOT, record_fields, text_fields
from journeybook.reading.translations import by_language


def translated(content: Content, language: str, original: str) -> Content:
    """`content` as readers of `language` get it; `original` is the portal's own language.

    Every entity, stage, step and pain says in `lang` in which language it mostly is, and in `rendition` which
    texts are not. Nothing else changes: ids, structure and figures are those of the original.
    """
    found = by_language(content.translations, language)
    into = _Into(language, found)
    pages = {one.of: one for one in content.translated_pages if one.language == language}
    texts = [pages[page.path].text if page.path in pages else page for page in content.page_texts]
    known = {page.path for page in content.page_texts}
    more = [one.text for of, one in pages.items() if of not in known]
    return replace(
        content,
        language=language,
        originals=content.entities,
        entities=tuple(into.entity(entity, "", original) for entity in content.entities),
        page_texts=tuple(one for one in [*texts, *more] if one),
    )


@dataclass(slots=True)
class _Into:
    language: str
    found: Mapping[SpotKey, Translation]

    def entity(self, entity: Entity, journey: str, around: str) -> Entity:
        """`entity` and all it holds; `journey` and the language `around` are those of what holds it."""
        own = entity.lang or around
        key = SpotKey(entity.kind_of, entity.id, journey if entity.kind_of.within_journey else "")
        within = journey or entity.id
        parts: dict[str, Any] = {
            name: tuple(self.entity(part, within, own) for part in held) for name, held in _held(entity)
        }
        if own.casefold() == self.language.casefold():
            return with_changes(entity, lang=own, rendition=Rendition(self.language, own), **parts)
        told = _Told(own)
        translation = self.found.get(key)
        texts = told.record(entity, translation.values if translation else {})
        rendition = Rendition(
            language=self.language,
            original=own,
            done=told.done,
            missing=told.missing,
            left=told.left if told.done else {},
            day=translation.day if translation else None,
            place=translation.place if translation else Rendition().place,
        )
        lang = self.language if told.done else own
        return with_changes(entity, **texts, **parts, lang=lang, rendition=rendition)


class _Told:
    """Puts translated texts in place of the original's, and counts both."""

    def __init__(self, original: str) -> None:
        self._original = original
        self.done = 0
        self.missing = 0
        self.left: dict[str, str] = {}

    def record(self, record: Any, values: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of `record` that change, with what they hold then."""
        new: dict[str, Any] = {}
        kind = cast("type[Any]", type(record))
        for shape in text_fields(kind):
            written = getattr(record, shape.name)
            if not written:
                continue
            if shape.name in values:
                new[shape.name] = values[shape.name]
                self.done += 1
            elif shape.name not in NEED_NOT:
                self._leave(written)
        for shape in record_fields(kind):
            if held := getattr(record, shape.name):
                new[shape.name] = self._records(held, values.get(shape.name, ()))
        return new

    def _records(self, held: Any, values: tuple[Mapping[str, str], ...]) -> Any:
        if not isinstance(held, tuple):
            return with_changes(held, **self.record(held, values[0] if values else {}))
        records = cast("tuple[Any, ...]", held)
        each = values or tuple(dict[str, str]() for _ in records)
        # Some of the records may have been left out since; what counts texts can bear that.
        return tuple(
            with_changes(one, **self.record(one, texts)) for one, texts in zip(records, each, strict=False)
        )

    def _leave(self, written: str | tuple[str, ...]) -> None:
        self.missing += 1
        for text in (written,) if isinstance(written, str) else written:
            self.left[text] = self._original


def _held(entity: Entity) -> Iterator[tuple[str, tuple[Entity, ...]]]:
    """The fields of `entity` that hold stages, steps or pains."""
    for name in ("stages", "steps", "pains"):
        if held := getattr(entity, name, ()):
            yield name, held
