"""What the plugin does at each of MkDocs' events: a few words to the modules that know how."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from journeybook.exchange.generate.navigation import without_paths
from journeybook.history.git_program import Missing
from journeybook.history.looking_back import Memory
from journeybook.mkdocs.asked import Asked
from journeybook.mkdocs.beside import add_files_beside, feed_link
from journeybook.mkdocs.edit_links import correct_default, without_edit_links
from journeybook.mkdocs.edition_indexes import split_index, split_site_map, tell_guides, with_languages
from journeybook.mkdocs.editions import Editions, editions_of
from journeybook.mkdocs.findings_log import report, verdict
from journeybook.mkdocs.fresh_schemas import renew_schemas, tell_fault
from journeybook.mkdocs.generated import GeneratedPage, set_apart
from journeybook.mkdocs.head_lines import kind_of_page, with_in_head
from journeybook.mkdocs.host_config import content_folder, is_material, portal_root
from journeybook.mkdocs.loading import Loaded, blank, load
from journeybook.mkdocs.markdown_links import PageLinksExtension, add_to_pages
from journeybook.mkdocs.navigation import arranged, give_author_titles, with_known_names
from journeybook.mkdocs.overlay import with_overlay
from journeybook.mkdocs.page_shells import PageShells
from journeybook.mkdocs.quick.build import Around, QuickBuild, Sinks
from journeybook.mkdocs.quick.last_build import inputs_of
from journeybook.mkdocs.quick.listeners import takes_quick_way
from journeybook.mkdocs.ready_diagrams import ReadyDiagrams, authors_draw, draw_ahead
from journeybook.mkdocs.search_pieces import is_large, use_worker, write_pieces
from journeybook.mkdocs.searched import Searched
from journeybook.mkdocs.shown_blocks import blocks_on_pages
from journeybook.mkdocs.site_staging import Remake, StagedSite
from journeybook.mkdocs.templates_ahead import compiled_ahead
from journeybook.mkdocs.theme_assets import asset_files, speak, use_assets, use_own_host_only
from journeybook.mkdocs.theme_templates import keep_compiled
from journeybook.mkdocs.twin_files import TwinFiles, twin_link
from journeybook.mkdocs.watching import watch
from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook.reading import ReadFiles, SeenFiles
from journeybook.reading.aside import Aside


class PortalEvents:
    """Publishes a portal with MkDocs. Its methods are called like MkDocs' events, or like a part of one."""

    def __init__(self, asked: Asked, files: ReadFiles | None = None) -> None:
        """`asked` may change from build to build; `files` may have begun to be read."""
        self._asked = asked
        self._read: Loaded
        self._published: Loaded | None = None
        """What was good last."""
        self._problems: tuple[Diagnostic, ...] = ()
        self._memory = Memory()
        self._files = files or ReadFiles(on_disk=True)
        self._seen: Loaded | None = None
        self._ready_diagrams = ReadyDiagrams()
        self._editions: Editions
        self._shells: PageShells | None = None
        self._twins: TwinFiles | None = None
        self._searched: Searched
        self._quick: QuickBuild | None = None
        self._nav: Navigation
        self._in_pieces = False
        """Whether the search is that of large portals."""
        self._guides: dict[str, dict[str, Any]] = {}
        self._for_authors: Aside[tuple[str, int]] | None = None
        """For authors, and nobody waits for it: why schemas are not renewed, and how much advice there is."""

        self._compiling: Aside[None] | None = None
        """Another process that compiles templates."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the content now, so that an older state of it is shown."""
        return self._problems

    @property
    def editions(self) -> Editions:
        """What is shown."""
        return self._editions

    @property
    def loaded(self) -> Loaded:
        """What was good last."""
        return self._published or self._read

    def look_again(self, config: MkDocsConfig) -> Loaded:
        """What the files hold now, read for an answer at once."""
        asked = self._asked
        once = not asked.serving
        self._files.seen = None if once else self._files.seen or SeenFiles()
        self._seen = load(config, self._memory, self._files, asked.audience, self._seen, once=once)
        return self._seen

    def take(self, read: Loaded, *, strict: bool = False) -> str | None:
        """Publish what was `read`, unless something is wrong with it: that is returned in a line."""
        # Practice is told once, and by a server of ours in a quiet moment: to count it would keep a page waiting.
        is_first = self._asked.serving and not self._asked.on_demand and self._published is None
        report(read.findings, read.count_advice() if is_first else None)
        problem = verdict(read.findings, strict=strict)
        self._read = read
        self._problems = read.findings if problem else ()
        self._published = (self._published or blank(read)) if problem else read
        return problem

    def finish(self, config: MkDocsConfig) -> None:
        """Do what is read for an answer at once leaves for later."""
        tell_fault(renew_schemas(config, self._read.whole))
        self._tell_notes(self._read.count_advice())

    def _tell_notes(self, advice: int) -> None:
        report((one for one in self._read.findings if one.severity is Severity.INFO), advice)

    def show_anew(self, files: Files, config: MkDocsConfig) -> None:
        """Make the editions of what was good last, among MkDocs' `files` with the same ordinary pages."""
        drawer = self._ready_diagrams.drawer(self.loaded.options, config)
        content = self.loaded.portal.content
        editions = editions_of(self.loaded, content, config, serving=True, mending=False, draw=drawer)
        for edition, before in zip(editions.all, self._editions.all, strict=True):
            edition.replace(before, files)
        self._editions = editions
        self._shells = PageShells(editions, files, config) if len(editions.all) > 1 else None

    def prepare(self, config: MkDocsConfig) -> None:
        """Read and check everything while the last good site still stands."""
        read = self.look_again(config)
        if self._asked.serving and not self._asked.on_demand:
            tell_fault(renew_schemas(config, read.whole))
        problem = self.take(read, strict=config.strict and not self._asked.serving)
        if not self._asked.serving:
            self._for_authors = Aside(partial(_done_for_authors, config, read))
        if problem and not self._asked.serving:
            self._end_for_authors()
            raise PluginError(problem)
        correct_default(config)
        if read.options.audience == "public" and read.options.edit_links != "public":
            without_edit_links(config)
        use_own_host_only(config)
        speak(config, read.options.language)
        watch(config)

    def _end_for_authors(self) -> None:
        done, self._for_authors = self._for_authors, None
        if done:
            fault, advice = done.result()
            tell_fault(fault)
            self._tell_notes(advice)

    def place_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Put our pages among `files`; only now every plugin has had its say in the settings.

        (`offline` turns directory URLs off.)
        """
        published = self._published or self._read
        drawer = self._ready_diagrams.drawer(published.options, config)
        self._editions = editions_of(
            published,
            self._read.portal.content,
            config,
            serving=self._asked.serving,
            mending=bool(self._problems),
            draw=drawer,
        )
        original = self._editions.original
        self._searched = Searched(config)
        large = is_large(original.context.portal, len(original.pages))
        self._in_pieces = large and self._searched.takes_entries and is_material(config)
        if not self._asked.serving:
            self._compiling = compiled_ahead(self._editions, config, in_pieces=self._in_pieces)
        self._editions.place(files, config)
        if drawer:
            draw_ahead(drawer, self._editions)
        draws = drawer is None or authors_draw(files, self._editions)
        use_assets(config, draws=draws)
        links = PageLinksExtension(lambda path: self._editions.of(path).links)
        add_to_pages(config, links, blocks_on_pages(lambda path: self._editions.of(path).blocks))
        self._shells = None
        for file in asset_files(config, draws=draws, searches=self._in_pieces):
            files.append(file)
        for edition in self._editions.all:
            add_files_beside(files, edition, config)

    def complete(self, files: Files, config: MkDocsConfig) -> None:
        """Add what goes with all `files`, those of other plugins among them."""
        self._editions.complete(files, config)
        self._shells = PageShells(self._editions, files, config) if len(self._editions.all) > 1 else None
        links = self._editions.original.links
        config.nav = without_paths(config.nav, self._read.left_out.paths)
        config.nav = with_known_names(config.nav, lambda path: links.known_as("", path, files.src_uris) or path)
        # While serving nobody but the author would read them, and edits shall show at once.
        self._twins = None
        if not self._asked.serving:
            self._twins = TwinFiles(self._editions, self._read.left_out, files, config)
        if self._asked.on_demand:
            set_apart(files)

    def arrange(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the author's navigation, or make one of ordinary pages and overviews."""
        if config.nav is None:
            return arranged(nav, self._editions.original.overviews(files))
        give_author_titles(config.nav, files)
        return nav

    def keep_apart(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Keep pages from MkDocs that can be made apart from it."""
        render = self._read.options.render
        quick = not self._asked.on_demand and is_material(config) and takes_quick_way(render, config)
        listed = self._shells.listed(nav) if self._shells else nav.pages
        self._quick = QuickBuild(files, nav, listed, config) if quick else None
        self._nav = nav

    def read_apart(self) -> None:
        """Have those pages know their front matter."""
        if self._quick:
            self._quick.read()

    def make_apart(self, env: Environment, config: MkDocsConfig, site: StagedSite | None) -> None:
        """Begin to make them, into `site`."""
        self._end_for_authors()
        self._files.end()
        keep_compiled(env, portal_root(config))
        if self._in_pieces:
            use_worker(env)
        if self._shells:
            self._shells.translate(self._nav)
        if self._quick and site:
            around = Around(self._surround, self._spoken, self._head_of, self._with_problems)
            sinks = Sinks(self._twins, self._searched, site)
            inputs = "" if self._problems else inputs_of(self._read, self._files.state, config)
            self._quick.start(env, around, self._editions, sinks, inputs)

    def template_context(self, context: TemplateContext) -> None:
        """List all pages, whoever makes them."""
        if self._quick:
            context["pages"] = self._quick.all_pages

    def page_markdown(self, markdown: str, page: Page, config: MkDocsConfig) -> str:
        """Leave out of the author's own pages what names something that the build leaves out."""
        path = page.file.src_uri
        language = self._editions.of(path).language
        return self._read.left_out.text(markdown, f"{content_folder(config)}/{path}", language)

    def page_content(self, html: str, page: Page) -> str:
        """Let readers comment on the author's own pages too."""
        if self._twins:
            self._twins.write(page)
        if isinstance(page, GeneratedPage):
            return html
        path = page.file.src_uri
        below = self._editions.of(path).below(path, cast("str", page.title))
        return self._editions.above(path) + html + below

    def show_search(self, page: Page) -> None:
        """Let search plugins see what is found on a page of ours."""
        if isinstance(page, GeneratedPage):
            if self._searched.takes_entries:
                self._searched.note(page.file, cast("str", page.title), page.found, page.meta)
            page.show_search()

    def show_readers(self, page: Page) -> None:
        """Give it back what readers see."""
        if isinstance(page, GeneratedPage):
            page.show_readers()

    def speak(self, context: TemplateContext, page: Page, nav: Navigation) -> None:
        """Surround a page with its language, and list all pages."""
        self._surround(context, page, nav)
        self.template_context(context)

    def post_page(self, output: str, page: Page) -> str:
        """Say in which language the page is and where its twin and the feed stand; lay over it what is wrong."""
        return self._with_problems(with_in_head(self._spoken(output, page), self._head_of(page)))

    def _surround(self, context: Any, page: Page, nav: Navigation) -> None:
        if self._shells:
            self._shells.surround(context, page, nav)

    def _spoken(self, html: str, page: Page) -> str:
        return self._shells.spoken(html, page) if self._shells else html

    def _head_of(self, page: Page) -> str:
        """What only `page` says in its head."""
        others = self._shells.others(page) if self._shells else ""
        own = page.linked_data + kind_of_page(page.planned.template) if isinstance(page, GeneratedPage) else ""
        twin = twin_link(page) if self._twins and self._twins.has(page) else ""
        return others + own + twin + feed_link(self._editions.of(page.file.src_uri), page.file.dest_uri)

    def finish_apart(self) -> None:
        """Wait until the pages are made that MkDocs leaves alone."""
        if self._quick:
            self._quick.finish()
        if self._compiling:
            self._compiling.end()

    def add_to_search(self, config: MkDocsConfig) -> None:
        """Hand over to the search what is found on all pages."""
        names = self._editions.names()
        if not self._in_pieces:
            self._searched.add(names)
            return
        split = self._shells is not None and self._shells.splits_search
        folders = [edition.folder for edition in self._editions.all[1:]] if split else []
        self._guides = write_pieces(
            self._searched.found(names), Path(config.site_dir), folders, portal_root(config)
        )

    def write_lists(self, config: MkDocsConfig) -> None:
        """Write the lists of twins, and divide what scripts fetch among the languages: all others have written."""
        if self._twins:
            self._twins.write_lists(config.site_dir)
        if self._shells and self._shells.splits_search:
            split_index(Path(config.site_dir), self._editions, self._shells.search_words)
            split_site_map(Path(config.site_dir), self._editions)
        if self._in_pieces:
            tell_guides(Path(config.site_dir), self._guides)

    @property
    def is_repeatable(self) -> bool:
        """Whether the next build, from the same, will say the same and give the same."""
        has_asked = self._read.history.missing is not Missing.ANSWER
        return has_asked and not (self._problems or self._ready_diagrams.has_drawn)

    def remade(self) -> Remake | None:
        """Who gives anew what was to stay of the site and has gone."""
        return self._quick.remade if self._quick else None

    def stop(self) -> None:
        """Leave what is not made."""
        if self._for_authors:
            self._for_authors.end()
            self._for_authors = None
        if self._compiling:
            self._compiling.end()
        if self._quick:
            self._quick.stop()

    def post_template(self, output_content: str, template_name: str) -> str:
        """The same for pages of the theme; the list of all pages names their languages."""
        if template_name == "sitemap.xml" and self._shells:
            return with_languages(output_content, self._editions)
        return self._with_problems(output_content) if template_name.endswith(".html") else output_content

    def _with_problems(self, html: str) -> str:
        if not self._problems or self._asked.on_demand:
            return html
        return with_overlay(html, self._problems, self._editions.original.context.words)


def _done_for_authors(config: MkDocsConfig, read: Loaded) -> tuple[str, int]:
    return renew_schemas(config, read.whole), read.count_advice()
