"""`next:` of steps from which a way leads to a step that is left out: it goes on to what follows that one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from journeybook.model import Journey, Next, Step
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind
from journeybook.model.text import Reference
from journeybook.portal.directory import Directory
from journeybook.portal.mentions import key_of

Ways = tuple[Next, ...] | None
"""What a step's `next` holds."""

_STEP = Reference(Kind.STEP)


def ways_past(
    journeys: Iterable[Journey], directory: Directory, left_out: Collection[SpotKey]
) -> dict[SpotKey, Ways]:
    """The new `next` of every step that stays and leads to one that is `left_out`."""
    return _Ways(directory, left_out).changed(journeys)


@dataclass(slots=True)
class _Ways:
    directory: Directory
    left_out: Collection[SpotKey]
    steps: dict[SpotKey, Step] = field(default_factory=dict[SpotKey, Step])
    following: dict[SpotKey, SpotKey] = field(default_factory=dict[SpotKey, SpotKey])
    """The step that stands behind each."""

    def changed(self, journeys: Iterable[Journey]) -> dict[SpotKey, Ways]:
        for journey in journeys:
            steps = [step for stage in journey.stages for step in stage.steps]
            keys = [key_of(step, journey.id) for step in steps]
            self.steps.update(zip(keys, steps, strict=True))
            self.following.update(pairwise(keys))
        kept = (key for key in self.steps if key not in self.left_out)
        return {key: self._past(key) for key in kept if any(one in self.left_out for one, _ in self._on(key))}

    def _on(self, key: SpotKey) -> Iterator[tuple[SpotKey | None, Next | None]]:
        """What follows a step, with the `next` that says so; what names nothing is None."""
        written = self.steps[key].next
        if written is None:
            if following := self.following.get(key):
                yield following, None
            return
        for one in written:
            yield self.directory.resolve(_STEP, one.step, key.journey), one

    def _past(self, key: SpotKey) -> Ways:
        ways: dict[tuple[str, str | None], Next] = {}
        for target, written in self._on(key):
            when = written.when if written else None
            if target in self.left_out and target is not None:
                after = [one for one in self._after(target, set()) if one != key]
                found = [Next(step=_spelled(one, key), when=when) for one in after]
            else:
                found = [written] if written else []
            ways.update({(one.step, one.when): one for one in found})
        if self.steps[key].next is None and self._is_written_order(key, ways.values()):
            return None
        return tuple(ways.values())

    def _after(self, key: SpotKey, seen: set[SpotKey]) -> Iterator[SpotKey]:
        """The steps that stay and come first behind one that does not."""
        seen.add(key)
        for target, _ in self._on(key):
            if target is None or target in seen:
                continue
            if target in self.left_out:
                yield from self._after(target, seen)
            elif target in self.steps:
                yield target

    def _is_written_order(self, key: SpotKey, ways: Collection[Next]) -> bool:
        """Whether `ways` are what a step without `next` means."""
        following = self.following.get(key)
        while following in self.left_out:
            following = self.following.get(following) if following else None
        return [one.step for one in ways] == ([following.id] if following else [])


def _spelled(target: SpotKey, source: SpotKey) -> str:
    return target.id if target.journey == source.journey else f"{target.journey}/{target.id}"
