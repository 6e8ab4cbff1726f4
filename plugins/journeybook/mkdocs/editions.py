"""One build of the portal, an edition per language: what MkDocs' events share from `on_files` on."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from journeybook.mkdocs.edit_links import edit_link
from journeybook.mkdocs.findings_log import FindingsLog, log
from journeybook.mkdocs.generated import GeneratedFile, GeneratedPage, Particulars
from journeybook.mkdocs.host_config import overrides_folder, portal_root, site_address
from journeybook.mkdocs.loading import Loaded
from journeybook.mkdocs.narrator import Narrator
from journeybook.mkdocs.override_faults import fault_of, page_about
from journeybook.mkdocs.placing import (
    add_front_page,
    move_translations,
    names_for,
    take_out_sources,
    written_at,
)
from journeybook.mkdocs.portal_links import PortalLinks
from journeybook.mkdocs.shown_blocks import ShownBlocks
from journeybook.model.addresses import FRONT, Address
from journeybook.model.portal_options import PortalOptions
from journeybook.pages import Context, PageView, plan, view_of
from journeybook.pages.entrances import entrances_below
from journeybook.pages.language_links import language_links
from journeybook.pages.ordinary import comments_on_page
from journeybook.pages.planned import PlannedPage
from journeybook.pages.scope import Scope, in_folder
from journeybook.pages.scope_of import scope_of
from journeybook.pages.titles import title_of
from journeybook.portal import Portal
from journeybook.portal.link_map import page_address
from journeybook.reading import Content
from journeybook.rendering import BlockHtml, Draw, Rendered, Renderer, templates_kept_in
from journeybook.words import Words

_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Edition:
    """A portal in one language on its way into the site."""

    context: Context
    pages: tuple[PlannedPage, ...]
    links: PortalLinks
    narrator: Narrator
    renderer: Renderer
    blocks: ShownBlocks
    root: Path
    """The portal's root folder."""
    overrides: Path | None
    """The folder of the author's own page templates."""
    serving: bool
    """Whether a server shows the pages to their author; then nothing is raised that is the author's to mend."""
    on_disk: Content
    """What the content folder holds now; the portal may be older, while the author mends something."""

    def title(self, page: PlannedPage) -> str:
        """The title of `page` as plain text."""
        return title_of(page, self.context)

    def view(self, page: PlannedPage) -> PageView:
        """What `page` shows."""
        return view_of(page, self.context)

    def make(self, page: PlannedPage, view: PageView | None = None) -> Rendered:
        """The body of `page`, of which somebody may have the `view` already."""
        try:
            return self.renderer.render(view or self.view(page))
        except TemplateError as error:
            if not (fault := fault_of(error, self.overrides, self.root)):
                raise
            if not self.serving:
                raise PluginError(fault) from error
            log.error("%s", fault)
            return page_about(fault, self.title(page))

    @property
    def language(self) -> str:
        """Its language."""
        return self.context.options.language

    @property
    def folder(self) -> str:
        """Its folder in the site; empty for the original, which stands at the root."""
        return self.context.scope.folder

    def below(self, path: str, title: str) -> str:
        """What stands below the ordinary page `path`, relative to the content folder."""
        content = self.context.portal.content
        translations = {page.path: page.of for page in content.translated_pages}
        if path not in content.pages and path not in translations:
            return ""
        comment = comments_on_page(self.context, path, title)
        entrances = entrances_below(self.context, translations.get(path, path))
        return self.renderer.below(comment, entrances) if comment or entrances else ""

    def above(self, address: Address, languages: tuple[str, ...]) -> str:
        """What stands above the ordinary page at `address`, which there is in `languages`."""
        links = language_links(self.context.scope, address, languages)
        return self.renderer.above(links, address) if links else ""

    def place(self, files: Files, config: MkDocsConfig) -> None:
        """Take the sources out of MkDocs' `files` and put a page in for each that is planned."""
        content = self.context.portal.content
        if self.folder:
            self.links.sources.update(move_translations(files, self.on_disk, self.language, config))
        else:
            take_out_sources(files, self.on_disk, config)
            self.links.sources.update({page_address(page): page for page in content.pages})
        written = written_at(files, config, self.pages, self.folder)
        self.links.sources.update({address: file.src_uri for address, file in written.items()})
        for page in self._named(written, files):
            self._add(page, self.links.sources[page.address], files, config)

    def replace(self, before: Edition, files: Files) -> None:
        """Take the place of `before` among MkDocs' `files`, in which the same ordinary pages stand.

        Pages it did not have are in none of them until somebody asks for them.
        """
        found = files.src_uris
        kept = {
            address: source
            for address, source in before.links.sources.items()
            if not isinstance(found.get(source), GeneratedFile | None)
        }
        self.links.sources.update(kept)
        self._named(kept, Files([file for file in files if not isinstance(file, GeneratedFile)]))

    def _named(self, written: Container[Address], files: Files) -> list[PlannedPage]:
        """The pages that the author has not `written`, which now have their names among `files`."""
        made = [page for page in self.pages if page.address not in written]
        self.links.sources.update(names_for(made, self.context.portal.content, files, self.folder))
        return made

    def page_in(self, files: Files, planned: PlannedPage, config: MkDocsConfig) -> GeneratedPage:
        """The page that is `planned`, in MkDocs' `files` as this edition has it.

        One that stands there already, maybe in the navigation, becomes it.
        """
        name = self.links.sources[planned.address]
        file = files.src_uris.get(name)
        if not file or not isinstance(file.page, GeneratedPage):
            return self._add(planned, name, files, config)
        if file.page.planned is not planned:
            file.page.become(planned, self._particulars(planned))
        return file.page

    def complete(self, files: Files, config: MkDocsConfig) -> None:
        """Put in a front page if there is none, now that every plugin has added its own."""
        self.links.sources[FRONT] = add_front_page(
            files, self.overviews(files), self.boards(files), config, self.folder
        )

    def overviews(self, files: Files) -> list[tuple[str, Page]]:
        """Atlas and overviews, each with its folder; the author's own page where there is one."""
        return self._placed(files, [page for page in self.pages if page.is_entrance])

    def boards(self, files: Files) -> list[tuple[str, Page]]:
        """Every board; the author's own where there is one."""
        return self._placed(files, [page for page in self.pages if page.is_board])

    def _placed(self, files: Files, pages: Iterable[PlannedPage]) -> list[tuple[str, Page]]:
        files_of = ((page.address, files.get_file_from_path(self.links.sources[page.address])) for page in pages)
        return [(address.path, file.page) for address, file in files_of if file and file.page]

    def _add(self, page: PlannedPage, name: str, files: Files, config: MkDocsConfig) -> GeneratedPage:
        place = page.place
        file = GeneratedFile(
            name,
            in_folder(page.address, self.folder),
            self._source(place.file) if place.file else None,
            config,
        )
        files.append(file)
        return GeneratedPage(file, config, page, self._particulars(page))

    @cached_property
    def _source(self) -> Callable[[str], str]:
        """Gives the whole path of a source file: one text for all pages of it, which come one after the other."""
        return lru_cache(maxsize=8)(str(self.root / "_").removesuffix("_").__add__)

    @cached_property
    def _make(self) -> Callable[[PlannedPage], Rendered]:
        """One for all pages."""
        return self.make

    def _particulars(self, page: PlannedPage) -> Particulars:
        place = page.place
        return Particulars(
            title=self.title(page),
            meta=self._front_matter(page),
            edit_url=self.context.edit(place.file, place.span.line) if place.file else None,
            make=self._make,
        )

    def _front_matter(self, page: PlannedPage) -> Mapping[str, Any]:
        """What the author would have written for Material's plugins."""
        if page.is_about_one and (tags := self.context.portal.entity(page.key).tags):
            return {"tags": [escape(tag, quote=False) for tag in tags]}
        return _NOTHING


