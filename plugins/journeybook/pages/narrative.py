"""Longer texts on a page, still in Markdown: only the host can turn them into HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Narrative:
    """A text in Markdown."""

    text: str
    file: str
    """The file that holds it, relative to the portal's root; relative links start there."""
    prefix: str
    """Goes before every id in it (headings, footnotes); ends in an underscore, so no spot has such an id."""
    language: str | None = None
    """Its language, where it differs from the portal's."""


Narrate = Callable[[Narrative], str]
"""Turns a narrative into HTML whose links into the site begin with `ROOT`. Given by the host."""
