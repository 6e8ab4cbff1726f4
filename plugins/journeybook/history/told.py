"""What is known of a portal's past: values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from journeybook.history.changes import Presence, ThingChange
from journeybook.history.git_program import Missing
from journeybook.history.log import Revision
from journeybook.model import Entity
from journeybook.model.keys import SpotKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one revision did to one entity."""

    revision: Revision
    key: SpotKey | None
    """The entity's key today, or its last one; None where only the file is known."""
    title: str
    """What it was called then; empty where only the file is known."""
    file: str
    """Where its file stands today, or stood last, relative to the content folder."""
    presence: Presence
    """Whether it came, went or became another."""
    things: tuple[ThingChange, ...] = ()
    """What became of it and of all it holds; empty where it came or went, or where there was too much to read."""


@dataclass(frozen=True)
class History:
    """A portal's past."""

    told: tuple[Told, ...] = ()
    """What every revision did to every entity, the newest first; in a revision in the order of its files."""
    since: datetime | None = None
    """In a shallow clone, when the oldest revision came in that it has; what was before, nobody knows."""
    older: Mapping[str, int] = field(default_factory=dict[str, int])
    """How many changes of a file are too long ago to be told; by its path relative to the content folder."""
    uncommitted: frozenset[str] = frozenset()
    """Files that are not, or not so, committed; relative to the content folder."""
    missing: Missing | None = None
    """Why nothing is known, if nothing is."""
    names: bool = False
    """Whether readers are told who it was."""

    def __bool__(self) -> bool:
        """Whether readers are told of it at all, if only that nothing is known before a certain day."""
        return bool(self.told or self.since or self.uncommitted)

    def of(self, entity: Entity, file: str) -> tuple[Told, ...]:
        """What was done to `entity`, under this id and former ones; `file` is where it stands."""
        keys = {SpotKey(entity.kind_of, one) for one in (entity.id, *entity.aliases)}
        found = [one for key in keys for one in self._by_key.get(key, ())]
        found += self._by_file.get(file, ())
        return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))

    @cached_property
    def titles(self) -> Mapping[SpotKey, str]:
        """What everything was called when it was last told of."""
        found: dict[SpotKey, str] = {}
        for one in self.told:
            if one.key and one.title:
                found.setdefault(one.key, one.title)
        return found

    @cached_property
    def _by_key(self) -> Mapping[SpotKey, list[tuple[int, Told]]]:
        found: dict[SpotKey, list[tuple[int, Told]]] = {}
        for number, one in enumerate(self.told):
            if one.key:
                found.setdefault(one.key, []).append((number, one))
        return found

    @cached_property
    def _by_file(self) -> Mapping[str, list[tuple[int, Told]]]:
        found: dict[str, list[tuple[int, Told]]] = {}
        for number, one in enumerate(self.told):
            if one.key is None:
                found.setdefault(one.file, []).append((number, one))
        return found


NO_HISTORY = History()
"""Nothing, for readers who are told nothing."""
