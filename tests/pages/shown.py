"""What pages show, in plain words that tests can compare."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from journeybook.pages import PageView
from journeybook.pages.pieces import Fact, Link, Moment, OutsideLink, PersonaScore, Text, Value
from journeybook.pages.sections.section import Section
from journeybook.pages.sections.table import Table

_S = TypeVar("_S", bound=Section)


def shown(value: Value) -> str:
    match value:
        case Link() | OutsideLink():
            return value.title
        case Moment():
            return value.shown
        case Text():
            return value.written
        case _:
            return value


def facts(found: Iterable[Fact]) -> dict[str, list[str]]:
    return {fact.label: [shown(value) for value in fact.values] for fact in found}


def scores(found: Iterable[PersonaScore]) -> list[str]:
    return [f"{one.who.title + ' ' if one.who else ''}{one.score.shown} {one.score.word}" for one in found]


def cells(table: Table) -> list[list[str]]:
    """What a table says: values, scores and badges of each cell."""
    return [
        [
            ", ".join([*map(shown, cell.values), *scores(cell.scores), *filter(None, [cell.badge])])
            for cell in row.cells
        ]
        for row in table.rows
    ]


def notes(table: Table, column: int = 0) -> list[list[str]]:
    """The notes in one column."""
    return [[shown(value) for value in row.cells[column].note] for row in table.rows]


def titles(links: Iterable[Link]) -> list[str]:
    return [link.title for link in links]


def section(kind: type[_S], view: PageView, title: str = "") -> _S:
    """The first section of a kind, or that under `title`."""
    found = [
        one
        for one in (*view.opening, *view.sections)
        if isinstance(one, kind) and title in {"", one.heading.title}
    ]
    assert found, [one.heading.title for one in view.sections]
    return found[0]


def section_titles(view: PageView) -> list[str]:
    return [one.heading.title for one in view.sections]
