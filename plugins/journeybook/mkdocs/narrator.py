"""Narratives rendered with the Markdown that the author chose for the whole site."""

from __future__ import annotations

from sys import intern
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
from journeybook.mkdocs.narrative_trace import NarrativeTrace, digest_of
from journeybook.mkdocs.portal_links import PortalLinks
from journeybook.mkdocs.shown_blocks import ShownBlocks
from journeybook.pages.narrative import Narrative
from journeybook.pages.scope import ORIGINAL, ROOT, SITE

_MARKS = (ROOT, SITE, ORIGINAL)


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
        self.traces: dict[Narrative, str] = {}
        """What the narratives that were rendered owe to the portal, as a text; most owe nothing, and share it."""

    def __call__(self, narrative: Narrative) -> str:
        """The narrative as HTML whose links into the site begin with `ROOT`."""
        html, trace = self.traced(narrative)
        self.traces[narrative] = intern(trace.to_json())
        return html

    def traced(self, narrative: Narrative) -> tuple[str, NarrativeTrace]:
        """The same, and what it owes to the portal.

        All else in it comes from the narrative's text and `prefix`, if the Markdown of the site `is_pure`, and
        from the host's settings.
        """
        self._markdown = self._markdown or self._new_markdown()
        trace = self._here.begin(narrative.file)
        self._markdown.reset()
        html = self._markdown.convert(narrative.text)

        def target(written: str) -> str:
            found = self._target(narrative, written)
            if not found.startswith(_MARKS) or found != written:  # others are of mentions and blocks
                trace.links[written] = found
            return found

        return fitted(html, narrative.prefix, target), trace

    def answers(self, narrative: Narrative, trace: NarrativeTrace) -> NarrativeTrace:
        """What the portal answers now to what was asked in `trace`. What leads nowhere is reported again."""
        file = narrative.file
        return NarrativeTrace(
            {written: self._target(narrative, written) for written in trace.links},
            {asked: self._here.mention(file, *asked) for asked in trace.mentions},
            {text: digest_of(self._blocks.html(file, text)) for text in trace.blocks},
        )

    def _target(self, narrative: Narrative, written: str) -> str:
        if anchor := narrative.anchor(written):
            return self._links.from_root(anchor)
        return self._links.in_narrative(narrative.file, written)

    def _block(self, _markdown: Markdown, text: str) -> str:
        html = self._blocks.html(self._here.file, text)
        self._here.trace.blocks[text] = digest_of(html)
        return html

    def _new_markdown(self) -> _Converter:
        written = cast("list[Any]", self._config.markdown_extensions)
        extensions = [one for one in written if not isinstance(one, PageLinksExtension | BlocksExtension)]
        blocks = BlocksExtension(self._block)
        settings = cast("dict[str, dict[str, Any]]", self._config.mdx_configs or {})
        markdown = Markdown(extensions=[*extensions, blocks, self._here], extension_configs=settings)
        relative_paths = _Whereabouts(self._config)
        cast(Any, markdown.treeprocessors).register(relative_paths, RELATIVE_PATHS, 0)
        return cast(_Converter, markdown)


class _Here(Extension):
    """Mentions in narratives, and the file and the trace of the narrative that is being rendered."""

    def __init__(self, links: PortalLinks) -> None:
        super().__init__()
        self.file = ""
        self.trace = NarrativeTrace()
        self._links = links

    def begin(self, file: str) -> NarrativeTrace:
        """Begin with a narrative of `file`; its trace fills while it is rendered."""
        self.file, self.trace = file, NarrativeTrace()
        return self.trace

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown calls it so
        add_mentions(md, self._mention)

    def mention(self, file: str, written: str, name: str) -> Mentioned:
        """What the mention of `name` in `file` leads to."""
        if found := self._links.elsewhere(name):
            return found
        address, title = self._links.mention(file, written, name)
        return Mentioned(self._links.from_root(address) if address else None, title)

    def _mention(self, written: str, name: str) -> Mentioned:
        self.trace.mentions[written, name] = found = self.mention(self.file, written, name)
        return found


class _Whereabouts(_RelativePathTreeprocessor):
    """Stands where extensions look for MkDocs' own processor; the links of narratives are our affair."""

    def __init__(self, config: MkDocsConfig) -> None:
        super().__init__(File("index.md", None, config.site_dir, config.use_directory_urls), Files([]), config)

    def run(self, root: Element) -> Element:
        return root
