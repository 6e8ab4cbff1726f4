"""A build of MkDocs that writes beside the site, which stands as it is until the new one is whole."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from journeybook.mkdocs.host_config import portal_root
from journeybook.mkdocs.site_changes import Published
from journeybook.mkdocs.site_staging import Remake, SiteInUseError, StagedSite
from journeybook.reading.kept import CACHE

_LOG = logging.getLogger("mkdocs.plugins.journeybook")
_HOST_LOG = logging.getLogger("mkdocs.commands.build")


class StagedBuild:
    """Until `publish` or `end`, `config.site_dir` is the folder of `site`, for MkDocs and every plugin."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.site = self._begin(config)
        """Where the build writes, and what it may keep of the site that stands."""
        self._config = config
        self._left: tuple[str, Any, list[str], set[str]] | None = None
        """What the host was told, where it is left nothing to do."""

    def settle(self) -> None:
        """Follow another plugin that has moved the site since this was made."""
        config = self._config
        if Path(config.site_dir) == self.site.folder:
            return
        moved = Path(config.site_dir)
        if moved.is_relative_to(self.site.folder):
            moved = self.site.site / moved.relative_to(self.site.folder)
        self.end()
        config.site_dir = str(moved)
        self.site = self._begin(config)

    def leave_nothing_to_do(self) -> None:
        """Have the host go its way over nothing: no content, and a theme without files and pages of its own."""
        config, theme, nothing = self._config, self._config.theme, str(self.site.folder)
        self._left = config.docs_dir, config.nav, theme.dirs, theme.static_templates
        config.docs_dir, config.nav, theme.dirs, theme.static_templates = nothing, None, [nothing], set()

    def publish(self, remake: Remake | None = None) -> Published:
        """Bring what was written into the site; raises PluginError where that cannot be done."""
        try:
            return self.site.publish(remake)
        except (OSError, SiteInUseError) as error:
            raise PluginError(f"the site cannot be put in place: {error}") from error
        finally:
            self.end()

    def end(self) -> None:
        """Delete what is not published, and have the host know the site's own folder again."""
        self.site.abandon()
        config, theme = self._config, self._config.theme
        config.site_dir = str(self._asked)
        if self._left:
            config.docs_dir, config.nav, theme.dirs, theme.static_templates = self._left
            self._left = None
        _HOST_LOG.removeFilter(self._filter)

    def _begin(self, config: MkDocsConfig) -> StagedSite:
        self._asked = config.site_dir
        try:
            site = StagedSite.open(Path(config.site_dir), portal_root(config) / CACHE)
        except SiteInUseError as error:
            raise PluginError(str(error)) from error
        if not site.is_beside:
            _LOG.info("Nothing can be written beside %s, so the site is built in place.", site.site)
        self._filter = _SaysWhere(site)
        _HOST_LOG.addFilter(self._filter)
        config.site_dir = str(site.folder)
        return site


def will_be_refused() -> bool:
    """Whether the host will end a strict build with an error, for it has heard warnings."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(one, CountHandler) and one.get_counts() for one in handlers)


class _SaysWhere(logging.Filter):
    """Has the host name the folder of the site, and not the one that it is built in.

    Nor does it warn that with `--dirty` links and navigation may be wrong: here they are as ever.
    """

    def __init__(self, site: StagedSite) -> None:
        super().__init__()
        self._site = site

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = str(record.msg).replace(str(self._site.folder), str(self._site.site))
        return not (self._site.is_beside and record.msg.startswith("A 'dirty' build is being performed"))
