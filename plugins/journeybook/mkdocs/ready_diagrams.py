"""Diagrams that come into pages ready drawn, where `journeybook.yml` says `diagrams: svg`."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from journeybook.drawing import Drawer
from journeybook.mkdocs.editions import Editions
from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.generated import GeneratedFile
from journeybook.mkdocs.host_config import portal_root
from journeybook.model.portal_options import PortalOptions
from journeybook.pages.sections.diagrams import flow_sources
from journeybook.portal.mentions import entities_in
from journeybook.rendering import may_hold_fence


class ReadyDiagrams:
    """Draws diagrams for one build after another."""

    def __init__(self) -> None:
        self._drawers: dict[Path, Drawer] = {}
        self.has_drawn = False
        """Whether this build had to draw anything, or could not; else all was kept from earlier builds."""

    def drawer(self, options: PortalOptions, config: MkDocsConfig) -> Drawer | None:
        """Who draws in a build of a portal of these options; None where a script does in the page."""
        self.has_drawn = False
        if options.diagrams != "svg":
            return None
        root = portal_root(config)  # MkDocs may keep the plugin, and with it this, for another portal
        if root not in self._drawers:
            self._drawers[root] = Drawer(root, self._say)
        return self._drawers[root]

    def _say(self, what: str) -> None:
        self.has_drawn = True
        log.info(what)


def draw_ahead(drawer: Drawer, editions: Editions) -> None:
    """Draw every journey's flow, several at once, before pages ask for one after the other."""
    drawer.prepare(source for edition in editions.all for source in flow_sources(edition.context))
    drawer.tidy()


def authors_draw(files: Files, editions: Editions) -> bool:
    """Whether an author may have written a Mermaid fence: on a page, or in a narrative of any language."""
    pages = (file.content_string for file in files.documentation_pages() if not isinstance(file, GeneratedFile))
    narratives = (
        entity.narrative or ""
        for edition in editions.all
        for top in edition.context.portal.content.entities
        for _, entity in entities_in(top)
    )
    return any(map(may_hold_fence, chain(pages, narratives)))
