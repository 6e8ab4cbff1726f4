"""The ids of a portal as an editor offers them: each with its title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from journeybook.model import Kind
from journeybook.model.inline import to_plain
from journeybook.model.keys import SpotKey
from journeybook.portal import Portal

OFFERED = frozenset(kind for kind in Kind if kind not in {Kind.STEP, Kind.PAIN})
"""Kinds whose ids an editor offers. A step names steps of its own journey, and no schema knows which that is."""


@dataclass(frozen=True, slots=True)
class Names:
    """What references of a portal can name."""

    titles: Mapping[Kind, Mapping[str, str]]
    """By kind: each id, a stage's as `journey/stage`, with its title as plain text; ordered by id."""
    silent: Mapping[Kind, tuple[str, ...]]
    """What is right as well but not offered: former ids, and those of things that cannot be read now."""

    def with_one(self, key: SpotKey, title: str) -> Names:
        """The same and one more, such as what is just being written."""
        kind = Kind(key.kind)
        titles = {**self.titles.get(kind, {}), key.id: title}
        return replace(self, titles={**self.titles, kind: dict(sorted(titles.items()))})


def names_of(portal: Portal) -> Names:
    """The names in `portal`."""
    titles: defaultdict[Kind, dict[str, str]] = defaultdict(dict)
    silent: defaultdict[Kind, set[str]] = defaultdict(set)
    directory = portal.directory
    for key in sorted(key for key in directory.by_key if key.kind in OFFERED):
        journey = f"{_title(portal, SpotKey(Kind.JOURNEY, key.journey))}: " if key.journey else ""
        titles[Kind(key.kind)][_written(key)] = journey + _title(portal, key)
    for key in directory.former:
        if key.kind in OFFERED:
            silent[Kind(key.kind)].add(_written(key))
    for kind, entity_id in portal.content.unread:
        silent[kind].add(entity_id)
    return Names(titles, {kind: tuple(sorted(ids - titles[kind].keys())) for kind, ids in silent.items()})


def _title(portal: Portal, key: SpotKey) -> str:
    return to_plain(portal.entity(key).title)


def _written(key: SpotKey) -> str:
    return f"{key.journey}/{key.id}" if key.journey else key.id
