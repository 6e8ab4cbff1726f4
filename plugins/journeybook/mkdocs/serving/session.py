"""From a changed file to what browsers see."""

from __future__ import annotations

import gc
import shutil
import time
from collections.abc import Callable, Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.host_log import kept_messages
from journeybook.mkdocs.serving.followed import followed_by, is_read_by_us
from journeybook.mkdocs.serving.host import Host, opened
from journeybook.mkdocs.serving.portal_site import PortalSite
from journeybook.mkdocs.serving.renewing import changes_looks, renewed
from journeybook.mkdocs.serving.shown import Shown
from journeybook.mkdocs.serving.watching import Watcher
from journeybook.mkdocs.serving.whole_builds import WholeBuilds

_QUIET = 1.0
"""Seconds after an edit in which nobody writes, and there is time for what no page waits for."""
_LONG_QUIET = 4.0
"""Seconds after which it is worth the while to build the whole site in the background."""
_LOOK_UP = 0.5
"""Seconds after which to see whether a build in the background is done."""

_MOST_IN_A_ROW = 8
"""Edits without any quiet after which garbage is looked for all the same: some memory for each is held by it."""

Settings = Callable[[Path], MkDocsConfig]
"""Reads MkDocs' settings anew, for a site in a folder."""


class Session:
    """Shows a portal while somebody writes it."""

    def __init__(self, settings: Settings, folder: Path, url: str, shown: Shown, whole: WholeBuilds) -> None:
        """What MkDocs builds lies below `folder`; the site is served at `url`."""
        self._whole = whole
        self._settings = settings
        self._folder = folder
        self._url = url
        self._shown = shown
        self._watcher = Watcher()
        self._count = 0
        self._fault = ""
        self._is_whole_due = False
        self._in_a_row = 0

    def run(self) -> None:
        """Show the portal, and then every edit, until somebody interrupts; raises what MkDocs raises at first."""
        site: PortalSite | None = None
        changed: Collection[Path] = ()
        try:
            while True:
                if site is None or changed:
                    # While somebody waits, nobody looks for garbage: all of a big portal would be looked through.
                    gc.disable()
                    site = self._answer(site, changed) if site else PortalSite(self._open())
                    self._show(site, looks=changes_looks(site, changed))
                    self._in_a_row += 1
                    if self._in_a_row % _MOST_IN_A_ROW == 0:
                        gc.collect()
                else:
                    self._use_quiet(site)
                changed = self._watcher.next(self._pause(site))
        finally:
            gc.enable()
            self._watcher.stop()
            self._whole.stop()

    def _pause(self, site: PortalSite) -> float | None:
        """Seconds for which to wait for an edit, and then to see what else there is to do."""
        if not site.is_finished:
            return _QUIET
        if self._is_whole_due:
            return _LONG_QUIET
        return _LOOK_UP if self._whole.is_running else None

    def _use_quiet(self, site: PortalSite) -> None:
        """Do what comes next while nobody writes."""
        self._in_a_row = 0
        if not site.is_finished:
            site.finish()
            self._is_whole_due = not self._fault and not site.host.plugin.problems
        elif self._is_whole_due:
            self._whole.start()
            self._is_whole_due = False
        elif whole := self._whole.built():
            site.whole = whole

    def _answer(self, site: PortalSite, changed: Collection[Path]) -> PortalSite:
        """The site as it is now that files have `changed`."""
        start = time.perf_counter()
        site.is_finished = False
        self._is_whole_due = False
        self._whole.stop()
        ours = all(is_read_by_us(path, site.host.config) for path in changed)
        with kept_messages() as messages:
            try:
                if self._fault or not ours or not renewed(site, changed):
                    with site.paused():
                        site = PortalSite(self._open(), site.whole)
                    self._fault = ""
            except (Exception, SystemExit) as error:  # the author's, a plugin's or ours: the server goes on
                said = [one.text for one in messages if one.level == "ERROR"]
                self._fault = "\n".join([*said, str(error)])
                log.debug("The site cannot be built", exc_info=True)
        log.info("%s: read in %.2f s", _named(changed), time.perf_counter() - start)
        return site

    def _show(self, site: PortalSite, *, looks: bool = False) -> None:
        self._shown.show(site, site.host.plugin.problems, self._fault, looks=looks)

    def _open(self) -> Host:
        """MkDocs opened anew, in a folder of its own; what it built before last goes away."""
        self._count += 1
        folder = self._folder / str(self._count)
        host = opened(self._settings(folder), self._url)
        self._watcher.follow(followed_by(host.config))
        shutil.rmtree(self._folder / str(self._count - 2), ignore_errors=True)
        return host


def _named(changed: Collection[Path]) -> str:
    first, *rest = sorted(path.name for path in changed)
    return f"{first} and {len(rest)} more" if rest else first
