"""The small pieces of pages as HTML: texts, links, moments. These are the filters that templates use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup, escape

from journeybook.model.addresses import Address
from journeybook.model.inline import to_html
from journeybook.pages.languages import direction_of
from journeybook.pages.pieces import Asset, InSite, Link, Moment, OutsideLink, Picture, Target, Text, Value
from journeybook.pages.scope import SITE, Scope

Spoken = Text | Link | OutsideLink | Picture
"""Pieces that may be in another language than the page."""

_LINKS = 16_384
"""How many links are kept as HTML; most things are linked to from many places."""


class PiecesHtml:
    """Turns pieces into HTML that is right on every page: links into the site begin with `ROOT`."""

    def __init__(self, scope: Scope, *, directory_urls: bool) -> None:
        """`directory_urls` says whether pages are `claim/` or `claim.html`."""
        self._scope = scope
        self._directory_urls = directory_urls
        self._urls: dict[Address, Markup] = {}
        self.link = lru_cache(maxsize=_LINKS)(self._link)

    @property
    def filters(self) -> Mapping[str, Callable[..., Markup]]:
        """The filters, under the names templates know them by."""
        return {
            "url": self.url,
            "text": self.text,
            "bare": self.bare,
            "link": self.link,
            "shown": self.shown,
            "tongue": self.tongue,
        }

    def url(self, target: Target) -> Markup:
        """The address of `target`, escaped for an attribute."""
        if isinstance(target, Address):
            if (known := self._urls.get(target)) is None:
                url = target.url(directory_urls=self._directory_urls)
                known = self._urls[target] = escape(self._scope.start(target.page) + url.removeprefix("./"))
            return known
        if isinstance(target, InSite):
            return escape(SITE + target.address.url(directory_urls=self._directory_urls).removeprefix("./"))
        return escape(SITE + quote(target.path) if isinstance(target, Asset) else target)

    def text(self, text: Text) -> Markup:
        """A short text; in a `span` of its own where it is in another language."""
        tongue = self.tongue(text)
        return Markup("<span{}>{}</span>").format(tongue, self.bare(text)) if tongue else self.bare(text)

    def bare(self, text: Text) -> Markup:
        """A short text without a word about its language, for elements that say it themselves."""
        if not text.links:
            return to_html(text.written)
        links = {link.written: link for link in text.links}

        def resolved(written: str) -> tuple[str | None, str]:
            link = links[written]
            return (str(self.url(link.target).unescape()) if link.target else None), link.title

        return to_html(text.written, resolved)

    def _link(self, link: Link) -> Markup:
        """A link to a page or a spot."""
        return Markup('<a href="%s"%s>%s</a>') % (self.url(link.to), self.tongue(link), link.title)

    def shown(self, value: Value) -> Markup:
        """Whatever a fact says."""
        match value:
            case Link():
                return self.link(value)
            case Text():
                return self.text(value)
            case Moment(iso="", shown=shown):
                return escape(shown)
            case Moment():
                return Markup('<time datetime="{}">{}</time>').format(value.iso, value.shown)
            case OutsideLink():
                url = self.url(value.target)
                return Markup('<a href="{}"{}>{}</a>').format(url, self.tongue(value), value.title)
            case _:
                return escape(value)

    def tongue(self, piece: Spoken | str | None) -> Markup:
        """The attributes that say in which language a piece, or a language's text, is written."""
        if piece is None or isinstance(piece, str):
            return self._attributes(piece or "", direction_of(piece) if piece else "")
        if not piece.language and not piece.direction:
            return _NOTHING
        return self._attributes(piece.language, piece.direction)

    def _attributes(self, language: str, direction: str) -> Markup:
        said = Markup(' lang="{}"').format(language) if language else _NOTHING
        return said + (Markup(' dir="{}"').format(direction) if direction else _NOTHING)


_NOTHING = Markup("")
