"""What reading a portal's files gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from journeybook.model import Entity, Kind
from journeybook.model.block import Block
from journeybook.model.boards import ALL_BOARDS
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.keys import SpotKey
from journeybook.model.other_portals import NO_OTHERS, OtherPortals
from journeybook.model.places import Place
from journeybook.reading.text_links import TextLink, TextLinks


@dataclass(frozen=True, slots=True)
class DefiningFile:
    """A file that defines entities, and so is no ordinary page."""

    path: str
    """Relative to the content folder, with forward slashes."""
    kind: Kind
    """What it defines."""
    ids: tuple[str, ...]
    """The ids it defines, in the order written; empty if it could not be read."""
    holds_many: bool
    """Whether it maps ids to keys, as `channels.yml` does, rather than being one entity itself."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The Markdown of an ordinary page."""

    path: str
    """Relative to the content folder, with forward slashes."""
    text: str
    """All that follows its front matter."""
    line: int = 1
    """The line of the file in which `text` begins."""
    file: str = ""
    """The file it stands in, where that is a translation of the page; relative to the content folder."""


@dataclass(frozen=True, slots=True)
class TranslatedPage:
    """An ordinary page in another language: `about.pl.md` beside `about.md`."""

    path: str
    """Relative to the content folder, with forward slashes."""
    of: str
    """The page it translates; there need be none, and then it is a page of that language alone."""
    language: str
    """As the portal writes it."""
    text: PageText | None = None
    """What it says, if it may mention something of the portal."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The texts of an entity, stage, step or pain in another language."""

    language: str
    """As the portal writes it."""
    key: SpotKey
    """What they are texts of."""
    values: Mapping[str, Any]
    """Texts by field; for records without an id, a list of such mappings in the original's order."""
    place: Place
    """Where they stand."""
    day: date | None = None
    """When they were last held against the original."""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything read from the content folder."""

    folder: str
    """The content folder relative to the portal's root, with forward slashes: `content`."""
    entities: tuple[Entity, ...]
    """Entities in file order; touchpoints written inline stand among them."""
    files: tuple[DefiningFile, ...]
    """The files that define them."""
    pages: tuple[str, ...]
    """Ordinary Markdown pages, relative to the content folder."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong, in file order."""
    unread: frozenset[tuple[Kind, str]] = frozenset()
    """Entities that a file must hold but that could not be read; a reference to one is no second finding.

    A journey in here stands for its stages and steps as well.
    """
    assets: tuple[str, ...] = ()
    """Files that are published as they are (pictures, downloads), relative to the content folder."""
    page_texts: tuple[PageText, ...] = ()
    """What ordinary pages say."""
    withheld: tuple[str, ...] = ()
    """Surveys and contact logs: read, never published. Relative to the content folder."""
    blocks: tuple[Block, ...] = ()
    """Building blocks in ordinary pages and narratives, in file order."""
    internal_pages: frozenset[str] = frozenset()
    """Ordinary pages whose front matter says `audience: internal`, relative to the content folder."""
    translations: tuple[Translation, ...] = ()
    """Texts in the other languages of the portal."""
    translated_pages: tuple[TranslatedPage, ...] = ()
    """Ordinary pages in the other languages of the portal."""
    languages: tuple[str, ...] = ()
    """The languages the portal is published in, its own first."""
    language: str = ""
    """The language it was translated into; empty for the content as written."""
    originals: tuple[Entity, ...] = ()
    """Its entities as written, where it was translated."""
    boards: tuple[str, ...] = ALL_BOARDS
    """The boards its readers get."""
    links: TextLinks = field(default_factory=dict[str, tuple[TextLink, ...]], repr=False)
    """The links of texts as they are written; of other texts nobody has looked for them."""
    others: OtherPortals = NO_OTHERS
    """What is known of other portals."""
