"""Places in source files: where a value was written, so that a finding can point at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file. Lines and columns count from 1; columns count code points."""

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record was written."""

    file: str = ""
    """Path relative to the portal's root folder, with forward slashes; empty for a record made in code."""
    span: Span = Span()
    """The record as a whole, or its first line where it is a whole file."""
    keys: Mapping[str, Written] = field(default_factory=dict[str, Written])
    """Every key the author wrote, under the name the model gives it (`personas` for `persona: x`)."""

    def of(self, key: str, item: int | str | None = None) -> Span:
        """The span of `key`'s value, of one of its items, or of the record if the key is not written."""
        written = self.keys.get(key)
        if written is None:
            return self.span
        if isinstance(item, int) and item < len(written.items):
            return written.items[item]
        if isinstance(item, str) and item in written.entries:
            return written.entries[item]
        return written.value


NOWHERE = Place()
"""The place of records that no file holds."""
