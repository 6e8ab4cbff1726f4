"""The small page that stands at an old address."""

from __future__ import annotations

from msgspec import Struct

from journeybook.pages.context import Context
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link
from journeybook.pages.planned import PlannedPage
from journeybook.portal.redirects import Redirect


class RedirectPage(Struct, frozen=True):
    """What stands at an old address: the way to the new one."""

    language: str
    """Of the portal."""
    link: Link
    """To the page that has moved."""
    href: str
    """The same as an address relative to the old one."""


def redirect_page(context: Context, redirect: Redirect) -> RedirectPage:
    """The page at the old address of `redirect`."""
    entity = context.portal.entity(redirect.key)
    maker = PageMaker(context, PlannedPage(redirect.key, redirect.old, "redirect", entity.title, entity.place))
    return RedirectPage(context.options.language, maker.link(redirect.key), maker.href(redirect.new))
