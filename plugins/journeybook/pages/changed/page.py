"""What changed between two states of a portal, on one page."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from journeybook.history.changes import Changes, Name
from journeybook.history.chapters import Chapter
from journeybook.model.inline import to_plain
from journeybook.pages.changed.cells import Row, rows_of
from journeybook.pages.changed.columns import Column, columns_of, stages_of
from journeybook.pages.changed.curve import BothCurves, curves_over
from journeybook.pages.languages import direction_of
from journeybook.portal import Portal
from journeybook.words import Words

_MOST_MAPS = 40
"""Journeys whose maps stand on the page; of more, only the sentences do, so that a browser can still show it."""


class Head(Struct, frozen=True):
    """The head of a column: a step."""

    number: int
    title: str
    former_title: str
    """Where it is another now, else empty."""
    way: Literal["", "added", "removed", "moved"]
    said: str
    """The way in words."""


class Map(Struct, frozen=True):
    """A journey's map, with what changed marked."""

    stages: tuple[tuple[str, int], ...]
    heads: tuple[Head, ...]
    curve: BothCurves | None
    rows: tuple[Row, ...]


class ChapterView(Struct, frozen=True):
    """What changed in one journey, or among the things of one kind."""

    chapter: Chapter
    map: Map | None


class ChangedPage(Struct, frozen=True):
    """The whole page."""

    language: str
    direction: str
    base: str
    head: str
    summary: str
    notes: tuple[str, ...]
    warnings: tuple[tuple[str, str], ...]
    """What is to be thought of again: the title of the thing, and why."""
    chapters: tuple[ChapterView, ...]


def changed_page(
    changes: Changes,
    states: tuple[Portal, Portal],
    names: tuple[str, str],
    words: Words,
    said: tuple[tuple[Chapter, ...], str, tuple[str, ...], tuple[tuple[str, str], ...]],
) -> ChangedPage:
    """The page about `changes` between two `states` called `names`.

    `said` holds the chapters, the summary, the notes, and what is to be thought of again.
    """
    chapters, summary, notes, warnings = said
    drawn = [one.journey for one in chapters if one.journey and one.sentences]
    shown = set(drawn[:_MOST_MAPS])
    if len(drawn) > _MOST_MAPS:
        notes = (*notes, words.gettext("Maps are shown of the first %(count)s journeys.", count=_MOST_MAPS))
    return ChangedPage(
        language=words.language,
        direction=direction_of(words.language),
        base=names[0],
        head=names[1],
        summary=summary,
        notes=notes,
        warnings=warnings,
        chapters=tuple(
            ChapterView(one, _map(one.journey, states, changes, words) if one.journey in shown else None)
            for one in chapters
        ),
    )


def _map(journey: Name | None, states: tuple[Portal, Portal], changes: Changes, words: Words) -> Map | None:
    if journey is None:
        return None
    columns = columns_of(journey.key, *states, changes)
    if not columns:
        return None
    return Map(
        stages=tuple((to_plain(title), count) for title, count in stages_of(columns)),
        heads=tuple(_head(one, words) for one in columns),
        curve=curves_over(columns),
        rows=rows_of(columns, words),
    )


def _head(column: Column, words: Words) -> Head:
    title = to_plain(column.spot.step.title)
    former = to_plain(column.before.step.title) if column.before else title
    way, said = _way(column, words)
    return Head(column.spot.number, title, former if former != title else "", way, said)


def _way(column: Column, words: Words) -> tuple[Literal["", "added", "removed", "moved"], str]:
    if column.before is None:
        return "added", words.gettext("added")
    if column.after is None:
        return "removed", words.gettext("removed")
    return ("moved", words.gettext("moved")) if column.moved else ("", "")
