"""Everything that a generated site consists of, as values: paths and what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import journeybook_theme
from journeybook.drawing.script import mermaid_script
from journeybook.exchange.editions import Editions, entrances_of
from journeybook.exchange.generate.navigation import navigation, with_generated_names, without_paths
from journeybook.exchange.generate.pages import PagesOfEdition
from journeybook.exchange.generate.settings import ASSETS, settings_text
from journeybook.exchange.generate.source import Source
from journeybook.model.addresses import FRONT
from journeybook.pages.language_links import own_name
from journeybook.rendering import may_hold_fence
from journeybook_theme import MERMAID_SCRIPTS

DOCS = "docs"
"""The folder of the pages."""

_MERMAID = f"{ASSETS}/vendor/mermaid.js"


def generated_files(source: Source) -> Iterator[tuple[str, str | bytes]]:
    """Every file with its path from the output folder, pages first; each path comes once."""
    editions = Editions(source.contexts)
    found: dict[str, str | bytes] = {}
    for path, content in _documents(source, editions):
        found.setdefault(f"{DOCS}/{path}", content)
    draws = f"{DOCS}/{_MERMAID}" in found
    found["mkdocs.yml"] = settings_text(
        source.host, _nav(source, editions), source.context.options.language, draws=draws
    )
    return iter(found.items())


def _documents(source: Source, editions: Editions) -> Iterator[tuple[str, str | bytes]]:
    """Pages, pictures, styles, scripts and redirects, by their paths in `docs`; the first at a path wins."""
    writers = [PagesOfEdition(source, editions, edition) for edition in editions.all]
    draws = source.draw is None
    for writer in writers:
        for path, text in writer.files():
            draws = draws or may_hold_fence(text)
            yield path, text
    for path in source.context.portal.content.assets:
        yield path, source.read(path)
    for writer in writers:
        yield from writer.feed()
        yield from writer.redirects()
    for name, content in journeybook_theme.published_files():
        if draws or name not in MERMAID_SCRIPTS:
            yield f"{ASSETS}/{name}", content
    if draws:
        yield _MERMAID, mermaid_script().read_bytes()


def _nav(source: Source, editions: Editions) -> list[Any]:
    """The author's navigation; or that of the original, and the front page of every other language."""
    original, *others = editions.all
    if source.host.nav is not None:
        entries = without_paths(list(source.host.nav), source.left_out.paths)
        return with_generated_names(entries or [], lambda path: _named(path, editions))
    own = [page.path for page in original.own]
    pages = own if FRONT.source in own else [FRONT.source, *own]
    fronts = [{own_name(edition.language): editions.places[edition.url(FRONT)]} for edition in others]
    return [*navigation(pages, entrances_of(editions, original)), *fronts]


def _named(path: str, editions: Editions) -> str:
    """The generated file of what the author's navigation calls `path`."""
    original = editions.original
    found = original.context.portal.link_map.pages.get(path)
    return editions.places.get(original.url(found), path) if found else path