@dataclass(frozen=True)
class Editions:
    """The portal in each of its languages."""

    all: tuple[Edition, ...]
    """The original first."""

    @property
    def original(self) -> Edition:
        """The edition in the portal's own language."""
        return self.all[0]

    @cached_property
    def _by_source(self) -> Mapping[str, tuple[Edition, Address]]:
        # The original comes last: a page that others only borrow from it is its own.
        return {
            source: (edition, address)
            for edition in reversed(self.all)
            for address, source in edition.links.sources.items()
        }

    def of(self, src_uri: str) -> Edition:
        """The edition that the page MkDocs knows as `src_uri` belongs to."""
        return self._by_source[src_uri][0] if src_uri in self._by_source else self.original

    def address_of(self, src_uri: str) -> Address | None:
        """Where that page stands in its edition; None for a page that is none of ours, nor the author's."""
        return self._by_source[src_uri][1] if src_uri in self._by_source else None

    def languages_of(self, address: Address) -> tuple[str, ...]:
        """The languages in which there is a page at `address`."""
        return tuple(edition.language for edition in self.all if address in edition.links.sources)

    def place(self, files: Files, config: MkDocsConfig) -> None:
        """Take the sources out of MkDocs' `files` and put the pages of every edition in."""
        for edition in self.all:
            edition.place(files, config)

    def complete(self, files: Files, config: MkDocsConfig) -> None:
        """Give every edition a front page."""
        for edition in self.all:
            edition.complete(files, config)

    def names(self) -> Iterator[str]:
        """The path under which MkDocs knows each page of the engine, one edition after the other."""
        for edition in self.all:
            yield from (edition.links.sources[page.address] for page in edition.pages)

    def above(self, src_uri: str) -> str:
        """What stands above an ordinary page."""
        address = self.address_of(src_uri)
        return self.of(src_uri).above(address, self.languages_of(address)) if address else ""


