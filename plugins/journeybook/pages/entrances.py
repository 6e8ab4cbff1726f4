"""The ways into a portal, for its front page: the atlas, comparing journeys, an overview per kind, boards."""

from __future__ import annotations

from pathlib import PurePosixPath

from msgspec import Struct

from journeybook.model import RECORDS, Kind
from journeybook.model.addresses import FRONT, address_of
from journeybook.model.keys import COMPARE, SpotKey
from journeybook.pages.context import Context
from journeybook.pages.pieces import Link
from journeybook.pages.planned import PlannedPage, plan
from journeybook.pages.titles import title_about_many


class Entrance(Struct, frozen=True):
    """One way in."""

    link: Link
    count: str
    """How many things are behind it; empty where that says nothing."""


class EntranceGroup(Struct, frozen=True):
    """Ways in under one word."""

    label: str
    links: tuple[Entrance, ...]


def entrances_below(context: Context, path: str) -> tuple[EntranceGroup, ...]:
    """The ways in that stand below the ordinary page `path`: all of them on the front page, else none."""
    key = SpotKey("page", str(PurePosixPath(path).with_suffix("")))
    return entrances(context) if address_of(key) == FRONT else ()


def entrances(context: Context) -> tuple[EntranceGroup, ...]:
    """Every way into the portal."""
    pages = [page for page in plan(context.portal, has_past=bool(context.history)) if not page.is_about_one]
    gettext = context.words.gettext
    return (
        _group(context, gettext("In this portal"), [page for page in pages if _is_way_in(page)]),
        _group(context, gettext("Boards"), [page for page in pages if page.is_board]),
    )


def _is_way_in(page: PlannedPage) -> bool:
    return page.is_entrance or page.key == COMPARE


def _group(context: Context, label: str, pages: list[PlannedPage]) -> EntranceGroup:
    return EntranceGroup(label, tuple(_entrance(context, page) for page in pages))


def _entrance(context: Context, page: PlannedPage) -> Entrance:
    count = ""
    if page.key.kind == "index":
        count = context.words.number(len(context.portal.all(RECORDS[Kind(page.key.id)])))
    return Entrance(Link(title_about_many(page.key, context.words), page.address), count)
