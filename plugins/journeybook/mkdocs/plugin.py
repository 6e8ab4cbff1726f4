"""The MkDocs plugin: its events, each a few words to the modules that know how."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from journeybook.exchange.generate.navigation import without_paths
from journeybook.history.looking_back import Memory
from journeybook.mkdocs.beside import add_files_beside, feed_link
from journeybook.mkdocs.edit_links import correct_default, without_edit_links
from journeybook.mkdocs.edition_indexes import split_index, split_site_map, tell_guides, with_languages
from journeybook.mkdocs.editions import Editions, editions_of
from journeybook.mkdocs.findings_log import report, verdict
from journeybook.mkdocs.fresh_schemas import renew_schemas
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
from journeybook.mkdocs.site_changes import Published
from journeybook.mkdocs.staged_build import StagedBuild, will_be_refused
from journeybook.mkdocs.theme_assets import asset_files, speak, use_assets, use_own_host_only
from journeybook.mkdocs.theme_templates import keep_compiled
from journeybook.mkdocs.twin_files import TwinFiles, twin_link
from journeybook.mkdocs.watching import watch
from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook.model.text import Audience
from journeybook.reading import ReadFiles
from journeybook.reading.garbage import GarbagePause, end_without_search

BEFORE_ALL, FIRST, EARLY, LAST, VERY_LAST = 101, 100, 50, -100, -101
WHEN_ALL_IS_WRITTEN = -1000
JUST_BEFORE_SEARCH, JUST_AFTER_SEARCH = 1, -1
"""Priorities: other plugins shall find our pages, and we what other plugins make of the navigation."""


class PluginOptions(Config):
    """None: what a portal can be told stands in `journeybook.yml`."""


class JourneybookPlugin(BasePlugin[PluginOptions]):
    """Publishes a portal with MkDocs."""

    def __init__(self) -> None:
        super().__init__()
        self._serving = False
        self._on_demand = False
        self._audience: Audience | None = None
        self._read: Loaded
        self._published: Loaded | None = None
        """What was good last."""
        self._problems: tuple[Diagnostic, ...] = ()
        self._memory = Memory()
        self._files = ReadFiles(on_disk=True)
        self._seen: Loaded | None = None
        self._ready_diagrams = ReadyDiagrams()
        self._editions: Editions
        self._shells: PageShells | None = None
        self._twins: TwinFiles | None = None
        self._searched: Searched
        self._quick: QuickBuild | None = None
        self._nav: Navigation
        self._staged: StagedBuild | None = None
        self._garbage = GarbagePause()
        self.published: Published | None = None
        """What the last build did to the site, if it went well."""
        self._in_pieces = False
        """Whether the search is that of large portals."""
        self._guides: dict[str, dict[str, Any]] = {}

    def on_startup(self, *, command: str, **_: object) -> None:
        """Note whether a server runs; the plugin then lives as long as it does."""
        self._serving = command == "serve"
        self._on_demand = False
        if not self._serving:
            end_without_search()

    def build_for(self, audience: Audience | None) -> None:
        """Build for `audience` from now on, whatever `journeybook.yml` says; None: for the one it names."""
        self._audience = audience

    def make_on_demand(self) -> None:
        """Leave it to a server to ask for each page, and to show what is wrong."""
        self._on_demand = True

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
        once = not self._serving
        self._seen = load(config, self._memory, self._files, self._audience, self._seen, once=once)
        return self._seen

    def take(self, read: Loaded, *, strict: bool = False) -> str | None:
        """Publish what was `read`, unless something is wrong with it: that is returned in a line."""
        # Practice is told once, and by a server of ours in a quiet moment: to count it would keep a page waiting.
        is_for_now = self._on_demand or (self._serving and self._published is not None)
        report(read.findings, None if is_for_now else read.count_advice())
        problem = verdict(read.findings, strict=strict)
        self._read = read
        self._problems = read.findings if problem else ()
        self._published = (self._published or blank(read)) if problem else read
        return problem

    def finish(self, config: MkDocsConfig) -> None:
        """Do what is read for an answer at once leaves for later."""
        renew_schemas(config, self._read.whole)
        notes = [one for one in self._read.findings if one.severity is Severity.INFO]
        report(notes, self._read.count_advice())

    def show_anew(self, files: Files, config: MkDocsConfig) -> None:
        """Make the editions of what was good last, among MkDocs' `files` with the same ordinary pages."""
        drawer = self._ready_diagrams.drawer(self.loaded.options, config)
        content = self.loaded.portal.content
        editions = editions_of(self.loaded, content, config, serving=True, mending=False, draw=drawer)
        for edition, before in zip(editions.all, self._editions.all, strict=True):
            edition.replace(before, files)
        self._editions = editions
        self._shells = PageShells(editions, files, config) if len(editions.all) > 1 else None

    @event_priority(FIRST)
    def _stage(self, config: MkDocsConfig, /) -> None:
        self._end_staging()  # of a build that was interrupted
        self.published = None
        self._staged = None if self._on_demand else StagedBuild(config)
        if self._staged:
            self._garbage.begin()

    @event_priority(EARLY)
    def _prepare(self, config: MkDocsConfig, /) -> None:
        # Everything is read and checked while the last good site still stands.
        read = self.look_again(config)
        if not self._on_demand:
            renew_schemas(config, read.whole)
        problem = self.take(read, strict=config.strict and not self._serving)
        if problem and not self._serving:
            raise PluginError(problem)
        correct_default(config)
        if read.options.audience == "public" and read.options.edit_links != "public":
            without_edit_links(config)
        use_own_host_only(config)
        speak(config, read.options.language)
        watch(config)

    @event_priority(VERY_LAST)
    def _settle(self, _: MkDocsConfig, /) -> None:
        if self._staged:
            self._staged.settle()

    on_config = cast("Any", CombinedEvent(_stage, _prepare, _settle))  # MkDocs' types know no combined one here

    @event_priority(EARLY)
    def _place_pages(self, files: Files, /, *, config: MkDocsConfig) -> None:
        # Only now every plugin has had its say in the settings (`offline` turns directory URLs off).
        published = self._published or self._read
        drawer = self._ready_diagrams.drawer(published.options, config)
        self._editions = editions_of(
            published,
            self._read.portal.content,
            config,
            serving=self._serving,
            mending=bool(self._problems),
            draw=drawer,
        )
        self._editions.place(files, config)
        if drawer:
            draw_ahead(drawer, self._editions)
        draws = drawer is None or authors_draw(files, self._editions)
        use_assets(config, draws=draws)
        links = PageLinksExtension(lambda path: self._editions.of(path).links)
        add_to_pages(config, links, blocks_on_pages(lambda path: self._editions.of(path).blocks))
        self._shells = None
        self._searched = Searched(config)
        original = self._editions.original
        large = is_large(original.context.portal, len(original.pages))
        self._in_pieces = large and self._searched.takes_entries and is_material(config)
        for file in asset_files(config, draws=draws, searches=self._in_pieces):
            files.append(file)
        for edition in self._editions.all:
            add_files_beside(files, edition, config)

    @event_priority(LAST)
    def _complete(self, files: Files, /, *, config: MkDocsConfig) -> None:
        self._editions.complete(files, config)
        self._shells = PageShells(self._editions, files, config) if len(self._editions.all) > 1 else None
        links = self._editions.original.links
        config.nav = without_paths(config.nav, self._read.left_out.paths)
        config.nav = with_known_names(config.nav, lambda path: links.known_as("", path, files.src_uris) or path)
        # While serving nobody but the author would read them, and edits shall show at once.
        self._twins = None if self._serving else TwinFiles(self._editions, self._read.left_out, files, config)
        if self._on_demand:
            set_apart(files)

    on_files = CombinedEvent(_place_pages, _complete)

    @event_priority(FIRST)
    def _arrange(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the author's navigation, or make one of ordinary pages and overviews."""
        if config.nav is None:
            return arranged(nav, self._editions.original.overviews(files))
        give_author_titles(config.nav, files)
        return nav

    @event_priority(VERY_LAST)
    def _set_apart(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        quick = not self._on_demand and is_material(config) and takes_quick_way(self._read.options.render, config)
        listed = self._shells.listed(nav) if self._shells else nav.pages
        self._quick = QuickBuild(files, nav, listed, config) if quick else None
        self._nav = nav
        return nav

    on_nav = CombinedEvent(_arrange, _set_apart)

    @event_priority(BEFORE_ALL)
    def _read_apart(self, env: Environment, /, **_: object) -> Environment:
        if self._quick:
            self._quick.read()
        return env

    @event_priority(VERY_LAST)
    def _make_apart(self, env: Environment, /, *, config: MkDocsConfig, **_: object) -> Environment:
        keep_compiled(env, portal_root(config))
        if self._in_pieces:
            use_worker(env)
        if self._shells:
            self._shells.translate(self._nav)
        if self._quick and self._staged:
            around = Around(self._surround, self._spoken, self._head_of, self._with_problems)
            sinks = Sinks(self._twins, self._searched, self._staged.site)
            inputs = "" if self._problems else inputs_of(self._read, self._files.state, config)
            self._quick.start(env, around, self._editions, sinks, inputs)
        return env

    on_env = CombinedEvent(_read_apart, _make_apart)

    def on_template_context(self, context: TemplateContext, /, **_: object) -> TemplateContext:
        """List all pages, whoever makes them."""
        if self._quick:
            context["pages"] = self._quick.all_pages
        return context

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Leave out of the author's own pages what names something that the build leaves out."""
        path = page.file.src_uri
        language = self._editions.of(path).language
        return self._read.left_out.text(markdown, f"{content_folder(config)}/{path}", language)

    def on_page_content(self, html: str, /, *, page: Page, **_: object) -> str:
        """Let readers comment on the author's own pages too."""
        if self._twins:
            self._twins.write(page)
        if isinstance(page, GeneratedPage):
            return html
        path = page.file.src_uri
        below = self._editions.of(path).below(path, cast("str", page.title))
        return self._editions.above(path) + html + below

    @event_priority(JUST_BEFORE_SEARCH)
    def _show_search(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        if isinstance(page, GeneratedPage):
            if self._searched.takes_entries:
                self._searched.note(page.file, cast("str", page.title), page.found, page.meta)
            page.show_search()
        return context

    @event_priority(JUST_AFTER_SEARCH)
    def _show_readers(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        if isinstance(page, GeneratedPage):
            page.show_readers()
        return context

    @event_priority(LAST)
    def _speak(self, context: TemplateContext, /, *, page: Page, nav: Navigation, **_: object) -> TemplateContext:
        if self._shells:
            self._shells.surround(context, page, nav)
        if self._quick:
            context["pages"] = self._quick.all_pages
        return context

    on_page_context = CombinedEvent(_show_search, _show_readers, _speak)

    def on_post_page(self, output: str, /, *, page: Page, **_: object) -> str:
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

    @event_priority(BEFORE_ALL)
    def _finish_apart(self, **_: object) -> None:
        if self._quick:
            self._quick.finish()

    @event_priority(FIRST)
    def _add_to_search(self, *, config: MkDocsConfig) -> None:
        names = self._editions.names()
        if not self._in_pieces:
            self._searched.add(names)
            return
        split = self._shells is not None and self._shells.splits_search
        folders = [edition.folder for edition in self._editions.all[1:]] if split else []
        self._guides = write_pieces(
            self._searched.found(names), Path(config.site_dir), folders, portal_root(config)
        )

    @event_priority(VERY_LAST)
    def _write_lists(self, *, config: MkDocsConfig) -> None:
        # And divide among the languages what scripts fetch: every plugin has written its own.
        if self._twins:
            self._twins.write_lists(config.site_dir)
        if self._shells and self._shells.splits_search:
            split_index(Path(config.site_dir), self._editions, self._shells.search_words)
            split_site_map(Path(config.site_dir), self._editions)
        if self._in_pieces:
            tell_guides(Path(config.site_dir), self._guides)

    @event_priority(WHEN_ALL_IS_WRITTEN)
    def _publish(self, **_: object) -> None:
        if self._staged and (self._serving or not will_be_refused()):
            staged, self._staged = self._staged, None
            self.published = staged.publish(self._quick.remade if self._quick else None)
        self._garbage.end()

    on_post_build = cast("Any", CombinedEvent(_finish_apart, _add_to_search, _write_lists, _publish))

    def on_build_error(self, **_: object) -> None:
        """Leave the site that stands."""
        self._end_staging()

    def on_shutdown(self) -> None:
        """Leave nothing beside the site."""
        self._end_staging()

    def _end_staging(self) -> None:
        if self._quick:
            self._quick.stop()
        if self._staged:
            self._staged.end()
            self._staged = None
        self._garbage.end()

    def on_post_template(self, output_content: str, /, *, template_name: str, **_: object) -> str:
        """The same for pages of the theme; the list of all pages names their languages."""
        if template_name == "sitemap.xml" and self._shells:
            return with_languages(output_content, self._editions)
        return self._with_problems(output_content) if template_name.endswith(".html") else output_content

    def _with_problems(self, html: str) -> str:
        if not self._problems or self._on_demand:
            return html
        return with_overlay(html, self._problems, self._editions.original.context.words)
