"""Sentences as runs of text, so that each form can mark names and changes in its own way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from journeybook.words import Words


class Mark(StrEnum):
    """What a run of text is."""

    PLAIN = ""
    NAME = "name"
    """What something is called."""
    GONE = "gone"
    """What a text no longer says."""
    NEW = "new"
    """What a text says now."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind; always as an author or a catalogue wrote it, never escaped."""

    text: str
    mark: Mark = Mark.PLAIN


Runs = tuple[Run, ...]

_LONGEST = 1_500
_AROUND = 60
_LEFT_OUT = " … "

_PLACE = re.compile("\ue000(\\d+)\ue001")


def named(text: str) -> Runs:
    """`text` as a name."""
    return (Run(text, Mark.NAME),)


def said(words: Words, message: str, **values: str | Runs) -> Runs:
    """`message` in the language of `words`, with the marks of `values` kept, wherever a translation puts them."""
    found = list(values.values())
    places = {name: f"\ue000{number}\ue001" for number, name in enumerate(values)}
    text = words.gettext(message)
    return filled(text % places if places else text, found)


def filled(text: str, values: list[str | Runs]) -> Runs:
    """`text` with each `values` at its place."""
    return tuple(_filled(text, values))


def _filled(text: str, values: list[str | Runs]) -> Iterator[Run]:
    for number, part in enumerate(_PLACE.split(text)):
        if number % 2 == 0:
            if part:
                yield Run(part)
            continue
        value = values[int(part)]
        yield from (Run(value),) if isinstance(value, str) else value


def joined(parts: Iterable[Runs], between: str) -> Runs:
    """All of `parts`, with the text `between` each two."""
    found: list[Run] = []
    for number, part in enumerate(parts):
        if number:
            found.append(Run(between))
        found.extend(part)
    return tuple(found)


_AS_TEXT = {Mark.GONE: "[-%s-]", Mark.NEW: "{+%s+}"}


def plain(runs: Runs) -> str:
    """The text alone, with what is gone and what is new marked as `git diff --word-diff` does."""
    return "".join(_AS_TEXT.get(one.mark, "%s") % one.text for one in runs)


def around_changes(runs: Runs) -> Runs:
    """Two wordings without most of what stayed the same, and cut where they are still long."""
    found: list[Run] = []
    length = 0
    for number, run in enumerate(runs):
        text = run.text
        if run.mark is Mark.PLAIN and len(text) > 2 * _AROUND + len(_LEFT_OUT):
            start = text[:_AROUND] if number else ""
            end = text[-_AROUND:] if number + 1 < len(runs) else ""
            text = f"{start}{_LEFT_OUT}{end}"
        if length + len(text) > _LONGEST:
            return (*found, Run(text[: max(_LONGEST - length, 0)], run.mark), Run(_LEFT_OUT))
        length += len(text)
        found.append(Run(text, run.mark))
    return tuple(found)
