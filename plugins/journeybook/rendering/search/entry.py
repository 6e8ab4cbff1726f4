"""One thing that readers find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page, or a spot on it, as the search finds it. All of it is plain text."""

    anchor: str
    """The spot's anchor; empty for the page itself."""
    title: str
    said: tuple[str, ...]
    """What is said there, a paragraph each."""
    tags: tuple[str, ...] = ()
    boost: float = 1
    """By how much it comes before others, 1 being usual."""

    @property
    def html_title(self) -> str:
        """The title as search plugins keep it."""
        return escape(self.title, quote=False)

    @property
    def html(self) -> str:
        """What is said as search plugins keep it."""
        return "".join(f"<p>{escape(one, quote=False)}</p>" for one in self.said)


def as_html(entries: Iterable[SearchEntry]) -> str:
    """The page of `entries` for search plugins that take pages apart by themselves: headings, then texts."""
    return "".join(
        f'<h2 id="{escape(one.anchor)}">{one.html_title}</h2>{one.html}'
        if one.anchor
        else f"<h1>{one.html_title}</h1>{one.html}"
        for one in entries
    )
