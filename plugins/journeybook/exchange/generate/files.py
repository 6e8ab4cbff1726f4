"""Everything that a generated site consists of, as values: paths and what stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from importlib.resources import files as package_files
from pathlib import Path
from typing import Any

import journeybook_theme
from journeybook.exchange.generate.host_settings import HostSettings
from journeybook.exchange.generate.navigation import navigation, with_generated_names, without_paths
from journeybook.exchange.generate.ordinary_pages import ordinary_page
from journeybook.exchange.generate.settings import ASSETS, settings_text
from journeybook.exchange.generate.yaml_text import dump
from journeybook.model.addresses import FRONT, Address
from journeybook.pages import Context, plan, view_of
from journeybook.pages.planned import PlannedPage
from journeybook.pages.redirect import redirect_page
from journeybook.pages.titles import title_about_many
from journeybook.portal import redirects_of
from journeybook.portal.audience import LeftOut
from journeybook.rendering import Renderer
from journeybook.rendering.markdown import MarkdownPages
from journeybook.rendering.markdown.escape import in_line
from journeybook.rendering.markdown.pages import asset_at

DOCS = "docs"
"""The folder of the pages."""

_MERMAID = f"{ASSETS}/vendor/mermaid.js"


@dataclass(frozen=True)
class Source:
    """What a site is generated from."""

    context: Context
    host: HostSettings
    read: Callable[[str], bytes]
    """Gives the bytes of a file of the content folder."""
    left_out: LeftOut
    """What its audience does not get."""
    overrides: tuple[Path, ...] = ()
    """Folders whose page templates come before the theme's."""


def generated_files(source: Source) -> Iterator[tuple[str, str | bytes]]:
    """Every file with its path from the output folder, pages first; each path comes once."""
    return iter(_Site(source).files().items())


class _Site:
    """One site on its way."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._context = context = source.context
        urls = context.directory_urls
        content = context.portal.content
        self._own = {
            context.portal.link_map.pages[path].file(directory_urls=urls): path for path in reversed(content.pages)
        }
        self._plan = plan(context.portal)
        self._made = [page for page in self._plan if page.address.file(directory_urls=urls) not in self._own]
        self._places = self._all_places()
        self._pages = MarkdownPages(context, lambda url: self._places.get(url) or asset_at(url))
        self._renderer = Renderer(context, lambda narrative: narrative.text, source.overrides)

    def files(self) -> dict[str, str | bytes]:
        """Every file by its path, pages first."""
        found: dict[str, str | bytes] = {}
        for path, content in self._documents():
            found.setdefault(f"{DOCS}/{path}", content)
        found["mkdocs.yml"] = settings_text(self._source.host, self._nav(), self._context.options.language)
        return found

    def _documents(self) -> Iterator[tuple[str, str | bytes]]:
        """Pages, pictures, styles, scripts and redirects, by their paths in `docs`; the first at a path wins."""
        content = self._context.portal.content
        for path in content.pages:
            text = self._source.read(path).decode("utf-8-sig").replace("\r\n", "\n")
            text = self._source.left_out.text(text, f"{content.folder}/{path}")
            yield path, ordinary_page(path, text, self._context, self._renderer, self._pages)
        for page in self._made:
            yield page.address.source, self._page(page)
        if not any(self._address(path) == FRONT for path in content.pages):
            yield FRONT.source, self._front()
        for path in content.assets:
            yield path, self._source.read(path)
        yield from self._redirects()
        for file in sorted(journeybook_theme.ASSETS.rglob("*")):
            if file.is_file():
                yield f"{ASSETS}/{file.relative_to(journeybook_theme.ASSETS).as_posix()}", file.read_bytes()
        yield _MERMAID, Path(str(package_files("mermaidx")), "assets", "mermaid.js").read_bytes()

    def _redirects(self) -> Iterator[tuple[str, str]]:
        """Old addresses: HTML files that every generator copies as they are, unless a page stands there."""
        urls = self._context.directory_urls
        taken = {page.address.file(directory_urls=urls) for page in self._plan} | self._own.keys()
        for redirect in redirects_of(self._context.portal):
            file = redirect.old.file(directory_urls=urls)
            if file not in taken:
                yield file, self._renderer.redirect(redirect_page(self._context, redirect))

    def _page(self, page: PlannedPage) -> str:
        view = view_of(page, self._context)
        # Material and Zensical write both into pages as HTML.
        front = {
            "title": escape(view.head.plain_title, quote=False),
            "description": escape(view.head.plain_summary or view.head.plain_title),
        }
        body = self._pages.page(page.address, self._renderer.draw(view), page.address.source)
        return f"---\n{dump(front)}---\n\n{body}"

    def _front(self) -> str:
        links = [f"- [{in_line(title)}]({file})" for title, _, file in self._overviews()]
        return "\n".join([f"# {in_line(self._source.host.site_name)}", "", *links, ""])

    def _all_places(self) -> dict[str, str]:
        """The file in `docs` for every address of a page."""
        urls = self._context.directory_urls
        places = {page.address.url(directory_urls=urls): page.address.source for page in self._plan}
        places[FRONT.url(directory_urls=urls).removeprefix("./")] = FRONT.source
        for path in reversed(self._context.portal.content.pages):
            places[self._address(path).url(directory_urls=urls).removeprefix("./")] = path
        return places

    def _address(self, path: str) -> Address:
        return self._context.portal.link_map.pages[path]

    def _overviews(self) -> list[tuple[str, str, str]]:
        """Title, folder and file of the atlas and of each overview."""
        urls = self._context.directory_urls
        return [
            (
                title_about_many(page.key, self._context.words),
                page.address.path,
                self._places[page.address.url(directory_urls=urls)],
            )
            for page in self._plan
            if page.is_entrance
        ]

    def _nav(self) -> list[Any]:
        if self._source.host.nav is not None:
            entries = without_paths(list(self._source.host.nav), self._source.left_out.paths)
            return with_generated_names(entries or [], self._named)
        content = self._context.portal.content
        own = content.pages if FRONT.source in content.pages else (FRONT.source, *content.pages)
        return navigation(dict.fromkeys(own), self._overviews())

    def _named(self, path: str) -> str:
        """The generated file of what the author's navigation calls `path`."""
        found = self._context.portal.link_map.pages.get(path)
        return self._places.get(found.url(directory_urls=self._context.directory_urls), path) if found else path
