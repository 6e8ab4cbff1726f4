"""Where everything of a portal stands in its site, language by language, whoever builds it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from journeybook.model.addresses import FRONT, Address
from journeybook.model.ids import folded
from journeybook.pages import Context, plan
from journeybook.pages.planned import PlannedPage
from journeybook.pages.scope import in_folder
from journeybook.pages.titles import title_about_many
from journeybook.portal.link_map import page_address


@dataclass(frozen=True, slots=True)
class OwnPage:
    """An ordinary page of the author's."""

    path: str
    """The file it is written in, relative to the content folder."""
    of: str
    """The page it translates; itself if it is none."""
    address: Address
    """Where it stands in its edition."""


@dataclass(frozen=True)
class Edition:
    """Where everything of one language stands."""

    context: Context

    @property
    def folder(self) -> str:
        """Its folder; empty for the original."""
        return self.context.scope.folder

    @property
    def language(self) -> str:
        """Its language."""
        return self.context.options.language

    @cached_property
    def own(self) -> tuple[OwnPage, ...]:
        """The author's pages in its language, in file order."""
        content = self.context.portal.content
        if not self.folder:
            return tuple(OwnPage(path, path, page_address(path)) for path in content.pages)
        translated = (page for page in content.translated_pages if page.language == self.language)
        return tuple(OwnPage(page.path, page.of, page_address(page.of)) for page in translated)

    @cached_property
    def planned(self) -> tuple[PlannedPage, ...]:
        """Every page that there would be if the author wrote none."""
        return plan(self.context.portal, has_past=bool(self.context.history))

    @cached_property
    def addresses(self) -> frozenset[Address]:
        """Where it has a page."""
        return frozenset({FRONT, *(page.address for page in self.planned), *(page.address for page in self.own)})

    def file_of(self, page: OwnPage) -> str:
        """The file that a page of the author's is written to, from the root of the site."""
        return self.source(page.address) if self.folder else page.path

    def source(self, address: Address) -> str:
        """The file that a page is written to, from the root of the site."""
        return in_folder(address, self.folder).source

    def url(self, address: Address) -> str:
        """Where a page stands, from the root of the site."""
        url = in_folder(address, self.folder).url(directory_urls=self.context.directory_urls)
        return url.removeprefix("./")

    def built(self, address: Address) -> str:
        """The file that generators make of a page, from the root of the site."""
        return in_folder(address, self.folder).file(directory_urls=self.context.directory_urls)


class Editions:
    """All languages of a generated site."""

    def __init__(self, contexts: tuple[Context, ...]) -> None:
        """`contexts` are the portal in each language, the original first."""
        self.all = tuple(map(Edition, contexts))
        self._own = {edition.built(page.address) for edition in self.all for page in edition.own}

    @property
    def original(self) -> Edition:
        """The edition in the portal's own language."""
        return self.all[0]

    def made(self, edition: Edition) -> list[PlannedPage]:
        """The pages of `edition` that are made: the author has written none there."""
        return [page for page in edition.planned if edition.built(page.address) not in self._own]

    def has_front(self, edition: Edition) -> bool:
        """Whether the author has written the front page of `edition`."""
        return edition.built(FRONT) in self._own

    def languages_of(self, address: Address) -> tuple[str, ...]:
        """The languages in which there is a page at `address`."""
        return tuple(edition.language for edition in self.all if address in edition.addresses)

    @cached_property
    def taken(self) -> frozenset[str]:
        """Every file that generators make of a page, from the root of the site, without regard to case."""
        return frozenset(folded(edition.built(one)) for edition in self.all for one in edition.addresses)

    @cached_property
    def places(self) -> dict[str, str]:
        """The file that is written for every address of a page, both from the root of the site."""
        found: dict[str, str] = {}
        for edition in self.all:
            found |= {edition.url(one): edition.source(one) for one in edition.addresses}
        for edition in reversed(self.all):
            found |= {edition.url(page.address): edition.file_of(page) for page in reversed(edition.own)}
        return found


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way into an edition."""

    title: str
    folder: str
    """The folder of what it leads to, in the edition."""
    file: str
    """The file in which it is written, from the root of the site."""


def entrances_of(editions: Editions, edition: Edition, *, boards: bool = False) -> list[Entrance]:
    """The atlas and the overviews of `edition`; or its boards."""
    pages = [page for page in edition.planned if (page.is_board if boards else page.is_entrance)]
    return [
        Entrance(
            title_about_many(page.key, edition.context.words),
            page.address.path,
            editions.places[edition.url(page.address)],
        )
        for page in pages
    ]
