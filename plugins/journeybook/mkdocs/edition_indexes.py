"""What the theme's scripts fetch from the root of an edition: its search index and the list of its pages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from journeybook.mkdocs.editions import Editions
from journeybook.model.addresses import Address
from journeybook.pages import Context
from journeybook.pages.scope import folder_of, in_folder

_JSON, _SCRIPT = "search_index.json", "search_index.js"
_SCRIPT_START = "var __index = "
"""How Material's plugin `offline` writes the index, which pages opened from a disk then load as a script."""

Words = Callable[[str], dict[str, Any] | None]
"""Gives how texts of a language are taken apart for the search; None to do as the original does."""


def split_index(site: Path, editions: Editions, settings: Words) -> None:
    """Divide the index that search plugins have written among the folders of the `editions`."""
    for name, start in ((_JSON, ""), (_SCRIPT, _SCRIPT_START)):
        path = site / "search" / name
        if not path.is_file():
            continue
        text = path.read_text(encoding="utf-8")
        if not text.startswith(start):
            continue
        index = json.loads(text.removeprefix(start))
        rest: list[dict[str, Any]] = index["docs"]
        for edition in editions.all[1:]:
            folder = f"{edition.folder}/"
            own = [_within(one, folder) for one in rest if one["location"].startswith(folder)]
            rest = [one for one in rest if not one["location"].startswith(folder)]
            config = {**index["config"], **(settings(edition.folder) or {})}
            _write(site / folder / "search" / name, start, {**index, "config": config, "docs": own})
        _write(path, start, {**index, "docs": rest})


def tell_guides(site: Path, guides: Mapping[str, Mapping[str, Any]]) -> None:
    """Write into the index of each folder how its pieces are found, for the worker that gets to see it."""
    for folder, guide in guides.items():
        for name, start in ((_JSON, ""), (_SCRIPT, _SCRIPT_START)):
            path = site / folder / "search" / name
            if path.is_file():
                index = json.loads(path.read_text(encoding="utf-8").removeprefix(start))
                _write(path, start, {**index, "config": {**index["config"], "pieces": guide}})


_LOCATION = re.compile(r"<loc>(.*?)</loc>")


def with_languages(site_map: str, editions: Editions) -> str:
    """The list of pages `site_map`, where each page names itself in all its languages.

    The form is that of https://developers.google.com/search/docs/specialty/international/localized-versions.
    """
    links = _links_by_address(editions)

    def linked(found: re.Match[str]) -> str:
        return found[0] + links.get(unquote(unescape(found[1])), "")

    named = _LOCATION.sub(linked, site_map)
    return named.replace("<urlset ", '<urlset xmlns:xhtml="http://www.w3.org/1999/xhtml" ', 1)


def _links_by_address(editions: Editions) -> dict[str, str]:
    """For the full address, not encoded, of each page in several languages: the elements that name them."""
    context = editions.original.context
    found: dict[str, str] = {}
    for address in dict.fromkeys(address for edition in editions.all for address in edition.links.sources):
        languages = editions.languages_of(address)
        if not context.site or len(languages) < 2:
            continue
        urls = {one: _full_address(address, one, context) for one in languages}
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{escape(one)}" href="{escape(url)}"/>'
            for one, url in urls.items()
        )
        found |= dict.fromkeys(map(unquote, urls.values()), links)
    return found


def _full_address(address: Address, language: str, context: Context) -> str:
    there = in_folder(address, folder_of(language, context.scope.languages))
    return context.site + there.url(directory_urls=context.directory_urls).removeprefix("./")


_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)


def split_site_map(site: Path, editions: Editions) -> None:
    """Give each edition but the original a list of its own pages; that of the whole site stays whole.

    Material's instant navigation reads it, and so loads anew what the list does not hold: other languages.
    """
    path, address = site / "sitemap.xml", editions.original.context.site
    if not path.is_file() or not address:
        return
    text = path.read_text(encoding="utf-8")
    for edition in editions.all[1:]:
        start = f"<loc>{address}{edition.folder}/"
        own = _ENTRY.sub(lambda found, start=start: found[0] if start in found[0] else "", text)
        (site / edition.folder / "sitemap.xml").write_text(own, encoding="utf-8")


def _within(entry: dict[str, Any], folder: str) -> dict[str, Any]:
    """`entry` with the address it has from `folder` on."""
    return {**entry, "location": entry["location"].removeprefix(folder)}


def _write(path: Path, start: str, index: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(start + json.dumps(index, separators=(",", ":")), encoding="utf-8")
