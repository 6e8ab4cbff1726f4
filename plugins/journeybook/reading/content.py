"""What reading a portal's files gives."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model import Entity, Kind
from journeybook.model.diagnostics import Diagnostic


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
    internal_pages: frozenset[str] = frozenset()
    """Ordinary pages whose front matter says `audience: internal`, relative to the content folder."""
