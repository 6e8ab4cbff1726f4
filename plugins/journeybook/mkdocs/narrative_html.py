"""The HTML of a narrative made fit for pages of others: ids of its own, links that start at the site's root."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from journeybook.mkdocs.html_attributes import change_attributes

_ADDRESSES = frozenset({"href", "src", "poster", "data", "srcset"})
_ID_LISTS = frozenset({"for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls"})
_FRAGMENTS = frozenset({"href", "xlink:href", "usemap"})
_PAINT = re.compile(r"url\((#[^)]*)\)")
"""How the parts of a drawing (SVG) refer to each other."""
_GROUPS = frozenset({"input", "map", "details"})
"""Elements whose `name` ties them together."""

Resolve = Callable[[str], str]
"""Turns an address as written into one for the site."""


def fitted(html: str, prefix: str, resolve: Resolve) -> str:
    """`html` with `prefix` before every id and whatever refers to one, and every address through `resolve`."""
    ids = _ids(html)

    def change(tag: str, name: str, value: str) -> str:
        if name == "id" or (name == "name" and (tag in _GROUPS or (tag == "a" and value in ids))):
            return prefix + value
        if name in _ID_LISTS:
            return " ".join(prefix + one if one in ids else one for one in value.split())
        if name in _FRAGMENTS and value.startswith("#"):
            own = _fragment(value, prefix, ids)
            return resolve(value) if own == value and tag == "a" and name == "href" else own
        if name == "srcset":
            return ", ".join(_candidate(one, resolve) for one in value.split(","))
        if name in _ADDRESSES:
            return resolve(value)
        return _PAINT.sub(lambda found: f"url({_fragment(found[1], prefix, ids)})", value)

    return change_attributes(html, change)


def _ids(html: str) -> frozenset[str]:
    found: set[str] = set()

    def note(tag: str, name: str, value: str) -> str:
        if name == "id" or (name == "name" and tag == "map"):
            found.add(value)
        return value

    if "id=" in html or "ID=" in html or "name=" in html:
        change_attributes(html, note)
    return frozenset(found)


def _fragment(value: str, prefix: str, ids: frozenset[str]) -> str:
    """A link within the text; one that leads elsewhere on the page stays as it is."""
    wanted = value[1:]
    return f"#{prefix}{wanted}" if wanted in ids or unquote(wanted) in ids else value


def _candidate(written: str, resolve: Resolve) -> str:
    address, space, size = written.strip().partition(" ")
    return resolve(address) + space + size
