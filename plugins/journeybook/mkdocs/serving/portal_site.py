"""The portal as browsers get it: each page made when the first one asks for it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import RLock

from journeybook.mkdocs.beside import files_beside
from journeybook.mkdocs.editions import Edition
from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.serving.host import Host
from journeybook.pages.planned import PlannedPage
from journeybook.pages.scope import in_folder
from journeybook.words import Words

Make = Callable[[], bytes]


class PortalSite:
    """The files of a site by their paths; one state of the portal after another.

    Several threads may ask; MkDocs makes one page at a time.
    """

    def __init__(self, host: Host, whole: Path | None = None) -> None:
        """`host` has just been opened; `whole` is a site with all pages, if there is one."""
        self.host = host
        self.whole = whole
        self._turn = RLock()
        self.is_finished = False
        self._is_kept = False
        self._make: dict[str, Make] = {}
        self._made: dict[str, bytes] = {}
        self._once_made: set[str] = set()
        """What was here in any state of the portal; MkDocs' folder may still hold it."""
        self._know_pages()

    @property
    def words(self) -> Words:
        """The interface in the portal's own language."""
        return self.host.plugin.editions.original.context.words

    def file(self, path: str) -> bytes | None:
        """What stands at `path` in the site; None if there is nothing."""
        with self._turn:
            if path in self._made:
                return self._made[path]
            if make := self._make.get(path):
                self._made[path] = make()
                return self._made[path]
        copied = self._copied(path)
        return copied.read_bytes() if copied else None

    def has(self, path: str) -> bool:
        """Whether something stands at `path`."""
        return path in self._make or self._copied(path) is not None

    def finish(self) -> None:
        """Do what no page waits for, and have Python look for garbage again."""
        try:
            self.host.plugin.finish(self.host.config)
        except Exception:  # ours: the server goes on
            log.exception("Practice is not told")
        gc.collect()
        if not self._is_kept:
            gc.freeze()  # most of it stays: it need not be looked through again
            self._is_kept = True
        gc.enable()
        self.is_finished = True

    @property
    def paths(self) -> frozenset[str]:
        """The paths of all that is made when somebody asks for it."""
        return frozenset(self._make)

    @contextmanager
    def paused(self) -> Generator[None]:
        """Make no page while the block runs."""
        with self._turn:
            yield

    def renew(self, change: Callable[[], None]) -> None:
        """Let `change` happen while nobody gets anything, and forget all that was made before."""
        with self._turn:
            change()
            self._know_pages()

    def _know_pages(self) -> None:
        config, self._made = self.host.config, {}
        make: dict[str, Make] = {}
        editions = self.host.plugin.editions
        for edition in editions.all:
            make |= dict(files_beside(edition, config))
            for page in edition.pages:
                address = in_folder(page.address, edition.folder)
                path = address.file(directory_urls=config.use_directory_urls)
                make[path] = partial(self._generated, edition, page)
        # What the author has written wins.
        make |= {file.dest_uri: partial(self.host.make, file.page) for file in self.host.pages if file.page}
        self._once_made.update(make)
        self._make = make

    def _copied(self, path: str) -> Path | None:
        """The file at `path` that a build has put into its folder: of the search the one that knows all pages."""
        site = self.whole if self.whole and _is_of_all(path) else self.host.site
        file = site / path
        if path in self._once_made or not file.is_file():
            return None
        return file if file.resolve().is_relative_to(site.resolve()) else None

    def _generated(self, edition: Edition, planned: PlannedPage) -> bytes:
        return self.host.make(edition.page_in(self.host.files, planned, self.host.config))


def _is_of_all(path: str) -> bool:
    """Whether what stands at `path` is made of all pages: the search, of the whole site or of a language."""
    return "search" in path.split("/")[:2]
