"""What readers find when they search: entries of pages, made from what the pages show and not from their HTML."""

from journeybook.rendering.search.entries import entries_of
from journeybook.rendering.search.entry import SearchEntry, as_html, packed, unpacked
from journeybook.rendering.search.passages import passages_in
from journeybook.rendering.search.pieces import Found, Pieces, pieces_of

__all__ = [
    "Found",
    "Pieces",
    "SearchEntry",
    "as_html",
    "entries_of",
    "packed",
    "passages_in",
    "pieces_of",
    "unpacked",
]
