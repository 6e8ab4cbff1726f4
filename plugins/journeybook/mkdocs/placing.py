"""MkDocs' list of files made ours: sources out, pages in."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterable
from html import escape
from itertools import chain, count

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from journeybook.mkdocs.findings_log import log
from journeybook.model.addresses import Address
from journeybook.model.keys import SpotKey
from journeybook.pages.planned import PlannedPage
from journeybook.reading import Content

_MARKUP = re.compile(r"([\\`*_{}\[\]#])")
_ESCAPED = r"\\\1"


def take_out_sources(files: Files, content: Content, config: MkDocsConfig) -> None:
    """Leave only what is published of the content folder: ordinary pages, pictures, downloads."""
    defining = {one.path for one in content.files}
    published = {*content.pages, *content.assets}
    for file in list(files):
        if file.src_dir != config.docs_dir:
            continue  # of the theme, or of another plugin
        # What MkDocs leaves out anyway stays in its list: other plugins read their settings there.
        if file.src_uri in defining or (file.src_uri not in published and file.inclusion.is_included()):
            files.remove(file)


def add_front_page(
    files: Files, overviews: Iterable[tuple[str, Page]], boards: Iterable[tuple[str, Page]], config: MkDocsConfig
) -> None:
    """Put in a front page if the author has written none: the site's name, links to `overviews` and `boards`."""
    if any(file.dest_uri == "index.html" for file in files):
        return
    links = [f"- [{page.title}]({page.file.src_uri})" for _, page in overviews]
    links += [f"    - [{page.title}]({page.file.src_uri})" for _, page in boards]  # their overview is the last
    text = "\n".join([f"# {_MARKUP.sub(_ESCAPED, escape(config.site_name, quote=False))}", "", *links, ""])
    files.append(File.generated(config, "index.md", content=text))


def written_at(files: Files, config: MkDocsConfig, pages: Iterable[PlannedPage]) -> dict[Address, File]:
    """Files of the author's own that stand where the engine would put a page."""
    own = (file for file in files if file.src_dir == config.docs_dir and file.inclusion.is_included())
    taken = {file.dest_uri: file for file in own}
    urls = config.use_directory_urls
    found = {page.address: taken.get(page.address.file(directory_urls=urls)) for page in pages}
    written = {address: file for address, file in found.items() if file}
    for address, file in written.items():
        log.info("'%s' stands in for the page that would be made at '%s'", file.src_uri, address.path)
    return written


def names_for(pages: Iterable[PlannedPage], content: Content, files: Files) -> dict[Address, str]:
    """The Markdown path under which MkDocs shall know each of `pages`.

    It is that of the defining file, where a page has one of its own, so that what authors write resolves.
    """
    own = {
        SpotKey(one.kind, one.ids[0]): f"{posixpath.splitext(one.path)[0]}.md"
        for one in content.files
        if one.ids and not one.holds_many
    }
    taken = {*files.src_uris, *own.values()}
    names: dict[Address, str] = {}
    for page in pages:
        name = own.get(page.key) or _free(page.address.source, taken)
        taken.add(name)
        names[page.address] = name
    return names


def _free(name: str, taken: Container[str]) -> str:
    stem = name.removesuffix(".md")
    numbered = (f"{stem}.{number}.md" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)
