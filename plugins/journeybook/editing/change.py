"""Edits, and what a whole change does to the files of a portal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journeybook.editing.source_text import SourceText
from journeybook.model.places import Span


class EditingError(Exception):
    """What was asked cannot be done; the message says why and what to do instead."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One stretch of one file, and what stands there afterwards."""

    file: str
    """Path relative to the portal's root, with forward slashes."""
    start: int
    """Where the stretch begins, in characters from the start of the file."""
    end: int
    """Where it ends; an insertion ends where it begins."""
    new: str
    """What stands there afterwards; its line feeds become the line ends of the file."""


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that is done at once, or not at all."""

    edits: tuple[Edit, ...] = ()
    """What is edited, in files named as they are before."""
    renames: Mapping[str, str] = field(default_factory=dict[str, str])
    """New paths by old ones, both relative to the portal's root."""
    deletions: frozenset[str] = frozenset()
    """Files that are no more."""

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not self.edits and not self.renames and not self.deletions


def replacing(source: SourceText, span: Span, new: str) -> Edit:
    """`new` in place of what stands at `span`."""
    return Edit(source.file, source.start(span), source.end(span), new)


def inserting(source: SourceText, at: int, new: str) -> Edit:
    """`new` before the character at `at`."""
    return Edit(source.file, at, at, new)


def edited(source: SourceText, edits: Iterable[Edit]) -> str:
    """The text of `source` after `edits`, each made once; EditingError if two of them meet."""
    made: list[str] = []
    position = 0
    for edit in sorted(dict.fromkeys(edits), key=lambda one: (one.start, one.end)):
        if edit.start < position:
            raise EditingError(f"two changes meet in {source.file}; make them one after the other")
        made += [source.text[position : edit.start], edit.new.replace("\n", source.line_end)]
        position = edit.end
    return "".join([*made, source.text[position:]])


def applied(texts: Mapping[str, str], change: Change) -> dict[str, str]:
    """All texts after `change`, by path; the others are as they were."""
    by_file: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in change.edits:
        by_file[edit.file].append(edit)
    after: dict[str, str] = {}
    for path, text in texts.items():
        if path not in change.deletions:
            now = edited(SourceText(path, text), by_file[path]) if path in by_file else text
            after[change.renames.get(path, path)] = now
    return after
