"""One thing that readers find."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import msgspec


class SearchEntry(msgspec.Struct, frozen=True, array_like=True, gc=False):
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


_encoded = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(tuple[SearchEntry, ...]).decode


def packed(entries: tuple[SearchEntry, ...]) -> bytes:
    """`entries` in a tenth of the room, for as long as nobody looks at them."""
    return _encoded(entries) if entries else b""


def unpacked(entries: bytes) -> tuple[SearchEntry, ...]:
    """The entries that were `packed`."""
    return _decoded(entries) if entries else ()


def as_html(entries: Iterable[SearchEntry]) -> str:
    """The page of `entries` for search plugins that take pages apart by themselves: headings, then texts."""
    return "".join(
        f'<h2 id="{escape(one.anchor)}">{one.html_title}</h2>{one.html}'
        if one.anchor
        else f"<h1>{one.html_title}</h1>{one.html}"
        for one in entries
    )
