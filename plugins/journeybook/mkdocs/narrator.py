"""Narratives rendered with the Markdown that the author chose for the whole site."""

from __future__ import annotations

from typing import Any, Protocol, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import _RelativePathTreeprocessor  # pyright: ignore[reportPrivateUsage]

from journeybook.mkdocs.blocks_in_markdown import BlocksExtension
from journeybook.mkdocs.markdown_links import RELATIVE_PATHS, PageLinksExtension, add_mentions
from journeybook.mkdocs.mentioned import Mentioned
from journeybook.mkdocs.narrative_html import fitted
from journeybook.mkdocs.portal_links import PortalLinks
from journeybook.mkdocs.shown_blocks import ShownBlocks
from journeybook.pages.narrative import Narrative


class _Converter(Protocol):
    """What we use of Python-Markdown, which has no types."""

    def reset(self) -> object: ...

    def convert(self, source: str) -> str: ...


class Narrator:
    """Turns narratives into HTML; the engine's `Narrate`."""

    def __init__(self, config: MkDocsConfig, links: PortalLinks, blocks: ShownBlocks) -> None:
        """Extensions are loaded with the first narrative, when all plugins have had their say."""
        self._config = config
        self._blocks = blocks
        self._links = links
        self._here = _Here(links)
        self._markdown: _Converter | None = None

    def __call__(self, narrative: Narrative) -> str:
        """The narrative as HTML whose links into the site begin with `ROOT`."""
        self._markdown = self._markdown or self._new_markdown()
        self._here.file = narrative.file
        self._markdown.reset()
        html = self._markdown.convert(narrative.text)
        return fitted(html, narrative.prefix, lambda written: self._target(narrative, written))

    def _target(self, narrative: Narrative, written: str) -> str:
        if anchor := narrative.anchor(written):
            return self._links.from_root(anchor)
        return self._links.in_narrative(narrative.file, written)

    def _new_markdown(self) -> _Converter:
        written = cast("list[Any]", self._config.markdown_extensions)
        extensions = [one for one in written if not isinstance(one, PageLinksExtension | BlocksExtension)]
        blocks = BlocksExtension(lambda _md, text: self._blocks.html(self._here.file, text))
        settings = cast("dict[str, dict[str, Any]]", self._config.mdx_configs or {})
        markdown = Markdown(extensions=[*extensions, blocks, self._here], extension_configs=settings)
        relative_paths = _Whereabouts(self._config)
        cast(Any, markdown.treeprocessors).register(relative_paths, RELATIVE_PATHS, 0)
        return cast(_Converter, markdown)


class _Here(Extension):
    """Mentions in narratives, and the file of the narrative that is being rendered."""

    def __init__(self, links: PortalLinks) -> None:
        super().__init__()
        self.file = ""
        self._links = links

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown calls it so
        add_mentions(md, self._mention)

    def _mention(self, written: str, name: str) -> Mentioned:
        if found := self._links.elsewhere(name):
            return found
        address, title = self._links.mention(self.file, written, name)
        return Mentioned(self._links.from_root(address) if address else None, title)


class _Whereabouts(_RelativePathTreeprocessor):
    """Stands where extensions look for MkDocs' own processor; the links of narratives are our affair."""

    def __init__(self, config: MkDocsConfig) -> None:
        super().__init__(File("index.md", None, config.site_dir, config.use_directory_urls), Files([]), config)

    def run(self, root: Element) -> Element:
        return root
