"""The MkDocs plugin: its events, each a few words to those who know how.

What they need is read when there is something to do: where nothing has changed since the last build, there is not.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from journeybook.mkdocs.asked import Asked
from journeybook.mkdocs.site_changes import Published
from journeybook.mkdocs.staged_build import StagedBuild, will_be_refused
from journeybook.mkdocs.unchanged.same_again import SameAgain
from journeybook.reading.garbage import GarbagePause, end_without_search

if TYPE_CHECKING:
    from jinja2 import Environment

    from journeybook.mkdocs.portal_events import PortalEvents
    from journeybook.model.text import Audience
    from journeybook.reading import ReadFiles

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
        self._asked = Asked()
        self._staged: StagedBuild | None = None
        self._garbage = GarbagePause()
        self._files: ReadFiles | None = None
        """What other processes have begun to read."""
        self._again: SameAgain | None = None
        """What tells whether this build would give what stands; None where nobody can tell."""
        self.published: Published | None = None
        """What the last build did to the site, if it went well."""

    @cached_property
    def portal(self) -> PortalEvents:
        """Who does what is to be done."""
        from journeybook.mkdocs.portal_events import PortalEvents

        return PortalEvents(self._asked, self._files)

    def on_startup(self, *, command: str, **_: object) -> None:
        """Note whether a server runs."""
        self._asked.serving = command == "serve"
        self._asked.on_demand = False
        if not self._asked.serving:
            end_without_search()

    def build_for(self, audience: Audience | None) -> None:
        """Build for `audience` from now on, whatever `journeybook.yml` says; None: for the one it names."""
        self._asked.audience = audience

    def make_on_demand(self) -> None:
        """Leave it to a server to ask for each page, and to show what is wrong."""
        self._asked.on_demand = True

    @property
    def _stands(self) -> bool:
        """Whether nothing has changed since the last build, so that there is nothing to do."""
        return self._again is not None and self._again.stands

    @event_priority(FIRST)
    def _stage(self, config: MkDocsConfig, /) -> None:
        self._end_staging()  # of a build that was interrupted
        self.published = None
        if self._asked.on_demand:
            return
        self._staged = StagedBuild(config)
        self._garbage.begin()
        if not self._asked.serving:
            self._again = SameAgain.begin(config, self._asked.audience, self._staged.site)

    @event_priority(EARLY)
    def _prepare(self, config: MkDocsConfig, /) -> None:
        if self._again and self._again.stands:
            self._again.say_first()
        else:
            self._read_ahead(config)
            self.portal.prepare(config)

    def _read_ahead(self, config: MkDocsConfig) -> None:
        """Have files read while this process gets ready for all the rest."""
        if not self._asked.serving and "portal" not in self.__dict__:
            from journeybook.mkdocs.read_ahead import begun_to_read

            self._files = begun_to_read(config)

    @event_priority(VERY_LAST)
    def _settle(self, _: MkDocsConfig, /) -> None:
        if self._staged:
            self._staged.settle()

    on_config = cast("Any", CombinedEvent(_stage, _prepare, _settle))  # MkDocs' types know no combined one here

    @event_priority(VERY_LAST)
    def on_pre_build(self, **_: object) -> None:
        """Leave MkDocs nothing to do where nothing has changed."""
        if self._staged and self._stands:
            self._staged.leave_nothing_to_do()

    @event_priority(EARLY)
    def _place_pages(self, files: Files, /, *, config: MkDocsConfig) -> None:
        if not self._stands:
            self.portal.place_pages(files, config)

    @event_priority(LAST)
    def _complete(self, files: Files, /, *, config: MkDocsConfig) -> None:
        if not self._stands:
            self.portal.complete(files, config)

    on_files = CombinedEvent(_place_pages, _complete)

    @event_priority(FIRST)
    def _arrange(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        return nav if self._stands else self.portal.arrange(nav, config, files)

    @event_priority(VERY_LAST)
    def _keep_apart(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        if not self._stands:
            self.portal.keep_apart(nav, config, files)

    on_nav = CombinedEvent(_arrange, _keep_apart)

    @event_priority(BEFORE_ALL)
    def _read_apart(self, _: Environment, /, **__: object) -> None:
        if not self._stands:
            self.portal.read_apart()

    @event_priority(VERY_LAST)
    def _make_apart(self, env: Environment, /, *, config: MkDocsConfig, **_: object) -> None:
        if not self._stands:
            self.portal.make_apart(env, config, self._staged.site if self._staged else None)

    on_env = CombinedEvent(_read_apart, _make_apart)

    def on_template_context(self, context: TemplateContext, /, **_: object) -> TemplateContext:
        """List all pages, whoever makes them."""
        self.portal.template_context(context)
        return context

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Leave out of the author's own pages what names something that the build leaves out."""
        return self.portal.page_markdown(markdown, page, config)

    def on_page_content(self, html: str, /, *, page: Page, **_: object) -> str:
        """Let readers comment on the author's own pages too."""
        return self.portal.page_content(html, page)

    @event_priority(JUST_BEFORE_SEARCH)
    def _show_search(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        self.portal.show_search(page)
        return context

    @event_priority(JUST_AFTER_SEARCH)
    def _show_readers(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        self.portal.show_readers(page)
        return context

    @event_priority(LAST)
    def _speak(self, context: TemplateContext, /, *, page: Page, nav: Navigation, **_: object) -> TemplateContext:
        self.portal.speak(context, page, nav)
        return context

    on_page_context = CombinedEvent(_show_search, _show_readers, _speak)

    def on_post_page(self, output: str, /, *, page: Page, **_: object) -> str:
        """Say in which language the page is and where its twin and the feed stand; lay over it what is wrong."""
        return self.portal.post_page(output, page)

    def on_post_template(self, output_content: str, /, *, template_name: str, **_: object) -> str:
        """The same for pages of the theme; the list of all pages names their languages."""
        return self.portal.post_template(output_content, template_name)

    @event_priority(BEFORE_ALL)
    def _finish_apart(self, **_: object) -> None:
        if not self._stands:
            self.portal.finish_apart()

    @event_priority(FIRST)
    def _add_to_search(self, *, config: MkDocsConfig) -> None:
        if not self._stands:
            self.portal.add_to_search(config)

    @event_priority(VERY_LAST)
    def _write_lists(self, *, config: MkDocsConfig) -> None:
        if not self._stands:
            self.portal.write_lists(config)

    @event_priority(WHEN_ALL_IS_WRITTEN)
    def _publish(self, **_: object) -> None:
        if self._again and self._again.stands:
            self.published = self._again.say_rest()
            self._end_staging()
        elif self._staged and (self._asked.serving or not will_be_refused()):
            staged, self._staged = self._staged, None
            self.published = staged.publish(self.portal.remade())
            if self._again and self.portal.is_repeatable:
                self._again.note(self.published)
            self._end_staging()
        self._garbage.end()

    on_post_build = cast("Any", CombinedEvent(_finish_apart, _add_to_search, _write_lists, _publish))

    def on_build_error(self, **_: object) -> None:
        """Leave the site that stands."""
        self._end_staging()

    def on_shutdown(self) -> None:
        """Leave nothing beside the site."""
        self._end_staging()

    def _end_staging(self) -> None:
        if "portal" in self.__dict__:
            self.portal.stop()
        if self._files:
            self._files.end()
        if self._staged:
            self._staged.end()
            self._staged = None
        if self._again:
            self._again.end()
            self._again = None
        self._garbage.end()
