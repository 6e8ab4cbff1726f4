"""MkDocs' list of files made ours: sources out, pages in."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterable
from html import escape
from itertools import chain, count

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from journeybook.mkdocs.findings_log import log
from journeybook.model.addresses import FRONT, Address
from journeybook.model.keys import SpotKey
from journeybook.pages.planned import PlannedPage
from journeybook.pages.scope import in_folder
from journeybook.portal.link_map import page_address
from journeybook.reading import Content

_MARKUP = re.compile(r"([\\`*_{}\[\]#])")
_ESCAPED = r"\\\1"


def take_out_sources(files: Files, content: Content, config: MkDocsConfig) -> None:
    """Leave only what is published of the content folder: ordinary pages, pictures, downloads."""
    defining = {one.path for one in content.files}
    published = {*content.pages, *content.assets, *(page.path for page in content.translated_pages)}
    for file in list(files):
        if file.src_dir != config.docs_dir:
            continue  # of the theme, or of another plugin
        # What MkDocs leaves out anyway stays in its list: other plugins read their settings there.
        if file.src_uri in defining or (file.src_uri not in published and file.inclusion.is_included()):
            files.remove(file)


def add_front_page(
    files: Files,
    overviews: Iterable[tuple[str, Page]],
    boards: Iterable[tuple[str, Page]],
    config: MkDocsConfig,
    folder: str = "",
) -> str:
    """The path of the front page of `folder`; it is put in if the author has written none.

    It has the site's name and links to the `overviews` and `boards`.
    """
    dest = in_folder(FRONT, folder).file(directory_urls=True)
    if found := next((file for file in files if file.dest_uri == dest), None):
        return found.src_uri

    def link(page: Page) -> str:
        return f"- [{page.title}]({posixpath.relpath(page.file.src_uri, folder or '.')})"

    links = [link(page) for _, page in overviews]
    links += [f"    {link(page)}" for _, page in boards]  # their overview is the last
    text = "\n".join([f"# {_MARKUP.sub(_ESCAPED, escape(config.site_name, quote=False))}", "", *links, ""])
    inclusion = InclusionLevel.NOT_IN_NAV if folder else InclusionLevel.UNDEFINED
    name = posixpath.join(folder, "index.md")
    files.append(File.generated(config, name, content=text, inclusion=inclusion))
    return name


def move_translations(files: Files, content: Content, language: str, config: MkDocsConfig) -> dict[Address, str]:
    """Put the ordinary pages that are translated into `language` into its folder; their paths by address."""
    moved: dict[Address, str] = {}
    for page in content.translated_pages:
        file = files.get_file_from_path(page.path)
        if page.language != language or file is None or not file.inclusion.is_included():
            continue
        address = page_address(page.of)
        dest = in_folder(address, language).file(directory_urls=config.use_directory_urls)
        files.remove(file)
        inclusion = InclusionLevel.NOT_IN_NAV if file.inclusion.is_in_nav() else file.inclusion
        urls = config.use_directory_urls
        files.append(File(page.path, file.src_dir, config.site_dir, urls, dest_uri=dest, inclusion=inclusion))
        moved[address] = page.path
    return moved


def written_at(
    files: Files, config: MkDocsConfig, pages: Iterable[PlannedPage], folder: str = ""
) -> dict[Address, File]:
    """Files of the author's own that stand where the engine would put a page of the edition in `folder`."""
    own = (file for file in files if file.src_dir == config.docs_dir and file.inclusion.is_included())
    taken = {file.dest_uri: file for file in own}
    urls = config.use_directory_urls
    found = {page.address: taken.get(in_folder(page.address, folder).file(directory_urls=urls)) for page in pages}
    written = {address: file for address, file in found.items() if file}
    for address, file in written.items():
        log.info("'%s' stands in for the page that would be made at '%s'", file.src_uri, address.path)
    return written


def names_for(
    pages: Iterable[PlannedPage], content: Content, files: Files, folder: str = ""
) -> dict[Address, str]:
    """The Markdown path under which MkDocs shall know each of `pages`, in the `folder` of their edition.

    It is that of the defining file, where a page has one of its own, so that what authors write resolves.
    """
    own = {
        SpotKey(one.kind, one.ids[0]): posixpath.join(folder, f"{posixpath.splitext(one.path)[0]}.md")
        for one in content.files
        if one.ids and not one.holds_many
    }
    taken = {*files.src_uris, *own.values()}
    names: dict[Address, str] = {}
    for page in pages:
        name = own.get(page.key) or _free(posixpath.join(folder, page.address.source), taken)
        taken.add(name)
        names[page.address] = name
    return names


def _free(name: str, taken: Container[str]) -> str:
    stem = name.removesuffix(".md")
    numbered = (f"{stem}.{number}.md" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)
