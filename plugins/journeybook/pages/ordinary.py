"""Ordinary pages, written by the author: where comments on them go."""

from __future__ import annotations

from pathlib import PurePosixPath

from journeybook.model.addresses import address_of
from journeybook.model.keys import SpotKey
from journeybook.model.places import Place
from journeybook.pages.context import Context
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.planned import PlannedPage
from journeybook.reviews import CommentLinks


def comments_on_page(context: Context, path: str, title: str) -> CommentLinks | None:
    """Where comments on the ordinary page `path`, relative to the content folder, go; None where none do.

    A page and its translations are one spot.
    """
    translations = context.portal.content.translated_pages
    original = next((one.of for one in translations if one.path == path), path)
    key = SpotKey("page", str(PurePosixPath(original).with_suffix("")))
    place = Place(f"{context.portal.content.folder}/{path}")
    page = PlannedPage(key, address_of(key), "below", title, place)
    return PageMaker(context, page).comment(key, title, "", place, page.address)
