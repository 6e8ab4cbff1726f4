"""The pages of one edition of a generated site, as Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape

from journeybook.exchange.editions import Edition, Editions, Entrance, entrances_of
from journeybook.exchange.feed import FEED_FILE, feed_of, has_feed
from journeybook.exchange.generate.ordinary_pages import OrdinaryPages
from journeybook.exchange.generate.source import Source
from journeybook.exchange.generate.yaml_text import dump
from journeybook.model.addresses import FRONT
from journeybook.model.ids import folded
from journeybook.pages import view_of
from journeybook.pages.language_links import language_links
from journeybook.pages.languages import direction_of
from journeybook.pages.planned import PlannedPage
from journeybook.pages.redirect import redirect_page
from journeybook.portal import redirects_of
from journeybook.rendering import BlockHtml, Renderer, templates_kept_in
from journeybook.rendering.markdown import MarkdownPages
from journeybook.rendering.markdown.escape import in_line
from journeybook.rendering.markdown.pages import PICTURE_LINE, asset_at


class PagesOfEdition:
    """Writes the pages of one edition."""

    def __init__(self, source: Source, editions: Editions, edition: Edition) -> None:
        """`edition` is one of `editions`."""
        context = edition.context
        self._source = source
        self._editions = editions
        self._edition = edition
        kept = templates_kept_in(source.root)
        self._renderer = Renderer(context, lambda narrative: narrative.text, source.overrides, kept=kept)
        blocks = BlockHtml(context, source.overrides, kept)
        self._pages = MarkdownPages(
            context,
            lambda url: editions.places.get(url) or asset_at(url),
            blocks,
            source.draw,
            pictures=True,
            host_shifts=source.builder == "zensical",
        )

    def files(self) -> Iterator[tuple[str, str]]:
        """Every page with its file, from the root of the site: the author's first, then those that are made."""
        edition = self._edition
        ordinary = OrdinaryPages(edition.context, self._renderer, self._pages)
        for page in edition.own:
            at = edition.file_of(page)
            languages = self._editions.languages_of(page.address)
            text = self._source.text(page.path, edition.context)
            head, body = ordinary.written(page, text, at, languages)
            yield at, head + self._said(body)
        for page in self._editions.made(edition):
            yield edition.source(page.address), self._made(page)
        if not self._editions.has_front(edition):
            yield edition.source(FRONT), self._front()

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Old addresses: HTML files that every generator copies as they are, unless a page stands there."""
        context = self._edition.context
        for redirect in redirects_of(context.portal):
            file = self._edition.built(redirect.old)
            if folded(file) not in self._editions.taken:
                yield file, self._renderer.redirect(redirect_page(context, redirect))

    def feed(self) -> Iterator[tuple[str, str]]:
        """The feed of changes, if there is one."""
        context = self._edition.context
        if has_feed(context):
            yield posixpath.join(self._edition.folder, FEED_FILE), feed_of(context, self._source.host.site_name)

    def _made(self, page: PlannedPage) -> str:
        view = view_of(page, self._edition.context)
        body = self._pages.page(page.address, self._renderer.draw(view), self._edition.source(page.address))
        head = view.head
        return _front_matter(head.plain_title, head.plain_summary or head.plain_title) + self._said(body)

    def _front(self) -> str:
        at = self._edition.source(FRONT)
        title = self._source.host.site_name
        languages = language_links(self._edition.context.scope, FRONT, self._editions.languages_of(FRONT))
        above = self._pages.part(self._renderer.drawn_above(languages), at) if languages else ""
        boards = [f"    {_item(one, at)}" for one in entrances_of(self._editions, self._edition, boards=True)]
        links = [_item(one, at) for one in entrances_of(self._editions, self._edition)]
        lines = [*([above] if above else []), f"# {in_line(title)}", "", *links, *boards, ""]
        head = _front_matter(title) if above else ""
        return head + self._said("\n".join(lines))

    def _said(self, body: str) -> str:
        """`body`, which says in which language it is where the site as a whole speaks another."""
        if not self._edition.folder:
            return body
        language = self._edition.language
        direction = direction_of(language)
        said = f' lang="{escape(language)}"' + (f' dir="{direction}"' if direction == "rtl" else "")
        opening = f'<div{said} markdown="1">'
        # Inside Markdown that stands in HTML, not all HTML stays as it is.
        body = PICTURE_LINE.sub(f"\n</div>\n\n<div{said}\\g<rest>\n\n{opening}\n", body)
        return f"{opening}\n\n{body}\n</div>\n"


def _item(entrance: Entrance, at: str) -> str:
    way = posixpath.relpath(entrance.file, posixpath.dirname(at) or ".")
    return f"- [{in_line(entrance.title)}]({way})"


def _front_matter(title: str, description: str = "") -> str:
    # Material and Zensical write both into pages as HTML.
    front = {"title": escape(title, quote=False)}
    if description:
        front["description"] = escape(description)
    return f"---\n{dump(front)}---\n\n"
