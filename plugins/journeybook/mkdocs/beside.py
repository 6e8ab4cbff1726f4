"""Files that stand in the site beside the pages: what machines read, and old addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from jinja2 import TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from journeybook.exchange.page_titles import title_of
from journeybook.exchange.twins import Site, twins_and_list
from journeybook.mkdocs.editions import Edition
from journeybook.mkdocs.generated import GeneratedFile, GeneratedPage


def add_files_beside(files: Files, edition: Edition, config: MkDocsConfig) -> None:
    """Put the files that go with `edition` into MkDocs' `files`; an author's own file of that name wins."""
    taken = {file.dest_uri for file in files}
    for path, content in _files_beside(files, edition, config):
        if path not in taken:
            files.append(_as_it_is(path, content, config))


def alternate(page: GeneratedPage) -> str:
    """The element that tells machines of the page's twin."""
    name = posixpath.basename(page.file.dest_uri).removesuffix(".html")
    return f'<link rel="alternate" type="text/markdown" href="{quote(name)}.md">\n'


def _files_beside(files: Files, edition: Edition, config: MkDocsConfig) -> Iterator[tuple[str, str | bytes]]:
    """Paths in the site, with what stands there."""
    if not edition.serving:  # nobody but the author would read them, and edits shall show at once
        yield from _machine_files(files, edition, config)


def _machine_files(files: Files, edition: Edition, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    def shown(path: str) -> bool:
        file = files.get_file_from_path(path)
        return file is not None and file.inclusion.is_included()

    made = [
        page
        for page in edition.pages
        if isinstance(files.get_file_from_path(edition.links.sources[page.address]), GeneratedFile)
    ]
    pages = edition.context.portal.link_map.pages
    own = tuple(
        (_title(edition, path), pages[path]) for path in edition.context.portal.content.pages if shown(path)
    )
    site = Site(config.site_name, config.site_description or "", own)
    custom = (Path(config.theme.custom_dir),) if config.theme.custom_dir else ()
    with suppress(TemplateError):  # the page itself will say what is wrong with the author's template
        yield from twins_and_list(site, edition.context, made, custom)


def _title(edition: Edition, path: str) -> str:
    file = edition.root / edition.context.portal.content.folder / path
    return title_of(path, file.read_text(encoding="utf-8-sig", errors="replace"))


def _as_it_is(path: str, content: str | bytes, config: MkDocsConfig) -> File:
    """A file that is only copied, even where MkDocs would take its name for a page's."""
    file = File.generated(config, f"{path}.as-it-is", content=content)
    file.dest_uri = path
    return file
