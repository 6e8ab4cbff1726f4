"""What readers find when they search: entries of pages, made from what the pages show and not from their HTML."""

from journeybook.rendering.search.entries import entries_of
from journeybook.rendering.search.entry import SearchEntry, as_html

__all__ = ["SearchEntry", "as_html", "entries_of"]
