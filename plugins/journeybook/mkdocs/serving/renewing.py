"""An edit of the content shown without MkDocs, which keeps what it has put around all pages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from mkdocs.structure.pages import Page

from journeybook.mkdocs.editions import Edition
from journeybook.mkdocs.findings_log import verdict
from journeybook.mkdocs.generated import GeneratedPage
from journeybook.mkdocs.loading import Loaded
from journeybook.mkdocs.serving.portal_site import PortalSite
from journeybook.pages.planned import PlannedPage

Stands = tuple[object, ...]


def renewed(site: PortalSite, changed: Iterable[Path]) -> bool:
    """Whether `site` shows the portal as it is now that files of the content have `changed`.

    It does not where the edit changes what MkDocs has put around all pages: there are other ordinary pages,
    another title in the navigation, other options.
    """
    host = site.host
    plugin, config = host.plugin, host.config
    read = plugin.look_again(config)
    if verdict(read.findings, strict=False):
        plugin.take(read)
        return True
    if _ordinary(plugin.loaded) != _ordinary(read):
        return False
    before = _entrances(plugin.editions.all)

    def change() -> None:
        plugin.take(read)
        plugin.show_anew(host.files, config)

    site.renew(change)
    return (
        before == _entrances(plugin.editions.all)
        and _titles_stay(site)
        and all(_is_as_before(site, path) for path in changed)
    )


def _ordinary(loaded: Loaded) -> Stands:
    """What of a portal MkDocs has to do with."""
    content = loaded.whole.content
    pages = tuple((page.path, page.of, page.language) for page in content.translated_pages)
    left_out = (content.internal_pages, loaded.left_out.paths)
    return loaded.options, content.pages, content.assets, content.withheld, pages, left_out


def _entrances(editions: Iterable[Edition]) -> Stands:
    """The pages that the navigation lists of its own accord."""
    return tuple(
        (edition.folder, page.address, edition.title(page))
        for edition in editions
        for page in edition.pages
        if page.is_entrance or page.is_board
    )


def _titles_stay(site: PortalSite) -> bool:
    """Whether the pages that the author has put into the navigation are there, under the titles it has."""
    by_source: dict[str, tuple[Edition, PlannedPage]] = {}
    listed = [page for page in site.host.navigation.pages if isinstance(page, GeneratedPage)]
    for edition in site.host.plugin.editions.all if listed else ():
        by_source |= {edition.links.sources[page.address]: (edition, page) for page in edition.pages}
    for page in listed:
        found = by_source.get(page.file.src_uri)
        if not found:
            return False
        before = _title(page)
        edition, planned = found
        if _title(edition.page_in(site.host.files, planned, site.host.config)) != before:
            return False
    return True


def _is_as_before(site: PortalSite, path: Path) -> bool:
    """Whether MkDocs sees nothing of a change of the file `path` but the text of its own page, or a picture."""
    host, folder = site.host, Path(site.host.config.docs_dir).resolve()
    if not path.is_relative_to(folder):
        return True
    file = host.files.src_uris.get(path.relative_to(folder).as_posix())
    if file is None or isinstance(file.page, GeneratedPage):
        return not path.name.startswith(".")  # in such files plugins find what they are to do
    if file.page is None:
        file.copy_file()
        return True
    before = (_title(file.page), dict(file.page.meta))
    with site.paused():
        host.read(file.page)
    return before == (_title(file.page), dict(file.page.meta))


def _title(page: Page) -> str:
    return str(cast(Any, page.title))


def changes_looks(site: PortalSite, changed: Iterable[Path]) -> bool:
    """Whether files have `changed` that stand in the site as they are, and in pages."""
    folder = Path(site.host.config.docs_dir).resolve()
    paths = (path.relative_to(folder).as_posix() for path in changed if path.is_relative_to(folder))
    files = (site.host.files.src_uris.get(path) for path in paths)
    return any(file and not file.is_documentation_page() for file in files)
