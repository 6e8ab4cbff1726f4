"""The cells of a map in two states: what they said, what they say, and both by word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from journeybook.history.runs import Mark, Run, Runs
from journeybook.history.text_by_word import by_word
from journeybook.model.inline import to_plain
from journeybook.pages.changed.columns import Column
from journeybook.portal import StepSpot
from journeybook.words import Words

Way = Literal["", "added", "removed", "changed"]


class Cell(Struct, frozen=True):
    """What one step says under one heading."""

    way: Way
    items: tuple[Runs, ...]


class Row(Struct, frozen=True):
    """One lane of the map."""

    title: str
    cells: tuple[Cell, ...]


Lane = Callable[[StepSpot, Words], Sequence[str]]


def _optional(text: str | None) -> list[str]:
    return [text] if text else []


def _scores(spot: StepSpot, words: Words) -> list[str]:
    numbers = spot.scores
    if len(set(numbers.values())) == 1:
        return [words.number(next(iter(numbers.values())))]
    return [f"{persona}: {words.number(score)}" for persona, score in numbers.items()]


def _pains(spot: StepSpot, words: Words) -> list[str]:
    return [
        f"{pain.title} ({words.gettext('severity')} {pain.severity})" if pain.severity else pain.title
        for pain in spot.step.pains
    ]


def _work(spot: StepSpot, _words: Words) -> list[str]:
    pieces = (*spot.step.frontstage, *spot.step.backstage)
    return [f"{one.team}: {one.does}" if one.team else one.does for one in pieces]


def _lanes(words: Words) -> list[tuple[str, Lane]]:
    _ = words.gettext
    return [
        (_("Score"), _scores),
        (_("Does"), lambda spot, _words: _optional(spot.step.does)),
        (_("Feels"), lambda spot, _words: _optional(spot.step.feels)),
        (_("Thinks"), lambda spot, _words: _optional(spot.step.thinks)),
        (_("Quote"), lambda spot, _words: _optional(spot.step.quote)),
        (_("Moment of truth"), lambda spot, _words: _optional(spot.step.moment_of_truth)),
        (_("Pains"), _pains),
        (_("Gains"), lambda spot, _words: [one.title for one in spot.step.gains]),
        (_("Touchpoints"), lambda spot, _words: [one.title for one in spot.touchpoints]),
        (_("Channels"), lambda spot, _words: [one.title for one in spot.channels]),
        (_("Team"), lambda spot, _words: _optional(spot.team.title if spot.team else None)),
        (_("Work"), _work),
        (_("Evidence"), lambda spot, _words: list(spot.step.evidence)),
    ]


def rows_of(columns: Sequence[Column], words: Words) -> tuple[Row, ...]:
    """The lanes in which any of `columns` says or said something."""
    rows = (Row(title, tuple(_cell(one, lane, words) for one in columns)) for title, lane in _lanes(words))
    return tuple(row for row in rows if any(cell.items for cell in row.cells))


def _cell(column: Column, lane: Lane, words: Words) -> Cell:
    before = [to_plain(one) for one in lane(column.before, words)] if column.before else []
    after = [to_plain(one) for one in lane(column.after, words)] if column.after else []
    if column.before is None:
        return Cell("", tuple((Run(one),) for one in after))
    if column.after is None:
        return Cell("", tuple((Run(one),) for one in before))
    way: Way = "" if before == after else "changed" if before and after else "added" if after else "removed"
    return Cell(way, tuple(_items(before, after)))


def _items(before: list[str], after: list[str]) -> list[Runs]:
    found: list[Runs] = []
    for tag, one, two, three, four in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [(Run(text),) for text in after[three:four]]
        elif two - one == four - three:
            found += [by_word(was, has) for was, has in zip(before[one:two], after[three:four], strict=True)]
        else:
            found += [(Run(text, Mark.GONE),) for text in before[one:two]]
            found += [(Run(text, Mark.NEW),) for text in after[three:four]]
    return found