def editions_of(
    published: Loaded,
    on_disk: Content,
    config: MkDocsConfig,
    *,
    serving: bool,
    mending: bool,
    draw: Draw | None = None,
) -> Editions:
    """The editions that publish `published`; while its author is `mending` files, lost links are no news.

    Without `draw` a script draws diagrams in the page.
    """
    options, findings = published.options, FindingsLog(portal_root(config), muted=mending)
    found: list[Edition] = []
    for language in options.editions:
        portal = published.translations.get(language, published.portal)
        scope = scope_of(portal, language, options.editions, has_past=bool(published.history))
        context = _context(portal, replace(options, language=language), scope, published, config)
        found.append(_edition(context, on_disk, config, findings, draw, serving=serving))
    return Editions(tuple(found))


def _context(
    portal: Portal, options: PortalOptions, scope: Scope, published: Loaded, config: MkDocsConfig
) -> Context:
    return Context(
        portal=portal,
        options=options,
        words=Words(options.language),
        scope=scope,
        as_of=published.as_of,
        history=published.history,
        directory_urls=config.use_directory_urls,
        site=site_address(config),
        edit=edit_link(config),
    )


def _edition(
    context: Context,
    on_disk: Content,
    config: MkDocsConfig,
    findings: FindingsLog,
    draw: Draw | None,
    *,
    serving: bool,
) -> Edition:
    portal, root = context.portal, portal_root(config)
    links = PortalLinks(portal, config.use_directory_urls, findings, context.words, context.scope)
    custom = (Path(config.theme.custom_dir),) if config.theme.custom_dir else ()
    overrides, kept = overrides_folder(config), templates_kept_in(root)
    blocks = ShownBlocks(BlockHtml(context, custom, kept), links, root, overrides, serving, draw)
    narrator = Narrator(config, links, blocks)
    return Edition(
        context=context,
        pages=plan(portal, has_past=bool(context.history)),
        links=links,
        narrator=narrator,
        renderer=Renderer(context, narrator, custom, draw, kept),
        blocks=blocks,
        root=root,
        overrides=overrides,
        serving=serving,
        on_disk=on_disk,
    )
