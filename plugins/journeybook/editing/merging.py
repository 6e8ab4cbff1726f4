"""Two touchpoints made one: all uses follow, and nothing that somebody wrote is lost."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from journeybook.editing.change import Change, Edit, EditingError, inserting, replacing
from journeybook.editing.following import Following, following
from journeybook.editing.meaning import meaning_of
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.records import with_items
from journeybook.editing.repeated_items import without_repeated
from journeybook.editing.scalars import in_place_of
from journeybook.editing.source_text import SourceText
from journeybook.editing.verifying import verified
from journeybook.model import Entity, Kind, ids
from journeybook.model.keys import SpotKey
from journeybook.model.places import Span
from journeybook.reading.front_matter import split
from journeybook.reading.roles import part_of
from journeybook.reading.sources import source_of

_OWN = frozenset({"id", "aliases", "narrative"})


@dataclass(frozen=True, slots=True)
class Merge:
    """Two touchpoints made one."""

    change: Change
    after: PortalFiles
    """The files after it."""
    taken: tuple[str, ...]
    """The keys that the survivor has now from the other."""
    kept: tuple[str, ...]
    """The keys in which the two differ: what the other said stands as a comment in the survivor's file."""


@dataclass(slots=True)
class _Legacy:
    """What the survivor gets."""

    edits: list[Edit] = field(default_factory=list[Edit])
    lines: list[str] = field(default_factory=list[str])
    """Lines at the end of the survivor's keys."""
    taken: list[str] = field(default_factory=list[str])
    kept: list[str] = field(default_factory=list[str])

    def note(self, name: str, what: str, text: str) -> None:
        """Keep `text` as a comment."""
        self.lines += [f"# from {name}, {what}:", *(f"#   {line}".rstrip() for line in text.split("\n"))]
        self.kept.append(what)


def merging(files: PortalFiles, key: SpotKey, into: SpotKey) -> Merge:
    """What makes `key` a part of `into`; EditingError says why it cannot be."""
    files.refuse_unread()
    _refuse(files, key, into)
    one, other = files.portal.entity(key), files.portal.entity(into)
    inline = _is_inline(one)
    gone = set[str]() if inline else {one.place.file, *_translations(files, one.place.file)}
    moved = {files.inside(path): files.inside(other.place.file) for path in gone}
    others = following(files, key, into, moved)
    legacy = _legacy(files, one, other, sorted(gone - {one.place.file}))
    edits = [edit for edit in [*others.edits(), *_in_place(files, one, into)] if edit.file not in gone]
    edits = [*without_repeated(files, key, into, edits), *legacy.edits]
    if legacy.lines:
        edits.append(_at_end(files.source(other.place.file), legacy.lines))
    change = Change(tuple(dict.fromkeys(edits)), deletions=frozenset(gone))
    after = _verified(files, change, others)
    return Merge(change, after, tuple(legacy.taken), tuple(legacy.kept))


def _refuse(files: PortalFiles, key: SpotKey, into: SpotKey) -> None:
    for one in (key, into):
        if one.kind != Kind.TOUCHPOINT:
            raise EditingError(f"{one} is no touchpoint; only touchpoints can be merged")
    if key == into:
        raise EditingError(f"{key} cannot be merged with itself")
    other = files.portal.entity(into)
    if _is_inline(other):
        raise EditingError(
            f"{into} is written inside a step ({other.place.file}:{other.place.span.line}); "
            "give it a file of its own first, or merge the other way round"
        )


def _is_inline(entity: Entity) -> bool:
    return (entity.place.span.line, entity.place.span.column) != (1, 1)


def _translations(files: PortalFiles, path: str) -> Iterator[str]:
    stem = posixpath.splitext(files.inside(path))[0]
    for name, content in files.contents.items():
        if content.translation and content.translation.of == stem:
            yield name


def _in_place(files: PortalFiles, one: Entity, into: SpotKey) -> Iterator[Edit]:
    """The id of the survivor where the other was written inside a step."""
    if _is_inline(one):
        source = files.source(one.place.file)
        yield replacing(source, one.place.span, in_place_of("", into.id))


