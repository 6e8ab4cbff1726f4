"""What readers find on pages of the engine, put into the index of the host's search plugin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from importlib.util import find_spec
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.toc import AnchorLink, TableOfContents

from journeybook.mkdocs.search_pieces import FoundOnPage, taken_from
from journeybook.rendering.search import Found, SearchEntry, as_html, packed, unpacked

_PLUGINS = ("material/search", "materialx/search", "search")
_SEARCH_ATTRIBUTE = re.compile(r'\s?data-search-\w+(?:="[^"]*")?')
_HAN = re.compile("[\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

EXCLUDED = {"exclude": True}
"""In the front matter of a page: search plugins leave it alone."""


@dataclass(frozen=True, slots=True)
class _Searched:
    """A page as search plugins see it; those that take pages apart themselves read these and no more."""

    url: str
    title: str
    packed: bytes
    """The entries."""
    meta: Mapping[str, Any]

    @property
    def entries(self) -> tuple[SearchEntry, ...]:
        return unpacked(self.packed)

    @property
    def stamp(self) -> bytes:
        return repr((self.url, self.meta.get("tags"), self.meta.get("search"))).encode() + self.packed

    def found(self) -> Iterator[Found]:
        entries = self.entries
        for one in entries:
            tags = tuple(unescape(tag) for tag in _tags(one, self))
            boost = float(_boost(one, self))
            yield Found(_location(one, self), one.title, entries[0].title, one.said, tags, boost)

    @property
    def content(self) -> str:
        return as_html(self.entries)

    @property
    def toc(self) -> TableOfContents:
        return TableOfContents([AnchorLink(one.html_title, one.anchor, 2) for one in self.entries if one.anchor])


class Searched:
    """Gathers what is found on each page while pages are made, in any order, and adds it when all are."""

    def __init__(self, config: MkDocsConfig) -> None:
        """`config` is what every plugin has had its say in."""
        self._index = search_index(config)
        self.takes_entries = isinstance(getattr(self._index, "entries", None), list)
        """Whether the index takes ready entries: Material's. MkDocs' own takes pages apart, and keeps less."""
        self._pages: dict[str, _Searched] = {}

    def note(self, file: File, title: str, entries: tuple[SearchEntry, ...], meta: Mapping[str, Any]) -> None:
        """Keep what is found on the page of `file`, whose front matter is `meta`; its `title` is HTML."""
        self.note_packed(file, title, packed(entries), meta)

    def note_packed(self, file: File, title: str, entries: bytes, meta: Mapping[str, Any]) -> None:
        """The same of `entries` that are packed already."""
        if entries and not _search_meta(meta).get("exclude"):
            self._pages[file.src_uri] = _Searched(file.url, title, entries, meta)

    def add(self, names: Iterable[str]) -> None:
        """Add what is found on pages to the index of the search plugin, if any.

        `names` are the paths under which MkDocs knows them, and say their order.
        """
        pages = self._taken(names)
        if self.takes_entries:
            segmented = _segmented(self._index)
            self._index.entries += (_as_kept(one, page, segmented) for page in pages for one in page.entries)
        elif self._index is not None:
            for page in pages:
                self._index.add_entry_from_context(page)

    def found(self, names: Iterable[str]) -> list[FoundOnPage]:
        """All that is found, of which nothing is left in the search plugin's index, nor gathered here."""
        of_authors = taken_from(self._index.entries)
        self._index.entries = []
        return [*of_authors, *self._taken(names)]

    def _taken(self, names: Iterable[str]) -> list[_Searched]:
        return [self._pages.pop(name) for name in names if name in self._pages]


def search_index(config: MkDocsConfig) -> Any:
    """The index that the host's search plugin gathers; None if there is no such plugin, or it is off."""
    plugins = cast(Any, config.plugins)
    plugin = next((found for name in _PLUGINS if (found := plugins.get(name))), None)
    if plugin is None or not plugin.config.get("enabled", True):
        return None
    return getattr(plugin, "search_index", None)


def without_search_marks(html: str) -> str:
    """`html` without attributes that speak to search plugins."""
    html = html.replace(" data-search-exclude", "")  # as good as all of them, and many times as fast
    return _SEARCH_ATTRIBUTE.sub("", html) if "data-search-" in html else html


def _search_meta(meta: Mapping[str, Any]) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", meta.get("search") or {})


def _location(entry: SearchEntry, page: _Searched) -> str:
    return f"{page.url}#{entry.anchor}" if entry.anchor else page.url


def _boost(entry: SearchEntry, page: _Searched) -> float:
    return _search_meta(page.meta).get("boost", entry.boost)


def _as_kept(entry: SearchEntry, page: _Searched, segmented: Callable[[str], str]) -> dict[str, Any]:
    """An entry in the form of Material's index."""
    kept: dict[str, Any] = {
        "location": _location(entry, page),
        "title": segmented(entry.html_title),
        "text": segmented(entry.html),
    }
    if tags := _tags(entry, page):
        kept["tags"] = tags
    if (boost := _boost(entry, page)) != 1:
        kept["boost"] = boost
    return kept


def _tags(entry: SearchEntry, page: _Searched) -> list[str]:
    """As HTML. Those of the page are in its front matter, where other plugins may have added to them."""
    if entry.anchor:
        return [escape(tag, quote=False) for tag in entry.tags]
    written: Any = page.meta.get("tags")
    return [str(tag) for tag in cast("list[object]", written) if tag] if isinstance(written, list) else []


def _segmented(index: Any) -> Callable[[str], str]:
    """Divides Chinese texts into words, where what Material divides them with is installed."""
    segment = getattr(index, "_segment_chinese", None)
    if segment is None or not find_spec("jieba"):
        return lambda text: text
    return lambda text: cast(str, segment(text)) if _HAN.search(text) else text
