"""The directory of a portal: every entity by its id, found by what authors write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.model import Entity, Journey, Kind
from journeybook.model.ids import nearest, normal
from journeybook.model.keys import SpotKey
from journeybook.model.text import Reference
from journeybook.portal.mentions import entities_in, key_of

_NAMES = frozenset(map(str, Kind))
_ON_THEIR_OWN = tuple(kind for kind in Kind if not kind.within_journey)
_MOST = 3
"""How many journeys that hold what is named are told."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Every entity, stage, step and pain, by spot key and by former id."""

    by_key: Mapping[SpotKey, Any]
    """All of them, in file order."""
    former: Mapping[SpotKey, SpotKey]
    """Where an alias leads."""

    def find(self, key: SpotKey) -> SpotKey | None:
        """The key of what is called `key` now, or was once; None if there is no such thing."""
        return key if key in self.by_key else self.former.get(key)

    def resolve(self, reference: Reference, text: str, journey: str = "") -> SpotKey | None:
        """The key that `text` names in a field of `reference`; `journey` is the one that `text` stands in."""
        for kind in (reference.kind, reference.or_kind):
            key = _key_from(kind, text, journey) if kind else None
            found = self.find(key) if key else None
            if found:
                return found
        return None

    def suggestions(self, reference: Reference, text: str, journey: str = "") -> list[str]:
        """What `text` most likely meant, the nearest first."""
        kinds = {kind for kind in (reference.kind, reference.or_kind) if kind}
        known = [key for key in self.by_key if key.kind in kinds]
        elsewhere = [_as_written(key, journey) for key in known if key.journey and key.id == normal(text)]
        return elsewhere[:_MOST] or nearest(text, {_as_written(key, journey) for key in known})

    def named(self, text: str) -> list[SpotKey]:
        """Everything that a mention in Markdown text can mean: `support-call`, `step:claim/calls-support`."""
        prefix, colon, rest = text.partition(":")
        if colon:
            key = _key_from(Kind(prefix), rest, "") if prefix in _NAMES else None
            found = [self.find(key)] if key else []
        else:
            found = [self.find(SpotKey(kind, normal(text))) for kind in self.kinds_of(text)]
        return [key for key in found if key]

    def near_names(self, text: str) -> list[str]:
        """What a mention that names nothing most likely meant."""
        prefix, colon, rest = text.partition(":")
        if colon and prefix in _NAMES:
            return [f"{prefix}:{one}" for one in self.suggestions(Reference(Kind(prefix)), rest)]
        return nearest(rest or text, {key.id for key in self.by_key if not key.journey})

    def kinds_of(self, entity_id: str) -> list[Kind]:
        """The kinds in which something is called `entity_id`, or was once."""
        name = normal(entity_id)
        return [kind for kind in _ON_THEIR_OWN if self.find(SpotKey(kind, name))]


@dataclass(frozen=True, slots=True)
class Listed:
    """How an entity and all it holds stand in a directory; it rests on nothing but the entity."""

    key: SpotKey
    """Its spot key."""
    entity: Entity
    within: tuple[tuple[SpotKey, Entity], ...]
    """Itself and every stage, step and pain in it, in written order."""
    by_key: Mapping[SpotKey, Entity]
    """The same by key; of two with one key the first."""
    former: tuple[tuple[SpotKey, SpotKey], ...]
    """What they were called once, and are called now."""


def listed(entity: Entity) -> Listed:
    """How `entity` stands in a directory."""
    within = tuple(entities_in(entity))
    by_key: dict[SpotKey, Entity] = {}
    former: list[tuple[SpotKey, SpotKey]] = []
    journey_names = (entity.id, *entity.aliases) if isinstance(entity, Journey) else ("",)
    for key, one in within:
        by_key.setdefault(key, one)
        names = (one.id, *one.aliases)
        former.extend((old, key) for name in names for old in _old_keys(key, name, journey_names) if old != key)
    return Listed(within[0][0], entity, within, by_key, tuple(former))


def directory_of(entities: Iterable[Entity]) -> Directory:
    """The directory of `entities` and all they hold; of two with one key the first counts."""
    found: dict[SpotKey, Listed] = {}
    for entity in entities:
        found.setdefault(key_of(entity), listed(entity))
    return directory_from(found.values())


def directory_from(listings: Iterable[Listed]) -> Directory:
    """The directory of `listings`, no two of which have one key."""
    by_key: dict[SpotKey, Entity] = {}
    former: dict[SpotKey, SpotKey] = {}
    for one in listings:
        by_key.update(one.by_key)
        for old, key in one.former:
            former.setdefault(old, key)
    return Directory(by_key, {old: key for old, key in former.items() if old not in by_key})


def _old_keys(key: SpotKey, name: str, journey_names: Iterable[str]) -> Iterator[SpotKey]:
    """The keys that `name` gives what has `key` now; it may name another journey, where it stood before."""
    journey, slash, rest = name.partition("/")
    if slash:
        yield SpotKey(key.kind, rest, journey)
        return
    for one in journey_names if key.journey else ("",):
        yield SpotKey(key.kind, name, one)


def _key_from(kind: Kind, text: str, journey: str) -> SpotKey | None:
    first, slash, rest = normal(text).partition("/")
    if kind in _ON_THEIR_OWN:
        return None if slash else SpotKey(kind, first)
    return SpotKey(kind, rest, first) if slash else SpotKey(kind, first, journey) if journey else None


def _as_written(key: SpotKey, journey: str) -> str:
    return key.id if key.journey in {"", journey} else f"{key.journey}/{key.id}"
