"""What one revision did to the entities in the files it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.history.changes import Presence, ThingChange
from journeybook.history.comparing import entity_changes
from journeybook.history.followed import without_followed
from journeybook.history.log import Touched
from journeybook.model import Entity
from journeybook.model.keys import SpotKey
from journeybook.portal import key_of
from journeybook.reading.entity_files import FileContent, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a revision did to one entity."""

    before: SpotKey | None
    """Its key until then; None where it was not there."""
    after: SpotKey | None
    """Its key from then on; None where it is gone. Without either, only the file is known."""
    title: str
    path: str
    """The file it stands in since, or stood in; relative to the content folder."""
    presence: Presence
    things: tuple[ThingChange, ...] = ()
    """What became of it and of all it holds, where it was there before and after."""


@dataclass(slots=True)
class _Side:
    """Every entity in the files of a revision, on one side of it."""

    entities: dict[SpotKey, Entity] = field(default_factory=dict[SpotKey, Entity])
    paths: dict[SpotKey, str] = field(default_factory=dict[SpotKey, str])
    alone: dict[str, SpotKey] = field(default_factory=dict[str, SpotKey])
    """What a file defines that defines one entity, by the path after."""

    def take(self, content: FileContent, path: str) -> None:
        for entity in content.entities:
            self.entities.setdefault(key_of(entity), entity)
            self.paths.setdefault(key_of(entity), content.path)
        if content.defines and not content.defines.holds_many and content.entities:
            self.alone[path] = key_of(content.entities[0])


Read = Callable[[str, str], FileContent | None]
"""Gives what stood in the file at a path whose text goes by a name; None if it could not be read."""


def deeds_of(touched: Sequence[Touched], read: Read) -> tuple[Deed, ...]:
    """What a revision did that `touched` these files."""
    before, after = _Side(), _Side()
    unread: list[Deed] = []
    for one in touched:
        was, now = read(one.was, one.before), read(one.path, one.after)
        if was is None or now is None:
            unread.append(unread_deed(one))
            continue
        before.take(was, one.path)
        after.take(now, one.path)
    pairs = dict(_pairs(before, after))
    taken = set(pairs.values())
    renamed = {was: now for now, was in pairs.items() if was != now}
    found = [_changed(key, pairs.get(key), before, after, renamed) for key in after.entities]
    found += [_deed(key, None, before, after, renamed) for key in before.entities if key not in taken]
    return (*(one for one in found if one), *unread)


def unread_deed(one: Touched) -> Deed:
    """What is known of a revision's deed by the file it changed alone."""
    presence = Presence.KEPT if one.before and one.after else Presence.ADDED if one.after else Presence.REMOVED
    return Deed(before=None, after=None, title="", path=one.path, presence=presence)


def content_of(path: str, blob: str, text: Callable[[str], str | None]) -> FileContent | None:
    """What stood in a file; nothing where there was none, None where it could not be read.

    `text` gives the text that goes by a name.
    """
    if not blob:
        return FileContent(path)
    written = text(blob)
    content = read_file(path, written) if written is not None else None
    return None if content is None or content.unread else content


def _pairs(before: _Side, after: _Side) -> Iterator[tuple[SpotKey, SpotKey]]:
    """The keys of now, each with the one its entity had before."""
    same = before.entities.keys() & after.entities.keys()
    yield from ((key, key) for key in same)
    left = {key for key in before.entities if key not in same}
    alone = {key: path for path, key in after.alone.items()}
    for key, entity in after.entities.items():
        if key in same:
            continue
        former = (SpotKey(key.kind, one) for one in entity.aliases)
        by_file = before.alone.get(alone.get(key, ""))
        was = next((one for one in (*former, by_file) if one and one in left and one.kind == key.kind), None)
        if was:
            left.discard(was)
            yield key, was


def _changed(
    key: SpotKey, was: SpotKey | None, before: _Side, after: _Side, renamed: Mapping[SpotKey, SpotKey]
) -> Deed | None:
    """What was done to the entity that is now `key`; None if nothing was."""
    if was == key and before.entities[key] == after.entities[key]:
        return None
    return _deed(was, key, before, after, renamed)


def _deed(
    was: SpotKey | None, now: SpotKey | None, before: _Side, after: _Side, renamed: Mapping[SpotKey, SpotKey]
) -> Deed | None:
    then = before.entities[was] if was else None
    today = after.entities[now] if now else None
    shown = today or then
    things = tuple(without_followed(entity_changes(then, today), renamed)) if then and today else ()
    if shown is None or (then and today and not things):
        return None
    presence = Presence.KEPT if then and today else Presence.ADDED if today else Presence.REMOVED
    path = after.paths[now] if now else before.paths[was] if was else ""
    return Deed(before=was, after=now, title=shown.title, path=path, presence=presence, things=things)
