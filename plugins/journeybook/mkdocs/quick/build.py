"""The pages of one build that are made apart from MkDocs, by several processes at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from journeybook.mkdocs.editions import Editions
from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.generated import GeneratedFile, GeneratedPage, set_apart
from journeybook.mkdocs.host_config import portal_root
from journeybook.mkdocs.page_store import PageStore
from journeybook.mkdocs.pure_markdown import is_pure
from journeybook.mkdocs.quick.documents import Documents, Put, documents_of
from journeybook.mkdocs.quick.last_build import keep_keys, known_keys
from journeybook.mkdocs.quick.listeners import must_see_pages, run_apart
from journeybook.mkdocs.quick.made import MadePages
from journeybook.mkdocs.quick.making import Maker, Written
from journeybook.mkdocs.quick.page_keys import PageKeys
from journeybook.mkdocs.quick.shells import Host, Shells
from journeybook.mkdocs.quick.workers import Pieces, Steps, Work
from journeybook.mkdocs.searched import Searched
from journeybook.mkdocs.site_staging import StagedSite
from journeybook.mkdocs.twin_files import TwinFiles, twin_uri
from journeybook.model import Kind
from journeybook.reading.kept import CACHE
from journeybook.reading.processes import processes_for

_WORTH_A_PROCESS = 40
"""So many pages take as long as a process needs to start."""
_MET_BY_ALL = frozenset({Kind.CHANNEL, Kind.TEAM})


@dataclass(frozen=True)
class Around:
    """What the plugin puts around pages, whoever makes them."""

    surround: Callable[[Any, Page, Navigation], None]
    """Changes the variables of a page's template to those of its language."""
    spoken: Callable[[str, Page], str]
    """Has a whole page say its language."""
    head_of: Callable[[Page], str]
    """The lines of its own in the head of a page."""
    last: Callable[[str], str]
    """Changes a whole page at last."""


@dataclass(frozen=True)
class Sinks:
    """Where what is made goes."""

    twins: TwinFiles | None
    searched: Searched
    site: StagedSite


class QuickBuild:
    """Makes every page of ours."""

    def __init__(self, files: Files, nav: Navigation, listed: Iterable[Page], config: MkDocsConfig) -> None:
        """From now on MkDocs leaves these pages alone; `listed` are those of navigations, in any language."""
        self._files = files
        self._nav = nav
        self._config = config
        self._listed = frozenset(page.file.src_uri for page in listed)
        self._pages = set_apart(files)
        self._in_turn = sorted(self._pages, key=_turn)
        self._maker: Maker | None = None
        self._documents: Documents | None = None
        self._work: Work[Written | Put] | None = None
        self._inputs = ""

    @cached_property
    def all_pages(self) -> Sequence[File]:
        """Every page of the site, as MkDocs would list them if it made them all."""
        return [
            file
            for file in self._files
            if isinstance(file, GeneratedFile) or (file.is_documentation_page() and file.inclusion.is_included())
        ]

    def read(self) -> None:
        """Give the pages their front matter, and other plugins theirs."""
        config, files = self._config, self._files
        for page in self._pages:
            page.read_source(config)
            page.markdown = run_apart(config, "page_markdown", "", page=page, config=config, files=files)

    def start(
        self,
        environment: Environment,
        around: Around,
        editions: Editions,
        sinks: Sinks,
        inputs: str,
    ) -> None:
        """Begin to make the pages, now that everybody has had a say in the theme's `environment`.

        `inputs` is the digest of all that views are made from.
        """
        config, nav, pages = self._config, self._nav, self._in_turn

        def surround(context: Any, page: Page) -> None:
            run_apart(config, "page_context", context, page=page, config=config, nav=nav)
            around.surround(context, page, nav)

        host = Host(config, environment, nav, self.all_pages, surround, around.spoken, self._listed)
        self._cache = portal_root(config) / CACHE
        self._store = PageStore.open(self._cache)
        authors = [file.src_uri for file in self.all_pages if not isinstance(file, GeneratedFile)]
        keys = PageKeys(editions, config, authors, has_twins=sinks.twins is not None)
        self._inputs = keys.of_build(inputs)
        self._maker = maker = Maker(
            shells=Shells(host),
            editions=editions,
            keys=keys,
            seen=known_keys(self._cache, self._inputs),
            known=MadePages(self._store, narratives=is_pure(config)),
            twins=sinks.twins,
            searched=sinks.searched,
            head_of=around.head_of,
            last=around.last,
            shown=self._shown_to_others if must_see_pages(config) else None,
            site=sinks.site,
        )
        self._documents = documents = Documents(documents_of(self._files), self._inputs, sinks.site)
        count = len(documents.files)

        def do(number: int) -> Steps[Written | Put]:
            return documents.write(number) if number < count else maker.write(pages[number - count])

        # What others note of a page they would note in one process only.
        processes = 1 if maker.shown else processes_for(len(pages), _WORTH_A_PROCESS)
        log.debug("%s pages are made apart from MkDocs, processes at work: %s", len(pages), processes)
        long = sum(map(_is_long, pages))
        pieces = Pieces(count + len(pages), long=count + long)
        self._work = Work(pieces, do, processes, self._store.close)

    def _shown_to_others(self, page: GeneratedPage, html: str) -> str:
        """What other plugins make of the whole page `html`.

        Bodies are not shown to them before: `privacy` would only begin to fetch, and wait for it before this.
        """
        return run_apart(self._config, "post_page", html, page=page, config=self._config)

    def finish(self) -> None:
        """Wait for all of them; raises what went wrong with the first that could not be made."""
        work, self._work = self._work, None
        if work and self._maker and self._documents:
            seen: dict[str, str] = {}
            pages = iter(self._in_turn)
            for done in work.finished():
                if isinstance(done, Put):
                    self._documents.note(done)
                else:
                    page = next(pages)
                    self._maker.note(page, done)
                    seen[page.file.src_uri] = done.view_key
            self._store.tidy()
            if self._inputs and seen != self._maker.seen:
                keep_keys(self._cache, self._inputs, seen)

    def stop(self) -> None:
        """Leave what is not made."""
        work, self._work = self._work, None
        if work:
            work.stop()

    def remade(self, path: str, _key: str) -> bytes:
        """The file at `path` of the site, which stood when it was asked for, and stands no more."""
        if self._maker is None or self._documents is None:
            raise KeyError(path)
        if document := self._documents.by_path.get(path):
            return document.made()
        return self._maker.files_of(self._by_path[path])[path]

    @cached_property
    def _by_path(self) -> dict[str, GeneratedPage]:
        twins = {twin_uri(page): page for page in self._pages}
        return {**twins, **{page.file.dest_uri: page for page in self._pages}}


def _turn(page: GeneratedPage) -> tuple[bool, str]:
    """When a page is made: those that take longest first; stages beside their journey."""
    return not _is_long(page), page.file.dest_uri


def _is_long(page: GeneratedPage) -> bool:
    """Whether the page grows with the portal: overviews and boards, and what steps of all journeys meet in."""
    return not page.planned.is_about_one or page.planned.key.kind in _MET_BY_ALL
