"""What rendering gives the host."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of a page's table of contents."""

    level: int
    """2 or 3."""
    id: str
    title: str
    """Plain text."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's body, ready for the host's page shell."""

    html: str
    """The body, from its `h1` on; links are relative to the page."""
    headings: tuple[Heading, ...]
    """Its headings below the title, in order."""
    description: str
    """One plain sentence for search engines and previews."""
