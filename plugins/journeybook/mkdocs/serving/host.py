"""MkDocs, opened once for many pages: all it does for a whole site but the pages that are made on demand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.commands import build as host_build
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from journeybook.mkdocs.plugin import JourneybookPlugin
from journeybook.mkdocs.portal_events import PortalEvents

_AFTER_ALL = -1_000
_build_page = cast("Callable[..., None]", host_build._build_page)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
_populate_page = cast("Callable[..., None]", host_build._populate_page)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


@dataclass(frozen=True, slots=True)
class Host:
    """MkDocs as it stands after a build."""

    config: MkDocsConfig
    """Its settings."""
    files: Files
    """Everything it knows; generated pages are in none of its loops."""
    navigation: Navigation
    """What it puts beside every page."""
    environment: Environment
    """The theme's templates."""
    pages: Sequence[File]
    """The author's own pages."""

    @property
    def plugin(self) -> PortalEvents:
        """What our own plugin does."""
        return cast(JourneybookPlugin, self.config.plugins["journeybook"]).portal

    @property
    def site(self) -> Path:
        """The folder with what it has built."""
        return Path(self.config.site_dir)

    def read(self, page: Page) -> None:
        """Have `page` read and turned into HTML, without what surrounds it."""
        _populate_page(page, self.config, self.files)

    def make(self, page: Page) -> bytes:
        """The whole `page`."""
        self.read(page)
        excluded = page.file.inclusion.is_excluded()
        _build_page(page, self.config, self.pages, self.navigation, self.environment, excluded=excluded)
        return Path(page.file.abs_dest_path).read_bytes()


def opened(config: MkDocsConfig, url: str) -> Host:
    """MkDocs with the settings `config`, opened in their `site_dir`, for a site that is served at `url`.

    Raises whatever MkDocs and its plugins raise.
    """
    onlooker = _Onlooker()
    config.plugins["journeybook/serving"] = onlooker
    cast(JourneybookPlugin, config.plugins["journeybook"]).make_on_demand()
    config.site_url = url
    host_build.build(config, serve_url=url)
    pages = onlooker.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    return Host(config, onlooker.files, onlooker.navigation, onlooker.environment, pages)


class _Options(Config):
    """None."""


class _Onlooker(BasePlugin[_Options]):
    """Notes what MkDocs works with."""

    files: Files
    navigation: Navigation
    environment: Environment

    @event_priority(_AFTER_ALL)
    def on_nav(self, nav: Navigation, /, **_: object) -> None:
        """Note the navigation, with all that other plugins have made of it."""
        self.navigation = nav

    @event_priority(_AFTER_ALL)
    def on_env(self, env: Environment, /, *, files: Files, **_: object) -> None:
        """Note the templates, and the files that they are for."""
        self.environment, self.files = env, files
