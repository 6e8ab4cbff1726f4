"""Where relative links between files of the content lead in the site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from journeybook.model import Entity, Journey
from journeybook.model.addresses import (
    ATLAS_ADDRESS,
    BOARDS_ADDRESS,
    COMPARE_ADDRESS,
    Address,
    board_address,
    entity_address,
    index_address,
    pain_address,
    stage_address,
)
from journeybook.model.boards import ALL_BOARDS
from journeybook.model.ids import nearest
from journeybook.model.keys import TRANSLATIONS
from journeybook.model.kinds import DEFINED_IN_FILES
from journeybook.reading.content import Content


@dataclass(frozen=True, slots=True)
class LinkMap:
    """Every file one can link to, by its path relative to the content folder."""

    folder: str
    """The content folder relative to the portal's root."""
    pages: Mapping[str, Address]
    """Where a Markdown or defining file's page stands."""
    assets: frozenset[str]
    """Files that are published as they are."""

    def resolve(self, file: str, target: str) -> Address | str | None:
        """Where `target`, written in `file` (relative to the portal's root), leads.

        An address of the site; or text to use as it is, relative to the site's root for a published
        file; or None if there is no such file.
        """
        try:
            parts = urlsplit(target)
        except ValueError:
            return target
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return target
        path = self.path_from(file, parts.path)
        if path in self.pages:
            page = self.pages[path]
            return Address(page.path, unquote(parts.fragment), page.is_folder)
        return path if path in self.assets else None

    def is_asset(self, file: str, target: str) -> bool:
        """Whether `target`, written in `file`, is a file that is published as it is."""
        return self.path_from(file, urlsplit(target).path) in self.assets

    def path_from(self, file: str, target: str) -> str:
        """The path relative to the content folder that `target`, written in `file`, means."""
        own = file.removeprefix(f"{self.folder}/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(own), unquote(target)))

    def is_lost(self, file: str, target: str) -> bool:
        """Whether `target` is a relative link to a file that does not exist."""
        return self.resolve(file, target) is None

    def near_files(self, file: str, target: str) -> str | None:
        """The file that a lost link most likely meant, as one would write it in `file`."""
        wanted = self.path_from(file, urlsplit(target).path)
        found = nearest(wanted, [*self.pages, *self.assets], count=1)
        start = posixpath.dirname(self.path_from(file, posixpath.basename(file)))
        return posixpath.relpath(found[0], start or ".") if found else None


def link_map_of(content: Content) -> LinkMap:
    """The map of all files of `content`."""
    pages: dict[str, Address] = {}
    for kind in DEFINED_IN_FILES:
        index = index_address(kind)
        pages[kind.folder] = index
        pages[index.source] = index
    boards = boards_of(content)
    compared = [COMPARE_ADDRESS] if sum(isinstance(one, Journey) for one in content.entities) > 1 else []
    overviews = [ATLAS_ADDRESS, *compared, *([BOARDS_ADDRESS] if boards else [])]
    for made in (*overviews, *map(board_address, boards)):
        pages[made.source] = made
    for defining in content.files:
        address = index_address(defining.kind)
        if not defining.holds_many and defining.ids:
            address = entity_address(defining.kind, defining.ids[0])
        pages[defining.path] = address
        pages[posixpath.splitext(defining.path)[0] + ".md"] = address
    for entity in content.entities:
        pages.update(_generated(entity, pages))
    for page in content.pages:
        pages[page] = page_address(page)
    for translation in content.translated_pages:
        own = page_address(translation.of)
        here = translation.language == content.language
        path = posixpath.join(translation.language, own.path).rstrip("/")
        pages[translation.path] = own if here else Address(path, is_folder=own.is_folder)
    return LinkMap(content.folder, pages, frozenset(content.assets))


def _generated(entity: Entity, known: Mapping[str, Address]) -> Iterable[tuple[str, Address]]:
    """Pages that stand under a Markdown path although no file of that name defines them."""
    address = entity_address(entity.kind_of, entity.id)
    if address.source not in known:
        yield address.source, address
    if isinstance(entity, Journey):
        for stage in entity.stages:
            page = stage_address(entity.id, stage.id)
            yield page.source, page
            for pain in (one for step in stage.steps for one in step.pains):
                page = pain_address(entity.id, pain.id)
                yield page.source, page


def boards_of(content: Content) -> tuple[str, ...]:
    """The boards that readers of `content` get, in the order of their overview."""
    has_translations = len(content.languages) > 1
    return tuple(
        one for one in ALL_BOARDS if one in content.boards and (has_translations or one != TRANSLATIONS.id)
    )


def page_address(page: str) -> Address:
    """Where the ordinary page at the path `page` stands."""
    stem = posixpath.splitext(page)[0]
    folder, name = posixpath.split(stem)
    return Address(folder, is_folder=True) if name.casefold() in {"index", "readme"} else Address(stem)
