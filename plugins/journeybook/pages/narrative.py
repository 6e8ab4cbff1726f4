"""Longer texts on a page, still in Markdown: only the host can turn them into HTML."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from journeybook.model.addresses import Address


class Narrative(Struct, frozen=True):
    """A text in Markdown."""

    text: str
    file: str
    """The file that holds it, relative to the portal's root; relative links start there."""
    prefix: str
    """Goes before every id in it (headings, footnotes); ends in an underscore, so no spot has such an id."""
    language: str | None = None
    """Its language, where it differs from the portal's."""
    whole: Address | None = None
    """The page with the anchors that this one has not: a stage's page shows one part of its journey's."""
    here: frozenset[str] = frozenset()
    """The anchors that this page has too."""

    def anchor(self, written: str) -> Address | None:
        """Where the link `written`, if it is a mere `#anchor`, leads; None if it stays on its page."""
        wanted = unquote(written[1:])
        if self.whole is None or not written.startswith("#") or not wanted or wanted in self.here:
            return None
        return replace(self.whole, anchor=wanted)


Narrate = Callable[[Narrative], str]
"""Turns a narrative into HTML whose links into the site begin with `ROOT`. Given by the host."""
