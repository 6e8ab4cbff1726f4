"""One page after the other: rendered, put into its shell, and written beside the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, cast

from mkdocs.structure.pages import Page
from msgspec import Struct

from journeybook.exchange.twins import listed
from journeybook.mkdocs.editions import Edition, Editions
from journeybook.mkdocs.generated import GeneratedPage
from journeybook.mkdocs.quick.made import Facts, Made, MadePages
from journeybook.mkdocs.quick.page_keys import PageKeys
from journeybook.mkdocs.quick.shells import Shells
from journeybook.mkdocs.quick.stand_in import shape_of
from journeybook.mkdocs.quick.workers import Steps, result_of
from journeybook.mkdocs.searched import Searched, without_search_marks
from journeybook.mkdocs.site_staging import StagedSite
from journeybook.mkdocs.twin_files import TwinFiles, twin_uri
from journeybook.pages import PageView
from journeybook.pages.digest import digest_of
from journeybook.rendering.search import packed


class Written(Struct, frozen=True, gc=False):
    """A page that stands in the site."""

    facts: Facts
    """What others ask of it."""
    view_key: str
    """The key of what it shows."""
    keys: tuple[str, ...] = ()
    """What its files were made from, the page and then its twin; empty if it cannot be told."""
    stands: bool = False
    """Whether they stood in the site already, made from the same."""


@dataclass(frozen=True)
class Maker:
    """Makes pages apart."""

    shells: Shells
    editions: Editions
    keys: PageKeys
    known: MadePages
    """Pages that were made before."""
    seen: Mapping[str, str]
    """The keys of views that are those of the last build, by the paths under which MkDocs knows their pages."""
    twins: TwinFiles | None
    searched: Searched
    head_of: Callable[[Page], str]
    """The lines of its own in the head of a page."""
    last: Callable[[str], str]
    """Changes a whole page at last."""
    shown: Callable[[GeneratedPage, str], str] | None
    """Changes a whole page still after that, and must see each; None if nobody must."""
    site: StagedSite

    def write(self, page: GeneratedPage) -> Steps[Written]:
        """Make `page` and its twin, step by step, and put them into the site if they do not stand there."""
        edition = self.editions.of(page.file.src_uri)
        view, view_key = None, self.seen.get(page.file.src_uri)
        if view_key is None:
            view = edition.view(page.planned)
            view_key = self.keys.of_view(edition, view)
            yield
        found, made = self.known.find(view_key, edition.narrator), None
        if found is None or not self.shells.knows(page, found.facts.toc):
            made = found and self._kept(page, found.key)
            made = made or (yield from self._made(edition, page, view, view_key))
            self.shells.prepare(page)
        key, facts = (made.key, made.facts) if made else (found.key, found.facts)  # type: ignore[union-attr]
        keys = self._keys_of_files(page, key, facts)
        if keys and all(self.site.stands(path, one) for path, one in keys.items()):
            page.forget()
            return Written(facts, view_key, tuple(keys.values()), stands=True)
        made = made or self._kept(page, key) or (yield from self._made(edition, page, view, view_key))
        for path, content in self._files(page, made).items():
            write_file(self.site.folder / path, content)
        page.forget()
        return Written(made.facts, view_key, tuple(keys.values()))

    def note(self, page: GeneratedPage, written: Written) -> None:
        """Tell the site and the lists of what was `written`, maybe by another process."""
        for path, key in zip((page.file.dest_uri, twin_uri(page)), written.keys, strict=False):
            (self.site.keep if written.stands else self.site.made)(path, key)
        self.searched.note_packed(page.file, cast(Any, page.title), written.facts.found, page.meta)
        if self.twins and written.facts.has_twin:
            title = self.editions.of(page.file.src_uri).title(page.planned)
            self.twins.note(page, listed(page.planned, title, written.facts.description))

    def files_of(self, page: GeneratedPage) -> Mapping[str, bytes]:
        """The files of `page`, made now, by their paths in the site."""
        edition = self.editions.of(page.file.src_uri)
        view = edition.view(page.planned)
        made = result_of(self._made(edition, page, view, self.keys.of_view(edition, view)))
        files = self._files(page, made)
        page.forget()
        return files

    def _kept(self, page: GeneratedPage, key: str) -> Made | None:
        """What was made before and has `key`; `page` shows it."""
        made = self.known.get(key)
        if made:
            page.show(made.html, made.headings, made.facts.description)
        return made

    def _made(self, edition: Edition, page: GeneratedPage, view: PageView | None, view_key: str) -> Steps[Made]:
        """What is made now, step by step; `page` shows it."""
        rendered = edition.make(page.planned, view)
        yield
        twin = self.twins.text_of(page, rendered) if self.twins else None
        yield
        html = without_search_marks(rendered.html)
        page.show(html, rendered.headings, rendered.description)
        facts = Facts(rendered.description, shape_of(page.toc), packed(rendered.found), twin is not None)
        made = Made(self.known.key_for(view_key, rendered, edition.narrator), facts, html, rendered.headings, twin)
        self.known.put(made)
        return made

    def _files(self, page: GeneratedPage, made: Made) -> dict[str, bytes]:
        html = self.last(self.shells.page(page, self.head_of(page)))
        html = self.shown(page, html) if self.shown else html
        files = {page.file.dest_uri: html.encode("utf-8", errors="xmlcharrefreplace")}
        if made.twin is not None:
            files[twin_uri(page)] = made.twin.encode()
        return files

    def _keys_of_files(self, page: GeneratedPage, key: str, facts: Facts) -> dict[str, str]:
        """What the files of `page` are made from, by path, the page first; nothing if it cannot be told."""
        page.meta["description"] = escape(facts.description)
        shell = self.shells.key(page, facts.toc)
        if not key or not shell or self.shown:
            return {}
        own: list[str | None] = [
            cast(Any, page.title),
            page.url,
            page.canonical_url,
            page.edit_url,
            self.head_of(page),
        ]
        keys = {page.file.dest_uri: digest_of(key, shell, own, self.last(""))}
        if facts.has_twin:
            keys[twin_uri(page)] = digest_of("twin", key)
        return keys


def write_file(path: Path, content: bytes) -> None:
    """Write a file. Most folders hold two, and only for the first of them there is one to be made."""
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
