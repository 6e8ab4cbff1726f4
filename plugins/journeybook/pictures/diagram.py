"""A Mermaid diagram, ready to stand in a page."""

from __future__ import annotations

from msgspec import Struct


class Diagram(Struct, frozen=True):
    """A diagram's source and what those who cannot see it are told."""

    source: str
    """Mermaid text, every text in it escaped, with `accTitle` and `accDescr`."""
    title: str
    """The same title as plain text."""
    description: str
    """The same description as plain text: what the diagram says, in one or two sentences."""
    links: tuple[str, ...] = ()
    """Every address the diagram links to, relative to its page, as written in `source`."""
