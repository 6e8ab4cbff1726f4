"""Building blocks as this build of the portal shows them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from mkdocs.exceptions import PluginError

from journeybook.mkdocs.blocks_in_markdown import BlocksExtension
from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.markdown_links import whereabouts
from journeybook.mkdocs.override_faults import fault_of
from journeybook.mkdocs.portal_links import PortalLinks
from journeybook.rendering import BlockHtml, Draw, with_pictures

if TYPE_CHECKING:
    from markdown import Markdown


@dataclass(frozen=True)
class ShownBlocks:
    """Shows building blocks; says what is wrong with those that nobody has read before."""

    blocks: BlockHtml
    links: PortalLinks
    root: Path
    """The portal's root folder."""
    overrides: Path | None
    """The folder of the author's own templates."""
    serving: bool
    """Whether a server shows the pages to their author; then nothing is raised that is the author's to mend."""
    draw: Draw | None = None
    """Draws diagrams; without it a script does so in the page."""

    def html(self, file: str, text: str) -> str:
        """The block in `file` that `text` describes; its links begin with `ROOT`."""
        try:
            html, found = self.blocks.html(text, file)
        except TemplateError as error:
            if not (fault := fault_of(error, self.overrides, self.root)):
                raise
            if not self.serving:
                raise PluginError(fault) from error
            log.error("%s", fault)
            return f'<div class="admonition failure" role="alert"><p>{escape(fault)}</p></div>'
        if found and not self.links.is_known_page(file):
            # Another plugin has made this text; reading has not seen it.
            for one in found:
                log.warning("%s: %s %s", file, one.code, one.message)
        return with_pictures(html, self.draw)


def blocks_on_pages(blocks: Callable[[str], ShownBlocks]) -> BlocksExtension:
    """Blocks in ordinary pages, for the host's own Markdown; `blocks` gives those of the page at a path."""

    def show(md: Markdown, text: str) -> str:
        here = whereabouts(md)
        src_uri, dest_uri = (here[0].src_uri, here[0].dest_uri) if here else ("", "")
        shown = blocks(src_uri)
        file = posixpath.join(shown.links.portal.link_map.folder, src_uri)
        scope = shown.links.scope
        depth = dest_uri.removeprefix(f"{scope.folder}/").count("/")
        return scope.resolved(shown.html(file, text), "../" * depth or "./")

    return BlocksExtension(show)
