"""Places in source files: where a value was written, so that a finding can point at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from struct import Struct, pack
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a source file. Lines and columns count from 1; columns count code points."""

    # No dataclass, because reading makes one for every value and every key: a tuple takes a third of the time.

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    """The column right after the last character."""


@dataclass(frozen=True, slots=True)
class Written:
    """How one key of a record was written."""

    key: Span
    """The key itself."""
    value: Span
    """Its value."""
    items: tuple[Span, ...] = ()
    """Its items, where the value is a list."""
    entries: Mapping[str, Span] = field(default_factory=dict[str, Span])
    """The keys inside the value, where it is a mapping of ids (a score per persona)."""


_SPAN = 4
_HEAD, _PER_KEY = _SPAN, 2 * _SPAN + 2
_FORMS = {1: (Struct("=4B"), Struct("=2B")), 2: (Struct("=4H"), Struct("=2H")), 4: (Struct("=4I"), Struct("=2I"))}
"""How four numbers and two are read that take so many bytes each: in most files no line has a number above 255."""
_LETTERS = {1: "B", 2: "H", 4: "I"}


class Place:
    """Where a record was written. It never changes.

    There is one for every record, and hardly anything of what it says is ever asked for: so it is kept as bare
    numbers, in a tenth of the room, and put into words when somebody asks.
    """

    __slots__ = ("_entries", "_keys", "_numbers", "file")

    file: str
    """Path relative to the portal's root folder, with forward slashes; empty for a record made in code."""
    _keys: tuple[str, ...]
    """The names of the keys."""
    _entries: tuple[str, ...]
    """The names inside values that are mappings, those of the first key first."""
    _numbers: bytes
    """How many bytes each number takes; then the record's span; per key its own, its value's, how many items and
    how many entries; the spans of those."""

    def __init__(self, file: str = "", span: Span = Span(), keys: Mapping[str, Written] | None = None) -> None:
        keys = keys or {}
        self.file = file
        self._keys = _shared(tuple(keys))
        self._entries = tuple(name for one in keys.values() if one.entries for name in one.entries)
        numbers, inside = [*span], list[int]()
        for one in keys.values():
            numbers += (*one.key, *one.value, len(one.items), len(one.entries))
            if one.items or one.entries:
                for item in (*one.items, *one.entries.values()):
                    inside += item
        numbers += inside
        most = max(numbers)
        size = 1 if most < 1 << 8 else 2 if most < 1 << 16 else 4
        self._numbers = pack(f"=B{len(numbers)}{_LETTERS[size]}", size, *numbers)

    @property
    def span(self) -> Span:
        """The record as a whole, or its first line where it is a whole file."""
        return self._span(0)

    @property
    def keys(self) -> Mapping[str, Written]:
        """Every key the author wrote, under the name the model gives it (`personas` for `persona: x`)."""
        return _Keys(self._keys, self._written)

    def of(self, key: str, item: int | str | None = None) -> Span:
        """The span of `key`'s value, of one of its items, or of the record if the key is not written."""
        if key not in self._keys:
            return self._span(0)
        number = self._keys.index(key)
        if item is not None:
            written = self._written(number)
            if isinstance(item, int) and item < len(written.items):
                return written.items[item]
            if isinstance(item, str) and item in written.entries:
                return written.entries[item]
        return self._span(_HEAD + _PER_KEY * number + _SPAN)

    def _span(self, at: int) -> Span:
        """The span whose numbers begin `at` so many."""
        numbers = self._numbers
        size = numbers[0]
        return Span(*_FORMS[size][0].unpack_from(numbers, 1 + size * at))

    def _written(self, number: int) -> Written:
        """How the key of that `number` was written."""
        size = self._numbers[0]
        two = _FORMS[size][1]
        counts = [
            two.unpack_from(self._numbers, 1 + size * (_HEAD + _PER_KEY * one + 2 * _SPAN))
            for one in range(number + 1)
        ]
        items, entries = counts.pop()
        at = _HEAD + _PER_KEY * len(self._keys) + _SPAN * sum(map(sum, counts))
        spans = [self._span(at + _SPAN * one) for one in range(items + entries)]
        first = sum(one for _, one in counts)
        named = dict(zip(self._entries[first : first + entries], spans[items:], strict=True))
        key = _HEAD + _PER_KEY * number
        return Written(self._span(key), self._span(key + _SPAN), tuple(spans[:items]), named)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Place):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in Place.__slots__)

    def __hash__(self) -> int:
        return hash((self.file, self._numbers))

    def __repr__(self) -> str:
        return f"Place(file={self.file!r}, span={self.span!r}, keys={dict(self.keys)!r})"


class _Keys(Mapping[str, Written]):
    """The keys of a place, each put into words when it is asked for."""

    __slots__ = ("_names", "_written")

    def __init__(self, names: tuple[str, ...], written: Callable[[int], Written]) -> None:
        self._names, self._written = names, written

    def __getitem__(self, key: str) -> Written:
        if key not in self._names:
            raise KeyError(key)
        return self._written(self._names.index(key))

    def __contains__(self, key: object) -> bool:
        return key in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@lru_cache(maxsize=10_000)
def _shared(names: tuple[str, ...]) -> tuple[str, ...]:
    """The first such names: most records of a kind are written with the same keys."""
    return names


NOWHERE = Place()
"""The place of records that no file holds."""
