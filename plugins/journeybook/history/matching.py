"""Which things of two states are the same: by key, by former id, and where neither tells, by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.history.likeness import alike
from journeybook.history.standing import Standing
from journeybook.model import Kind
from journeybook.model.keys import SpotKey


@dataclass(frozen=True, slots=True)
class Matches:
    """The things of both states, and which are the same."""

    before: dict[SpotKey, Standing]
    after: dict[SpotKey, Standing]
    now: dict[SpotKey, SpotKey]
    """The key now, by the key before."""
    then: dict[SpotKey, SpotKey]
    """The key before, by the key now."""

    def key_now(self, key: SpotKey) -> SpotKey:
        """The key that something has now; the same where it is gone."""
        return self.now.get(key, key)

    def is_same(self, before: SpotKey | None, after: SpotKey | None) -> bool:
        """Whether two keys, one of each state, are those of one thing; also where both are none."""
        return (self.now.get(before) if before else None) == after

    def standing_before(self, key: SpotKey) -> Standing | None:
        """What something of now was before."""
        old = self.then.get(key)
        return self.before[old] if old else None


def matches_of(
    before: Iterable[Standing], after: Iterable[Standing], same: tuple[SpotKey, SpotKey] | None = None
) -> Matches:
    """The things of two states by key, and the pairs; of two with one key the first counts.

    `same` is a pair that somebody knows already.
    """
    found = Matches(_by_key(before), _by_key(after), {}, {})
    if same:
        _join(found, *same)
    for within in (False, True):  # what a journey holds is found by the journey's own key
        gone, _ = _unmatched(found, within=within)
        _match_by_key(found, gone)
        _match_by_alias(found, within=within)
        _match_by_likeness(found, within=within)
    return found


def _by_key(standings: Iterable[Standing]) -> dict[SpotKey, Standing]:
    found: dict[SpotKey, Standing] = {}
    for one in standings:
        found.setdefault(one.key, one)
    return found


def _join(found: Matches, one: SpotKey, other: SpotKey) -> None:
    if one not in found.now and other not in found.then:
        found.now[one] = other
        found.then[other] = one


def _unmatched(found: Matches, *, within: bool) -> tuple[list[Standing], list[Standing]]:
    gone = [one for key, one in found.before.items() if bool(key.journey) is within and key not in found.now]
    new = [one for key, one in found.after.items() if bool(key.journey) is within and key not in found.then]
    return gone, new


def _in_journey_now(found: Matches, key: SpotKey) -> SpotKey:
    """`key` with the id that its journey has now."""
    if not key.journey:
        return key
    return SpotKey(key.kind, key.id, found.key_now(SpotKey(Kind.JOURNEY, key.journey)).id)


def _match_by_key(found: Matches, gone: Iterable[Standing]) -> None:
    for one in gone:
        now = _in_journey_now(found, one.key)
        if now in found.after:
            _join(found, one.key, now)


def _match_by_alias(found: Matches, *, within: bool) -> None:
    """Former ids tell, of now as well as of before: a rename that is taken back is one too."""
    gone, new = _unmatched(found, within=within)
    by_now = {_in_journey_now(found, one.key): one.key for one in gone}
    for one in new:
        for former in _former_keys(one):
            if (old := by_now.get(former) or (former if former in found.before else None)) is not None:
                _join(found, old, one.key)
    new_keys = {one.key for one in new}
    for one in gone:
        for former in _former_keys(one):
            if (at := _in_journey_now(found, former)) in new_keys:
                _join(found, one.key, at)


def _former_keys(one: Standing) -> Iterator[SpotKey]:
    for alias in one.entity.aliases:
        journey, slash, rest = alias.partition("/")
        yield SpotKey(one.key.kind, rest, journey) if slash else SpotKey(one.key.kind, alias, one.key.journey)


def _match_by_likeness(found: Matches, *, within: bool) -> None:
    gone, new = _unmatched(found, within=within)
    groups: dict[tuple[str, str], tuple[list[Standing], list[Standing]]] = {}
    for one in gone:
        key = _in_journey_now(found, one.key)
        groups.setdefault((key.kind, key.journey), ([], []))[0].append(one)
    for one in new:
        groups.setdefault((one.key.kind, one.key.journey), ([], []))[1].append(one)
    for some_gone, some_new in groups.values():
        if some_gone and some_new:
            for one, other in alike(some_gone, some_new):
                _join(found, one.key, other.key)
