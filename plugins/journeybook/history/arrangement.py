"""How the things of two states stand to each other: what moved, what came and went, and with what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.history.changes import HandOffChange, Name
from journeybook.history.matching import Matches
from journeybook.history.order import moved
from journeybook.history.standing import Standing
from journeybook.model import Kind
from journeybook.model.keys import SpotKey

_Keys = Mapping[SpotKey, Sequence[Name]]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the places of things tell."""

    shifted: frozenset[SpotKey]
    """Keys of now of what moved among its neighbours."""
    gone_after: Mapping[SpotKey | None, Sequence[Standing]]
    """What is gone, by the key now of what stood before it; what goes with what holds it is left out."""
    came_with: _Keys
    """What came with something that is new."""
    left_with: _Keys
    """What went with something that is gone."""
    hand_offs: Mapping[SpotKey, tuple[HandOffChange, ...]]
    """Changes of team that came or went, by the step they lead into."""
    _siblings: Mapping[SpotKey, Sequence[Name]]
    _number: Mapping[SpotKey, int]
    _new: frozenset[SpotKey] = field(default_factory=frozenset[SpotKey])

    def comes_with_holder(self, one: Standing) -> bool:
        """Whether something new came with what holds it."""
        return one.holder is not None and one.holder.key in self._new

    def neighbours(self, one: Standing) -> tuple[Name | None, Name | None]:
        """What stands right before and right after it now, among stages and steps."""
        if one.holder is None or one.key not in self._number:
            return None, None
        siblings, number = self._siblings[one.holder.key], self._number[one.key]
        return (
            siblings[number - 1] if number else None,
            siblings[number + 1] if number + 1 < len(siblings) else None,
        )


def arrangement_of(matches: Matches, hand_offs: Mapping[SpotKey, tuple[HandOffChange, ...]]) -> Arrangement:
    """How the things of both states stand to each other."""
    siblings = _siblings(matches.after.values())
    new = [one for key, one in matches.after.items() if key not in matches.then]
    gone = [one for key, one in matches.before.items() if key not in matches.now]
    return Arrangement(
        shifted=_shifted(matches, siblings),
        gone_after=_gone_after(matches, {one.key for one in gone}),
        came_with=_held(new),
        left_with=_held(gone),
        hand_offs=hand_offs,
        _siblings=siblings,
        _number={one.key: number for some in siblings.values() for number, one in enumerate(some)},
        _new=frozenset(one.key for one in new),
    )


def _siblings(standings: Iterable[Standing]) -> dict[SpotKey, list[Name]]:
    """The stages of each journey and the steps of each stage; the order of pains says nothing."""
    found: defaultdict[SpotKey, list[Name]] = defaultdict(list)
    for one in standings:
        if one.holder is not None and one.key.kind != Kind.PAIN:
            found[one.holder.key].append(one.name)
    return found


def _shifted(matches: Matches, siblings: Mapping[SpotKey, Sequence[Name]]) -> frozenset[SpotKey]:
    """Of those that stayed with what holds them, the fewest that must have moved."""
    number = {key: at for at, key in enumerate(matches.before)}
    found: set[SpotKey] = set()
    for holder, some in siblings.items():
        then = [
            (one.key, number[was.key])
            for one in some
            if (was := matches.standing_before(one.key)) and was.holder and matches.is_same(was.holder.key, holder)
        ]
        out = moved([at for _, at in then])
        found.update(key for key, at in then if at in out)
    return frozenset(found)


def _gone_after(matches: Matches, gone: set[SpotKey]) -> Mapping[SpotKey | None, Sequence[Standing]]:
    found: defaultdict[SpotKey | None, list[Standing]] = defaultdict(list)
    last: SpotKey | None = None
    for key, one in matches.before.items():
        if key not in gone:
            last = matches.now[key]
        elif one.holder is None or one.holder.key not in gone:
            found[last].append(one)
    return found


def _held(standings: Iterable[Standing]) -> _Keys:
    """Those of `standings` that stand in another one, by the outermost of them."""
    outermost: dict[SpotKey, SpotKey] = {}
    found: defaultdict[SpotKey, list[Name]] = defaultdict(list)
    for one in standings:
        holder = one.holder.key if one.holder else None
        outermost[one.key] = outermost.get(holder, one.key) if holder else one.key
        if outermost[one.key] != one.key:
            found[outermost[one.key]].append(one.name)
    return found
