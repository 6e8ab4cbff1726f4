"""Pages to Markdown, through the same templates as to HTML."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import lru_cache, partial
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from journeybook.model.addresses import Address, address_of
from journeybook.model.inline import to_plain
from journeybook.pages import ROOT, Context, Narrative
from journeybook.pages.scope import ORIGINAL, SITE
from journeybook.rendering.drawn import Drawn
from journeybook.rendering.markdown.narrative import AuthorLinks, fitted_markdown
from journeybook.rendering.markdown.writer import markdown_of

Place = Callable[[str], str]
"""Gives the file, from the output's root and not encoded, that stands for an address of the site."""

_SAFE = "!$&'()*+,;=:@/~"


class MarkdownPages:
    """Turns pages into Markdown whose links lead to other files of the output."""

    def __init__(self, context: Context, place: Place, place_in_site: Place | None = None) -> None:
        """`place` knows the files of the edition, `place_in_site` those of all editions, from the site's root."""
        self._context = context
        self._place = lru_cache(maxsize=None)(place)
        self._place_in_site = place_in_site or asset_at

    def page(self, address: Address, drawn: Drawn, at: str) -> str:
        """The page that stands at `address`, for the file `at`."""
        own = ROOT + address.url(directory_urls=self._context.directory_urls)

        def narrative(number: int) -> str:
            return self._narrative(*drawn.narratives[number], at)

        return markdown_of(drawn.html, partial(self._link, at, own), narrative)

    def part(self, html: str, at: str) -> str:
        """A part of a page, whose links into the site begin with `ROOT`, for the file `at`."""
        return markdown_of(html, partial(self._link, at, ""))

    def authors(self, text: str, file: str, at: str) -> str:
        """The Markdown `text` of an ordinary page, written in `file`, for the file `at`."""
        return fitted_markdown(text, self._links(file, at))

    def _narrative(self, narrative: Narrative, level: int, at: str) -> str:
        links = self._links(narrative.file, at, narrative)
        return fitted_markdown(narrative.text, links, prefix=narrative.prefix, level=level)

    def _links(self, file: str, at: str, narrative: Narrative | None = None) -> AuthorLinks:
        return AuthorLinks(partial(self._written, file, at, narrative), partial(self._mention, at))

    def _written(self, file: str, at: str, narrative: Narrative | None, written: str) -> str:
        """The target of a link that an author wrote in `file`."""
        if narrative and (anchor := narrative.anchor(written)):
            return self._to(at, anchor)
        link_map = self._context.portal.link_map
        found = link_map.resolve(file, written)
        if isinstance(found, Address):
            return self._to(at, found)
        if found is None or not link_map.is_asset(file, written):
            return written
        parts = urlsplit(written)
        return urlunsplit(("", "", _way(self._in_site(at), found), parts.query, parts.fragment))

    def _mention(self, at: str, name: str) -> tuple[str | None, str]:
        portal = self._context.portal
        found = portal.directory.named(name)
        if len(found) != 1:
            return None, name
        return self._to(at, address_of(found[0])), to_plain(portal.entity(found[0]).title)

    def _to(self, at: str, address: Address) -> str:
        url = address.url(directory_urls=self._context.directory_urls).removeprefix("./")
        return self._link(at, "", self._context.scope.start(address.page) + url)

    def _link(self, at: str, own: str, url: str) -> str:
        """The target `url` of a link in the HTML; `own` is the page's own address there."""
        page, sign, fragment = url.partition("#")
        for mark in (SITE, ORIGINAL):
            if url.startswith(mark):
                place = self._place_in_site(page.removeprefix(mark))
                return _way(self._in_site(at), place) + sign + fragment
        if not url.startswith(ROOT):
            return url
        if page == own and sign:
            return sign + fragment
        return _way(at, self._place(page.removeprefix(ROOT).removeprefix("./"))) + sign + fragment

    def _in_site(self, at: str) -> str:
        """The file `at` of this edition, from the site's root."""
        return posixpath.join(self._context.scope.folder, at)


@lru_cache(maxsize=16_384)
def _way(at: str, path: str) -> str:
    """The relative link from one file to another, or to a folder."""
    way = posixpath.relpath(path or ".", posixpath.dirname(at) or ".")
    return quote(f"{way}/" if not path or path.endswith("/") else way, safe=_SAFE)


def asset_at(url: str) -> str:
    """The file at an address that no page has."""
    return unquote(url)
