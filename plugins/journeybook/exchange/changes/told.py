"""Everything that is told of a comparison, in whatever form."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.history.changes import Changes
from journeybook.history.chapters import Chapter, chapters_of, summary_of
from journeybook.history.thoughtless import Objection, objections
from journeybook.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """A comparison, said."""

    base: str
    """What was compared, as people call it: `main`, `v2`."""
    head: str
    """What it was compared with."""
    changes: Changes
    chapters: tuple[Chapter, ...]
    summary: str
    """All of it counted, in one line."""
    objections: tuple[Objection, ...]
    """What somebody asked to be stopped at."""
    words: Words
    notes: tuple[str, ...] = ()
    """What keeps the comparison from being whole."""


def told(
    changes: Changes,
    states: tuple[str, str],
    words: Words,
    rules: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> Told:
    """`changes` between two `states`, said in the language of `words`, and what `rules` stop at."""
    return Told(
        base=states[0],
        head=states[1],
        changes=changes,
        chapters=chapters_of(changes, words),
        summary=summary_of(changes, words),
        objections=tuple(objections(changes, rules)),
        words=words,
        notes=notes,
    )
