"""What rendering gives the host."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.pages.pieces import Heading
from journeybook.rendering.drawn import Drawn
from journeybook.rendering.search.entry import SearchEntry


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's body, ready for the host's page shell."""

    html: str
    """The body, with its `h1`; links are relative to the page."""
    headings: tuple[Heading, ...]
    """Its headings below the title, in order."""
    description: str
    """One plain sentence for search engines and previews."""
    found: tuple[SearchEntry, ...] = ()
    """What readers find on it when they search."""
    drawn: Drawn | None = None
    """What the templates gave, for who wants the page in another form; None if they gave nothing."""


__all__ = ["Heading", "Rendered"]
