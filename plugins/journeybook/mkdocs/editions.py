"""One build of the portal: what MkDocs' events share from `on_files` on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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
from journeybook.mkdocs.generated import GeneratedFile, GeneratedPage
from journeybook.mkdocs.host_config import overrides_folder, portal_root, site_address
from journeybook.mkdocs.loading import Loaded
from journeybook.mkdocs.narrator import Narrator
from journeybook.mkdocs.override_faults import fault_of, page_about
from journeybook.mkdocs.placing import names_for, take_out_sources, written_at
from journeybook.mkdocs.portal_links import PortalLinks
from journeybook.pages import Context, plan, view_of
from journeybook.pages.entrances import entrances_below
from journeybook.pages.ordinary import comments_on_page
from journeybook.pages.planned import PlannedPage
from journeybook.pages.titles import title_of
from journeybook.reading import Content
from journeybook.rendering import Rendered, Renderer
from journeybook.words import Words

_BOOST = dict.fromkeys(("index", "stage", "atlas", "board", "boards"), 0.5)
"""A step stands on the page of its journey, of its stage and on boards; readers who search want the first."""


@dataclass(frozen=True)
class Edition:
    """A portal on its way into the site."""

    context: Context
    pages: tuple[PlannedPage, ...]
    links: PortalLinks
    renderer: Renderer
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

    def make(self, page: PlannedPage) -> Rendered:
        """The body of `page`."""
        try:
            return self.renderer.render(view_of(page, self.context))
        except TemplateError as error:
            if not (fault := fault_of(error, self.overrides, self.root)):
                raise
            if not self.serving:
                raise PluginError(fault) from error
            log.error("%s", fault)
            return page_about(fault, self.title(page))

    def below(self, path: str, title: str) -> str:
        """What stands below the ordinary page `path`, relative to the content folder."""
        if path not in self.context.portal.content.pages:
            return ""
        comment, entrances = comments_on_page(self.context, path, title), entrances_below(self.context, path)
        return self.renderer.below(comment, entrances) if comment or entrances else ""

    def place(self, files: Files, config: MkDocsConfig) -> None:
        """Take the sources out of MkDocs' `files` and put a page in for each that is planned."""
        take_out_sources(files, self.on_disk, config)
        written = written_at(files, config, self.pages)
        made = [page for page in self.pages if page.address not in written]
        names = names_for(made, self.context.portal.content, files)
        self.links.sources.update({address: file.src_uri for address, file in written.items()})
        self.links.sources.update(names)
        for page in made:
            self._add(page, names[page.address], files, config)

    def overviews(self, files: Files) -> list[tuple[str, Page]]:
        """Atlas and overviews, each with its folder; the author's own page where there is one."""
        return self._placed(files, [page for page in self.pages if page.is_entrance])

    def boards(self, files: Files) -> list[tuple[str, Page]]:
        """Every board; the author's own where there is one."""
        return self._placed(files, [page for page in self.pages if page.template == "board"])

    def _placed(self, files: Files, pages: Iterable[PlannedPage]) -> list[tuple[str, Page]]:
        files_of = ((page.address, files.get_file_from_path(self.links.sources[page.address])) for page in pages)
        return [(address.path, file.page) for address, file in files_of if file and file.page]

    def _add(self, page: PlannedPage, name: str, files: Files, config: MkDocsConfig) -> None:
        place = page.place
        file = GeneratedFile(name, page.address, self.root / place.file if place.file else None, config)
        files.append(file)
        GeneratedPage(
            file,
            config,
            title=self.title(page),
            meta=self._front_matter(page),
            edit_url=self.context.edit(place.file, place.span.line) if place.file else None,
            planned=page,
            make=lambda: self.make(page),
        )

    def _front_matter(self, page: PlannedPage) -> dict[str, Any]:
        """What the author would have written for Material's plugins."""
        front: dict[str, Any] = {}
        if page.template in _BOOST:
            front["search"] = {"boost": _BOOST[page.template]}
        if page.is_about_one and (tags := self.context.portal.entity(page.key).tags):
            front["tags"] = [escape(tag, quote=False) for tag in tags]
        return front


def edition_of(
    published: Loaded, on_disk: Content, config: MkDocsConfig, *, serving: bool, mending: bool
) -> Edition:
    """The edition that publishes `published`; while its author is `mending` files, lost links are no news."""
    portal, options, root = published.portal, published.options, portal_root(config)
    findings = FindingsLog(root, muted=mending)
    links = PortalLinks(portal, config.use_directory_urls, findings)
    context = Context(
        portal=portal,
        options=options,
        words=Words(options.language),
        as_of=published.as_of,
        directory_urls=config.use_directory_urls,
        site=site_address(config),
        edit=edit_link(config),
    )
    custom = (Path(config.theme.custom_dir),) if config.theme.custom_dir else ()
    return Edition(
        context=context,
        pages=plan(portal),
        links=links,
        renderer=Renderer(context, Narrator(config, links), custom),
        root=root,
        overrides=overrides_folder(config),
        serving=serving,
        on_disk=on_disk,
    )
