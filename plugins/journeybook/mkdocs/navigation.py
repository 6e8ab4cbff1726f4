"""The navigation: the author's; or front page, atlas, an overview per kind, boards, own pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from journeybook.mkdocs.generated import GeneratedPage

FindSource = Callable[[str], str]
"""Gives the path under which MkDocs knows a page that the author names by another."""


def with_known_names(entries: Any, source: FindSource) -> Any:
    """The author's `nav:` with `journeys/claim.yml` and the like under the names MkDocs knows."""
    if isinstance(entries, str):
        return source(entries)
    if isinstance(entries, Mapping):
        pairs = cast("Mapping[str, Any]", entries)
        return {title: with_known_names(below, source) for title, below in pairs.items()}
    if isinstance(entries, list):
        return [with_known_names(one, source) for one in cast("list[Any]", entries)]
    return entries


def give_author_titles(entries: Any, files: Files) -> None:
    """Give our pages the titles the author's `nav:` has for them, as MkDocs does for its own."""
    for title, path in _titled(entries):
        file = files.get_file_from_path(path)
        if file and isinstance(file.page, GeneratedPage):
            file.page.rename(title)


def _titled(entries: Any) -> Iterator[tuple[str, str]]:
    if isinstance(entries, Mapping):
        for title, below in cast("Mapping[str, Any]", entries).items():
            if isinstance(below, str):
                yield title, below
            else:
                yield from _titled(below)
    elif isinstance(entries, list):
        for one in cast("list[Any]", entries):
            yield from _titled(one)


def arranged(nav: Navigation, overviews: Sequence[tuple[str, Page]]) -> Navigation:
    """`nav` with the `overviews` (each with its folder) behind the front page, in their order.

    Ordinary pages that lie in the folder of a kind stay with its overview.
    """
    items = cast("list[StructureItem]", nav.items)
    ours: list[StructureItem] = []
    for folder, overview in overviews:
        items = _without(items, overview)
        section = next((item for item in items if isinstance(item, Section) and _lies_in(item, folder)), None)
        if section:
            items.remove(section)
            section.title = str(cast(Any, overview.title))
            section.children.insert(0, overview)
        ours.append(section or overview)
    front = [item for item in items if isinstance(item, Page) and item.is_homepage]
    return linked([*front, *ours, *(item for item in items if item not in front)])


def _without(items: Iterable[StructureItem], page: Page) -> list[StructureItem]:
    """`items` without `page`, and without sections that held nothing else."""
    kept: list[StructureItem] = []
    for item in items:
        if isinstance(item, Section):
            item.children = _without(item.children, page)
            if not item.children:
                continue
        if item is not page:
            kept.append(item)
    return kept


def _lies_in(section: Section, folder: str) -> bool:
    pages = list(_pages(section.children))
    return bool(pages) and all(page.file.src_uri.startswith(f"{folder}/") for page in pages)


def _pages(items: Iterable[StructureItem]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)


def linked(items: list[StructureItem]) -> Navigation:
    """A navigation of `items`, whose pages know what stands before, behind and above them."""
    pages = list(_pages(items))
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    _set_parents(items, None)
    return Navigation(items, pages)


def _set_parents(items: Iterable[StructureItem], parent: Section | None) -> None:
    for item in items:
        item.parent = parent
        if isinstance(item, Section):
            _set_parents(item.children, item)
