"""The small pieces of pages as HTML: texts, links, moments. These are the filters that templates use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, cast
from urllib.parse import quote

from markupsafe import Markup, escape

from journeybook.model.addresses import Address
from journeybook.model.inline import to_html
from journeybook.pages.languages import direction_of
from journeybook.pages.pieces import (
    Abroad,
    Asset,
    InSite,
    Link,
    Moment,
    OutsideLink,
    Picture,
    Target,
    Text,
    Value,
)
from journeybook.pages.scope import SITE, Scope
from journeybook.rendering.quick_words import escaped_text, html_of

Spoken = Text | Link | OutsideLink | Picture
"""Pieces that may be in another language than the page."""

_LINKS = 16_384
"""How many links are kept as HTML; most things are linked to from many places."""

_URLS = 8_192
"""How many addresses are kept ready for attributes."""
_TEXTS = 4_096
"""How many texts are kept as HTML: those of a journey stand on its page twice, and on that of a stage."""
_MOMENTS = 1_024
"""How many days and spans of time are kept as HTML."""
_TONGUES = 256
"""How many languages, each with a direction, are kept as attributes."""

_html = cast("Callable[[str], Markup]", partial(str.__new__, Markup))
"""Takes what is HTML for what it is; `Markup` itself would ask it first."""


class PiecesHtml:
    """Turns pieces into HTML that is right on every page: links into the site begin with `ROOT`."""

    def __init__(self, scope: Scope, *, directory_urls: bool) -> None:
        """`directory_urls` says whether pages are `claim/` or `claim.html`."""
        self._scope = scope
        self._directory_urls = directory_urls
        self._url_of = lru_cache(maxsize=_URLS)(self._new_url)
        self.link = lru_cache(maxsize=_LINKS)(self._link)

    @property
    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """The filters, under the names templates know them by."""
        return {
            "url": self.url,
            "text": self.text,
            "bare": self.bare,
            "link": self.link,
            "shown": self.shown,
            "all_shown": self.all_shown,
            "tongue": self.tongue,
            "beside": _beside,
        }

    def url(self, target: Target) -> Markup:
        """The address of `target`, escaped for an attribute."""
        if isinstance(target, Address):
            return self._url_of(target)
        if isinstance(target, InSite):
            return escape(SITE + target.address.url(directory_urls=self._directory_urls).removeprefix("./"))
        return escape(SITE + quote(target.path) if isinstance(target, Asset) else target)

    def _new_url(self, address: Address) -> Markup:
        url = address.url(directory_urls=self._directory_urls)
        return escape(self._scope.start(address.page) + url.removeprefix("./"))

    def text(self, text: Text) -> Markup:
        """A short text; in a `span` of its own where it is in another language."""
        if not text.language and not text.direction:
            return self.bare(text)
        return _html(f"<span{self.tongue(text)}>{self.bare(text)}</span>")

    def bare(self, text: Text) -> Markup:
        """A short text without a word about its language, for elements that say it themselves."""
        if not text.links:
            return _without_links(text.written)
        links = {link.written: link for link in text.links}

        def resolved(written: str) -> tuple[str | None, str]:
            link = links[written]
            return (str(self.url(link.target).unescape()) if link.target else None), link.title

        return to_html(text.written, resolved, lambda written: self.abroad(links[written].abroad))

    def _link(self, link: Link) -> Markup:
        """A link to a page or a spot."""
        return _html(f'<a href="{self.url(link.to)}"{self.tongue(link)}>{escape(link.title)}</a>')

    def shown(self, value: Value) -> Markup:
        """Whatever a fact says."""
        if type(value) is str:  # as most are
            return _html(escaped_text(value))
        match value:
            case Link():
                return self.link(value)
            case Text():
                return self.text(value)
            case Moment():
                return _moment(value)
            case OutsideLink():
                return self._outside(value)
            case _:
                return escape(value)

    def all_shown(self, values: Sequence[Value], between: str) -> Markup:
        """`values` one after the other, and `between` each two of them."""
        if len(values) == 1:
            return self.shown(values[0])
        return _html(str.join(html_of(between), map(self.shown, values)))

    def _outside(self, link: OutsideLink) -> Markup:
        """A link that leads out of the portal; one into another portal says into which."""
        tongue = self.tongue(link)
        if link.target:
            url = self.url(link.target)
            shown = Markup('<a href="{}"{}{}>{}</a>').format(url, self.abroad(link.abroad), tongue, link.title)
        else:
            shown = Markup("<span{}>{}</span>").format(tongue, link.title)
        if link.abroad and link.abroad.note:
            shown += Markup(' <span class="jb-note">{}</span>').format(link.abroad.note)
        return shown

    def abroad(self, abroad: Abroad | None) -> Markup:
        """The attributes that mark a link into another portal."""
        if not abroad:
            return _NOTHING
        marks = Markup(' class="jb-abroad" rel="external" hreflang="{}"').format(abroad.language)
        return marks + Markup(' title="{}"').format(abroad.note) if abroad.note else marks

    def tongue(self, piece: Spoken | str | None) -> Markup:
        """The attributes that say in which language a piece, or a language's text, is written."""
        if piece is None or isinstance(piece, str):
            return _attributes(piece or "", direction_of(piece) if piece else "")
        if not piece.language and not piece.direction:
            return _NOTHING
        return _attributes(piece.language, piece.direction)


def _beside(heads: Sequence[object], cells: Iterable[object]) -> Iterator[tuple[int, object, object]]:
    """Each of `cells` with its number, from 0, and what stands at its place in `heads`."""
    return zip(range(len(heads)), heads, cells, strict=False)


@lru_cache(maxsize=_TEXTS)
def _without_links(written: str) -> Markup:
    return to_html(written)


@lru_cache(maxsize=_MOMENTS)
def _moment(moment: Moment) -> Markup:
    shown = escape(moment.shown)
    return _html(f'<time datetime="{escape(moment.iso)}">{shown}</time>') if moment.iso else shown


@lru_cache(maxsize=_TONGUES)
def _attributes(language: str, direction: str) -> Markup:
    said = Markup(' lang="{}"').format(language) if language else _NOTHING
    return said + (Markup(' dir="{}"').format(direction) if direction else _NOTHING)


_NOTHING = Markup("")
