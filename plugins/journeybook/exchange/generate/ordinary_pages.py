"""The author's own pages, with links that lead to the generated files."""

from __future__ import annotations

from journeybook.exchange.page_titles import title_of
from journeybook.pages import Context
from journeybook.pages.entrances import entrances_below
from journeybook.pages.ordinary import comments_on_page
from journeybook.reading.front_matter import split
from journeybook.reading.sources import Source
from journeybook.rendering import Renderer
from journeybook.rendering.markdown import MarkdownPages


def ordinary_page(path: str, text: str, context: Context, renderer: Renderer, pages: MarkdownPages) -> str:
    """The ordinary page `path` (relative to the content folder), whose file says `text`, fit for its place."""
    parts = split(Source(text))
    head, body = "", text
    if parts and parts.keys is not None:
        head = f"---\n{parts.keys.text.rstrip()}\n---\n\n"
        body = parts.body.text
    file = f"{context.portal.content.folder}/{path}"
    comment = comments_on_page(context, path, title_of(path, text))
    drawn = renderer.drawn_below(comment, entrances_below(context, path), context.edit(file, 1))
    below = pages.part(drawn, path)
    written = pages.authors(blocks_expanded(body, path), file, path)
    return f"{head}{written}\n" + (f"\n{below}" if below.strip() else "")


def blocks_expanded(text: str, path: str) -> str:  # noqa: ARG001  # blocks will know the page they stand on
    """`text` with the portal's building blocks as Markdown; here the renderer of blocks plugs in."""
    return text
