"""Titles of pages."""

from __future__ import annotations

from journeybook.model import Journey, Kind
from journeybook.model.boards import Board
from journeybook.model.keys import ATLAS, BOARDS, CHANGES, COMPARE, TRANSLATIONS, SpotKey
from journeybook.pages.context import Context
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.planned import PlannedPage
from journeybook.pages.vocabulary import board_word, kinds_word
from journeybook.words import Words


def title_of(page: PlannedPage, context: Context) -> str:
    """The title of `page` as plain text."""
    if page.is_about_one:
        return PageMaker(context, page).plain(page.title)
    if page.key.kind == "compare" and page.key != COMPARE:
        future = PageMaker(context, page).plain(context.portal.get(Journey, page.key.id).title)
        return context.words.gettext("What changes: %(journey)s", journey=future)
    if page.key.kind == "atlas" and page.key != ATLAS:
        return context.portal.others.by_name[page.key.id.removeprefix("portal/")].title
    return title_about_many(page.key, context.words)


def title_about_many(key: SpotKey, words: Words) -> str:
    """The title of a page about many things: the atlas, a board, an overview."""
    if key == ATLAS:
        return words.gettext("Atlas")
    if key == COMPARE:
        return words.gettext("Compare journeys")
    if key == BOARDS:
        return words.gettext("Boards")
    if key == CHANGES:
        return words.gettext("Changes")
    if key == TRANSLATIONS:
        return words.gettext("Translations")
    return board_word(Board(key.id), words) if key.kind == "board" else kinds_word(Kind(key.id), words)
