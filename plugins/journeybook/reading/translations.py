"""Translations held against their originals: what each translates, and what it has no original for."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from journeybook.model import Entity, Journey, Kind
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.keys import SpotKey
from journeybook.model.places import Place
from journeybook.reading.content import DefiningFile, Translation
from journeybook.reading.translated_texts import TranslatedTexts, record_fields
from journeybook.reading.wording import a, did_you_mean


@dataclass(frozen=True, slots=True)
class TranslationFile:
    """The texts of one file that translates another."""

    path: str
    """Relative to the content folder, with forward slashes."""
    of: str
    """The path of what it translates, without ending."""
    kind: Kind
    language: str
    """As the portal writes it."""
    is_list: bool
    """Whether it maps ids to keys, as `channels.pl.yml` does."""
    texts: tuple[TranslatedTexts, ...]


Unread = frozenset[tuple[Kind, str]]


def translations_of(
    files: Iterable[TranslationFile], entities: Sequence[Entity], defining: Iterable[DefiningFile], unread: Unread
) -> tuple[tuple[Translation, ...], list[Diagnostic]]:
    """What `files` translate of `entities`, and all that has no original or is translated twice."""
    by_key = {(entity.kind_of, entity.id): entity for entity in reversed(entities)}
    by_path = {posixpath.splitext(one.path)[0]: one for one in defining if not one.holds_many and one.ids}
    found: dict[tuple[str, SpotKey], Translation] = {}
    diagnostics: list[Diagnostic] = []
    for file in files:
        for texts, parts in _tops(file.texts):
            original = by_path.get(file.of)
            name = texts.id or (original.ids[0] if original else posixpath.basename(file.of))
            entity = by_key.get((file.kind, name))
            if entity is None:
                if (file.kind, name) not in unread:
                    diagnostics.append(_nothing(texts, file.kind, name, [one for _, one in by_key]))
                continue
            for translation, fault in _matched(entity, [texts, *parts], file.language):
                if fault:
                    diagnostics.append(fault)
                if translation is None:
                    continue
                first = found.setdefault((file.language, translation.key), translation)
                if first is not translation:
                    diagnostics.append(_twice(translation, first))
    return tuple(found.values()), diagnostics


def _tops(texts: Iterable[TranslatedTexts]) -> Iterator[tuple[TranslatedTexts, list[TranslatedTexts]]]:
    """What stands on its own, each with the stages, steps and pains that stand behind it."""
    top: tuple[TranslatedTexts, list[TranslatedTexts]] | None = None
    for one in texts:
        if one.kind.within_journey and top:
            top[1].append(one)
        else:
            if top:
                yield top
            top = (one, [])
    if top:
        yield top


def _matched(
    entity: Entity, texts: Iterable[TranslatedTexts], language: str
) -> Iterator[tuple[Translation | None, Diagnostic | None]]:
    held = dict(parts_of(entity))
    for one in texts:
        key = SpotKey(one.kind, one.id, entity.id) if one.kind.within_journey else SpotKey(one.kind, entity.id)
        original = held.get(key)
        if original is None:
            yield None, _nothing(one, one.kind, one.id, [key.id for key in held if key.kind == one.kind])
            continue
        values = dict[str, Any]()
        for name, value in one.values.items():
            if fault := _misfit(original, name, value, one.place):
                yield None, fault
            else:
                values[name] = value
        yield Translation(language, key, values, one.place, one.day), None


def parts_of(entity: Entity) -> Iterator[tuple[SpotKey, Entity]]:
    """`entity` and the stages, steps and pains it holds, each with its key."""
    yield SpotKey(entity.kind_of, entity.id), entity
    if isinstance(entity, Journey):
        for stage in entity.stages:
            yield SpotKey(Kind.STAGE, stage.id, entity.id), stage
            for step in stage.steps:
                yield SpotKey(Kind.STEP, step.id, entity.id), step
                for pain in step.pains:
                    yield SpotKey(Kind.PAIN, pain.id, entity.id), pain


def _misfit(original: Entity, name: str, value: Any, place: Place) -> Diagnostic | None:
    """A finding if the original has nothing that `value` could translate."""
    there: object = getattr(original, name)
    noun = str(original.kind_of)
    if not there:
        hint = "delete it, or write the original first"
        return at(place, place.keys[name].key, "JB170", f"the {noun} '{original.id}' has no '{name}'", hint=hint)
    if not any(shape.name == name for shape in record_fields(type(original))) or not isinstance(there, tuple):
        return None
    given, wanted = len(value), len(cast("tuple[object, ...]", there))
    if given == wanted:
        return None
    hint = 'write as many, in the same order; "" keeps the original'
    message = f"'{name}' has {given} here and {wanted} in the original, so none of them is translated"
    return at(place, place.of(name), "JB173", message, hint=hint)


def _nothing(texts: TranslatedTexts, kind: Kind, name: str, known: Iterable[str]) -> Diagnostic:
    message = f"this translates {a(str(kind))} '{name}', and there is none"
    hint = did_you_mean(name, known, "delete it, or write the original first")
    return at(texts.place, texts.place.span, "JB170", message, hint=hint)


def _twice(second: Translation, first: Translation) -> Diagnostic:
    message = f"'{second.key}' is already translated in {first.place.file}:{first.place.span.line}"
    return at(second.place, second.place.span, "JB174", message, hint="keep one of them")


def by_language(translations: Iterable[Translation], language: str) -> Mapping[SpotKey, Translation]:
    """The translations into `language` by what they translate."""
    return {one.key: one for one in translations if one.language == language}
