"""The Markdown twins of the pages of a build, written as soon as each page is made."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from journeybook.exchange.editions import Edition as Places
from journeybook.exchange.editions import OwnPage
from journeybook.exchange.page_titles import title_of
from journeybook.exchange.twins import LIST, Listed, Site, Twins, listed, twin_path
from journeybook.mkdocs.editions import Edition, Editions
from journeybook.mkdocs.generated import GeneratedPage
from journeybook.mkdocs.head_lines import alternate
from journeybook.portal.audience import LeftOut
from journeybook.rendering import Rendered


@dataclass(frozen=True, slots=True)
class Twin:
    """The twin of a page."""

    listed: Listed
    """How lists name it."""
    text: str


class TwinFiles:
    """Writes twins into the site, and at last a list of them for each edition."""

    def __init__(self, editions: Editions, left_out: LeftOut, files: Files, config: MkDocsConfig) -> None:
        """`files` are all files of the site; `left_out` is what its audience does not get."""
        self._site = Site(config.site_name, config.site_description or "")
        self._editions = editions
        places = {edition.folder: Places(edition.context) for edition in editions.all}
        self._own = {
            page.path: page
            for place in places.values()
            for page in place.own
            if (file := files.get_file_from_path(page.path)) and file.inclusion.is_included()
        }
        self._order = {path: number for number, path in enumerate(files.src_uris)}
        twins: dict[str, str] = {}
        for file in files:
            edition, address = editions.of(file.src_uri), editions.address_of(file.src_uri)
            if address and (isinstance(file.page, GeneratedPage) or file.src_uri in self._own):
                place = places[edition.folder]
                twins[place.url(address)] = twin_path(place, address)
        self._of = {edition.folder: _TwinsOfEdition(edition, left_out, twins) for edition in editions.all}

    def has(self, page: Page) -> bool:
        """Whether `page` has a twin."""
        return isinstance(page, GeneratedPage) or page.file.src_uri in self._own

    def write(self, page: Page) -> None:
        """Write the twin of `page`, which has just been made, if it gets one."""
        if isinstance(page, GeneratedPage):
            twin = self._twins_with(page).twin(page)
        else:
            own = self._own.get(page.file.src_uri)
            twin = self._twins_with(page).twin_of_own(own, page) if own else None
        if twin:
            _write(_twin_file(page), twin.text)
            self.note(page, twin.listed)

    def text_of(self, page: GeneratedPage, rendered: Rendered) -> str | None:
        """The twin of `page`, which has been `rendered`; None if there is nothing to be said of it."""
        return self._twins_with(page).text(page, rendered)

    def note(self, page: Page, listed: Listed) -> None:
        """Have the lists name `page` as `listed`."""
        self._twins_with(page).made[page.file.src_uri] = listed

    def _twins_with(self, page: Page) -> _TwinsOfEdition:
        return self._of[self._editions.of(page.file.src_uri).folder]

    def write_lists(self, site_dir: str) -> None:
        """Write the lists; the author's own win."""
        for folder, twins in self._of.items():
            path = Path(site_dir, folder, LIST)
            if not path.exists():
                _write(path, twins.list_of(self._site, self._order))


class _TwinsOfEdition:
    """The twins of one edition."""

    def __init__(self, edition: Edition, left_out: LeftOut, twins: Mapping[str, str]) -> None:
        self._edition = edition
        self._left_out = left_out
        self._twins = Twins(Places(edition.context), twins, edition.blocks.blocks)
        self.made: dict[str, Listed] = {}
        """Pages as the list names them, by the path under which MkDocs knows them."""

    def twin(self, page: GeneratedPage) -> Twin | None:
        rendered = page.taken()
        text = self.text(page, rendered) if rendered else None
        if rendered is None or text is None:
            return None
        return Twin(listed(page.planned, self._edition.title(page.planned), rendered.description), text)

    def text(self, page: GeneratedPage, rendered: Rendered) -> str | None:
        return self._twins.twin(page.planned, rendered.drawn) if rendered.drawn else None

    def twin_of_own(self, own: OwnPage, page: Page) -> Twin:
        text = page.markdown or ""
        title = str(cast("dict[str, object]", page.meta).get("title") or title_of(own.path, text))
        file = f"{self._edition.context.portal.content.folder}/{own.path}"
        title = self._left_out.text(title, file, self._edition.language)  # front matter is nobody else's affair
        return Twin(Listed(own.address, title), self._twins.twin_of_own(own, text))

    def list_of(self, site: Site, order: Mapping[str, int]) -> str:
        """The list of what was made, in the `order` of the site's files, whatever was made first."""
        return self._twins.list_of(site, [self.made[path] for path in sorted(self.made, key=order.__getitem__)])


def twin_link(page: Page) -> str:
    """The element that tells machines of the page's twin."""
    return _link_to(posixpath.basename(twin_uri(page)))


@lru_cache(maxsize=256)
def _link_to(name: str) -> str:
    return alternate(quote(name), type="text/markdown")


def twin_uri(page: Page) -> str:
    """Where the twin of `page` stands in the site."""
    return f"{posixpath.splitext(page.file.dest_uri)[0]}.md"


def _twin_file(page: Page) -> Path:
    return Path(page.file.abs_dest_path).with_suffix(".md")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
