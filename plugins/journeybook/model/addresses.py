"""Addresses: where everything stands in the site. Built here and nowhere else."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import quote

from msgspec import Struct

from journeybook.model.keys import ATLAS, BOARDS, COMPARE, SpotKey
from journeybook.model.kinds import Kind

_SAFE = "/!$&'()*+,;=:@"


class Address(Struct, frozen=True, gc=False):
    """One place of the site: a page, and an anchor on it."""

    path: str
    """The page without its ending: `journeys/claim`; for a folder's own page the folder; empty for the front."""
    anchor: str = ""
    """The element on it; empty for the page as a whole."""
    is_folder: bool = False
    """Whether the page is a folder's `index`."""

    @property
    def page(self) -> Address:
        """The page, without the anchor."""
        return Address(self.path, is_folder=self.is_folder)

    @property
    def source(self) -> str:
        """The Markdown path the page would have had as an ordinary page: `journeys/claim.md`."""
        return posixpath.join(self.path, "index.md") if self.is_folder else f"{self.path}.md"

    def file(self, *, directory_urls: bool) -> str:
        """The file of the site that holds the page, with forward slashes, not encoded."""
        if self.is_folder or directory_urls:
            return posixpath.join(self.path, "index.html")
        return f"{self.path}.html"

    def url(self, *, directory_urls: bool) -> str:
        """The address relative to the site's root, percent-encoded; `./` for the front page."""
        file = self.file(directory_urls=directory_urls)
        if directory_urls:
            file = file.removesuffix("index.html")
        url = _encoded(file) or "./"
        return f"{url}#{_encoded(self.anchor).replace('/', '%2F')}" if self.anchor else url


@lru_cache(maxsize=4_096)
def _encoded(text: str) -> str:
    return quote(text, safe=_SAFE)


FRONT = Address("", is_folder=True)


def root_of(page: Address, *, directory_urls: bool) -> str:
    """The way from `page` up to the site's root: `../../`, or `./` for pages in the root."""
    depth = page.file(directory_urls=directory_urls).count("/")
    return "../" * depth or "./"


def index_address(kind: Kind) -> Address:
    """The overview page of `kind`."""
    return Address(kind.folder, is_folder=True)


def entity_address(kind: Kind, entity_id: str) -> Address:
    """The page of a persona, journey, touchpoint … ."""
    return Address(f"{kind.folder}/{entity_id}")


def stage_address(journey: str, stage: str) -> Address:
    """The page of a stage."""
    return Address(f"{Kind.JOURNEY.folder}/{journey}/{stage}")


def step_address(journey: str, step: str) -> Address:
    """A step on its journey's page; its anchor is its bare id, for anchors of ours hold an underscore."""
    return Address(f"{Kind.JOURNEY.folder}/{journey}", step)


def step_on_stage_address(journey: str, stage: str, step: str) -> Address:
    """The same step on its stage's page."""
    return Address(f"{Kind.JOURNEY.folder}/{journey}/{stage}", step)


def pain_address(journey: str, pain: str) -> Address:
    """The page of a pain."""
    return Address(f"{Kind.PAIN.folder}/{journey}/{pain}")


def pain_at_step_address(journey: str, pain: str) -> Address:
    """The same pain at its step, on its journey's page."""
    return Address(f"{Kind.JOURNEY.folder}/{journey}", f"pain_{pain}")


ATLAS_ADDRESS = Address("atlas")
COMPARE_ADDRESS = Address("compare", is_folder=True)
BOARDS_ADDRESS = Address("boards", is_folder=True)
CHANGES_ADDRESS = Address("changes", is_folder=True)


def atlas_address(portal: str) -> Address:
    """The atlas of the other portal that is called `portal`."""
    return Address(f"{ATLAS_ADDRESS.path}/{portal}")


def comparison_address(future: str) -> Address:
    """The page that holds the journey `future` against the one it improves."""
    return Address(f"{COMPARE_ADDRESS.path}/{future}")


def board_address(board: str) -> Address:
    """The page of a board."""
    return Address(f"{BOARDS_ADDRESS.path}/{board}")


def address_of(key: SpotKey) -> Address:
    """Where the spot `key` stands."""
    match key.kind:
        case Kind.STAGE:
            return stage_address(key.journey, key.id)
        case Kind.STEP:
            return step_address(key.journey, key.id)
        case Kind.PAIN:
            return pain_address(key.journey, key.id)
        case "index":
            return index_address(Kind(key.id))
        case "atlas":
            return ATLAS_ADDRESS if key == ATLAS else atlas_address(key.id.removeprefix("portal/"))
        case "compare":
            return COMPARE_ADDRESS if key == COMPARE else comparison_address(key.id)
        case "board":
            return BOARDS_ADDRESS if key == BOARDS else board_address(key.id)
        case "changes":
            return CHANGES_ADDRESS
        case "page":
            name = key.id.removesuffix("/index").removesuffix("index")
            return Address(name, is_folder=name != key.id)
        case _:
            return entity_address(Kind(key.kind), key.id)