def _legacy(files: PortalFiles, one: Entity, other: Entity, translations: list[str]) -> _Legacy:
    legacy = _Legacy()
    source, target = files.source(one.place.file), files.source(other.place.file)
    aliases = [name for name in dict.fromkeys((one.id, *one.aliases)) if name not in {other.id, *other.aliases}]
    legacy.edits += with_items(other, target, "aliases", aliases)
    said = meaning_of(files)
    mine, theirs = said[f"touchpoint/{one.id}"], said[f"touchpoint/{other.id}"]
    for name, written in one.place.keys.items():
        if name in _OWN:
            continue
        raw = _lines_of(source, written.key, written.value)
        if name in mine and name in theirs and name in other.place.keys and mine[name] == theirs[name]:
            if "#" in raw:
                legacy.note(one.id, name, raw)
        elif name not in other.place.keys and _fits(source, written.key):
            legacy.lines += raw.split("\n")
            legacy.taken.append(name)
        elif _is_list_of_names(mine.get(name)) and name in other.place.keys:
            missing = [item for item in getattr(one, name) if item not in getattr(other, name)]
            legacy.edits += with_items(other, target, name, missing)
            legacy.taken.append(name)
        else:
            legacy.note(one.id, name, raw)
    for name, text in _more(files, one, source, translations):
        legacy.note(one.id, name, text)
    return legacy


def _is_list_of_names(value: Any) -> bool:
    items = cast("list[Any]", value) if isinstance(value, list) else None
    return items is not None and all(isinstance(one, str) and _is_name(one) for one in items)


def _is_name(text: str) -> bool:
    return ids.fault_of(text.rpartition("/")[2]) is None


def _fits(source: SourceText, key: Span) -> bool:
    """Whether a key stands at the start of its line, so that its lines can be taken as they are."""
    return not source.line(key.line)[: key.column - 1].strip()


def _lines_of(source: SourceText, key: Span, value: Span) -> str:
    """A key with its value as written, moved to the left edge."""
    if not _fits(source, key):
        return source.text[source.start(key) : source.end(value)]
    lines = [source.line(number) for number in range(key.line, max(key.line, value.end_line) + 1)]
    return "\n".join(line[min(key.column - 1, len(line) - len(line.lstrip())) :] for line in lines)


def _more(
    files: PortalFiles, one: Entity, source: SourceText, translations: list[str]
) -> Iterator[tuple[str, str]]:
    """What else is written of `one`: narrative, comments between its keys, texts in other languages."""
    if one.narrative:
        yield "narrative", one.narrative
    if not _is_inline(one):
        parts = split(source_of(source.text))
        keys = (parts.keys if parts else None) if part_of(source.file).is_markdown else source_of(source.text)
        comments = [line.strip() for line in keys.lines if line.lstrip().startswith("#")] if keys else []
        if comments:
            yield "comments", "\n".join(comments)
    for path in translations:
        yield files.inside(path), source_of(files.texts[path]).text.strip()


def _at_end(source: SourceText, lines: list[str]) -> Edit:
    """`lines` behind the last key of the file."""
    text = "".join(f"{line}\n" for line in lines)
    if not part_of(source.file).is_markdown:
        ends = not source.text or source.text[-1] in "\r\n"
        return inserting(source, len(source.text), text if ends else f"\n{text}")
    parts = split(source_of(source.text))
    if parts is None or parts.keys is None:
        return inserting(source, source.start_of(1), f"---\n{text}---\n\n")
    return inserting(source, source.start_of(parts.keys.first_line + len(parts.keys.lines) - 1), text)


def _verified(files: PortalFiles, change: Change, others: Following) -> PortalFiles:
    """The files after `change`; EditingError if the survivor says less, or anything else is different."""
    into = others.target
    languages = {f"{one.language} of {others.target}" for one in files.content.translations}
    after = verified(files, change, others.key_of, others.paths, but={str(into), *languages})
    was = meaning_of(files, others.key_of, others.paths)[str(into)]
    now = meaning_of(after)[str(into)]
    for name in files.portal.entity(into).place.keys.keys() & was.keys():
        if not _is_kept(was[name], now[name]):
            raise EditingError(f"nothing is written, for '{name}' of {into} would not say the same afterwards")
    return after


def _is_kept(was: Any, now: Any) -> bool:
    """Whether all of a value is still there; a list may have more."""
    if not isinstance(was, list) or not isinstance(now, list):
        return was == now
    more = cast("list[Any]", now)
    return all(one in more for one in cast("list[Any]", was))
