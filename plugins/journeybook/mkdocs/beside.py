"""Files that stand in the site beside the pages: what machines read, and old addresses."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from journeybook.mkdocs.editions import Edition
from journeybook.model.ids import folded
from journeybook.pages.redirect import redirect_page
from journeybook.portal import redirects_of


def add_files_beside(files: Files, edition: Edition, config: MkDocsConfig) -> None:
    """Put the files that go with `edition` into MkDocs' `files`; an author's own file of that name wins."""
    taken = {folded(file.dest_uri) for file in files}
    for path, content in _files_beside(edition):
        if folded(path) not in taken:
            files.append(File.generated(config, path, content=content))


def _files_beside(edition: Edition) -> Iterator[tuple[str, str | bytes]]:
    """Paths in the site, with what stands there."""
    yield from _redirects(edition)


def _redirects(edition: Edition) -> Iterator[tuple[str, str]]:
    """A page at every old address, which leads to the new one."""
    context = edition.context
    for redirect in redirects_of(context.portal):
        path = redirect.old.file(directory_urls=context.directory_urls)
        yield path, edition.renderer.redirect(redirect_page(context, redirect))
