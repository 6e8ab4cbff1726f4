"""The author's own pages, with links that lead to the generated files."""

from __future__ import annotations

import re
from html import escape

from journeybook.exchange.editions import OwnPage
from journeybook.exchange.generate.yaml_text import dump
from journeybook.exchange.page_titles import title_of
from journeybook.model.inline import to_plain
from journeybook.pages import Context
from journeybook.pages.entrances import entrances_below
from journeybook.pages.language_links import language_links
from journeybook.pages.ordinary import comments_on_page
from journeybook.reading.front_matter import split
from journeybook.reading.sources import Source
from journeybook.rendering import Renderer
from journeybook.rendering.markdown import MarkdownPages

_APART = "\n\n<!-- -->\n\n"
"""Keeps lists of the author's from joining those above and below."""
_TITLE_KEY = re.compile(r"^title\s*:", re.MULTILINE)


class OrdinaryPages:
    """Makes the author's pages of one edition fit for their places."""

    def __init__(self, context: Context, renderer: Renderer, pages: MarkdownPages) -> None:
        self._context = context
        self._renderer = renderer
        self._pages = pages

    def written(self, page: OwnPage, text: str, at: str, languages: tuple[str, ...]) -> tuple[str, str]:
        """Front matter and body of `page`, whose file says `text`, for the file `at`.

        Above it stand links to the same page in the other `languages`, below it where comments go.
        """
        parts = split(Source(text))
        keys, body = "", text
        if parts and parts.keys is not None:
            keys, body = parts.keys.text.rstrip(), parts.body.text
        title = title_of(page.path, text)
        links = language_links(self._context.scope, page.address, languages)
        above = self._pages.part(self._renderer.drawn_above(links), at) if links else ""
        if above and not _TITLE_KEY.search(keys):
            # Generators take the first heading for the title only where nothing stands above it.
            keys = f"{keys}\n{dump({'title': escape(to_plain(title), quote=False)}).rstrip()}".lstrip("\n")
        file = f"{self._context.portal.content.folder}/{page.path}"
        below = self._below(page, title, file, at)
        written = self._pages.authors(body, file, at)
        head = f"---\n{keys}\n---\n\n" if keys else ""
        blocks = [one for one in (above.strip("\n"), written, below.strip("\n")) if one]
        return head, _APART.join(blocks) + "\n"

    def _below(self, page: OwnPage, title: str, file: str, at: str) -> str:
        comment = comments_on_page(self._context, page.path, title)
        entrances = entrances_below(self._context, page.of)
        return self._pages.part(self._renderer.drawn_below(comment, entrances, self._context.edit(file, 1)), at)
