"""What the theme's scripts fetch from the root of an edition: its search index and the list of its pages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from journeybook.mkdocs.editions import Editions

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
