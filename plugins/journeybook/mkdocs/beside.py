"""Files that stand in the site beside the pages: what machines read, the feed of changes, and old addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from journeybook.exchange.feed import FEED_FILE, feed_of, has_feed
from journeybook.exchange.portal_document import DOCUMENT_FILE, SCHEMA_FILE, document_lines
from journeybook.exchange.portal_schema import schema_as_json
from journeybook.mkdocs.editions import Edition
from journeybook.mkdocs.head_lines import alternate
from journeybook.mkdocs.host_config import portal_root
from journeybook.mkdocs.quick.engine_digest import digest_of_engine
from journeybook.model.ids import folded
from journeybook.pages.redirect import redirect_page
from journeybook.portal import redirects_of
from journeybook.portal.redirects import Redirect
from journeybook.reading.kept import CACHE, Kept

_KEPT = 4
"""How many schemas are kept: those of some versions of this program."""


class FileMadeLate(File):
    """A file of the site that is made when somebody asks for it, and not kept then: it may be long."""

    def __init__(self, path: str, make: Callable[[], bytes], config: MkDocsConfig) -> None:
        """`path` is that in the site."""
        super().__init__(
            path, src_dir=None, dest_dir=config.site_dir, use_directory_urls=config.use_directory_urls
        )
        self.generated_by = "journeybook"
        self._make = make
        self._given: str | bytes | None = None
        self._is_made_apart = False

    def leave_to_us(self) -> bool:
        """Have MkDocs copy nothing from now on; False if a plugin has given the file another content."""
        self._is_made_apart = self._given is None
        return self._is_made_apart

    def made(self) -> bytes:
        """Its content, made now."""
        return self._make()

    def copy_file(self, dirty: bool = False) -> None:
        """Copy it into the site, unless somebody else does."""
        if not self._is_made_apart:
            super().copy_file(dirty)

    @property
    def _content(self) -> str | bytes:
        """What MkDocs copies and shows to plugins, one of which may have given another content."""
        return self._make() if self._given is None else self._given

    @_content.setter
    def _content(self, given: str | bytes) -> None:  # pyright: ignore[reportIncompatibleVariableOverride]
        self._given = given

    def is_modified(self) -> bool:
        """Always: nobody knows before it is made."""
        return True


def add_files_beside(files: Files, edition: Edition, config: MkDocsConfig) -> None:
    """Put the files that go with `edition` into its folder; an author's own file of that name wins."""
    taken = {folded(file.dest_uri) for file in files}
    for path, make in files_beside(edition, config):
        if folded(path) not in taken:
            files.append(FileMadeLate(path, make, config))


def files_beside(edition: Edition, config: MkDocsConfig) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The paths in the site of the files that go with `edition`, with what gives their content."""
    for name, make in _made_beside(edition, config):
        yield posixpath.join(edition.folder, name), make


def _made_beside(edition: Edition, config: MkDocsConfig) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Paths in the edition's folder."""
    yield DOCUMENT_FILE, lambda: _document(edition, config)
    yield SCHEMA_FILE, lambda: _schema(portal_root(config))
    if has_feed(edition.context):
        yield FEED_FILE, lambda: feed_of(edition.context, config.site_name).encode()
    yield from _redirects(edition)


def _document(edition: Edition, config: MkDocsConfig) -> bytes:
    """The portal for machines."""
    context = edition.context
    lines = document_lines(
        context.portal,
        context.options,
        title=config.site_name,
        site=f"{context.site}{edition.folder}/" if context.site and edition.folder else context.site,
        directory_urls=context.directory_urls,
    )
    whole = bytearray()
    for line in lines:
        whole += line.encode()
    return bytes(whole)


def _schema(root: Path) -> bytes:
    """The schema of that document, as the portal in `root` has kept it: to make it takes a tenth of a second."""
    kept = Kept(root / CACHE / "schema", ".json", most=_KEPT)
    key = digest_of_engine()
    if (text := kept.get(key)) is None:
        text = schema_as_json()
        kept.prune()
        kept.put(key, text)
    return text.encode()


def _redirects(edition: Edition) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """A page at every old address, which leads to the new one."""
    context = edition.context
    for redirect in redirects_of(context.portal):
        path = redirect.old.file(directory_urls=context.directory_urls)
        yield path, partial(_leading_on, edition, redirect)


def _leading_on(edition: Edition, redirect: Redirect) -> bytes:
    return edition.renderer.redirect(redirect_page(edition.context, redirect)).encode()


def feed_link(edition: Edition, page: str) -> str:
    """The element that tells readers' programs of the feed, for the page at `page` in the site; or nothing."""
    if not has_feed(edition.context):
        return ""
    way = posixpath.relpath(posixpath.join(edition.folder, FEED_FILE), posixpath.dirname(page) or ".")
    title = edition.context.words.gettext("Changes")
    return alternate(quote(way), type="application/atom+xml", title=title)
