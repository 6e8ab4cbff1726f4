"""What our Markdown adds to the host's: mentions, and links to files under their own names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from journeybook.mkdocs.mentioned import Mentioned
from journeybook.model.mention_syntax import LABELLED, WIKI

if TYPE_CHECKING:
    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from journeybook.mkdocs.portal_links import PortalLinks


Mention = Callable[[str, str], Mentioned]
"""Gets a mention as written and the name in it."""

LinksOf = Callable[[str], "PortalLinks"]
"""Gives the links of the edition to which the page at a path belongs."""

_BEFORE_REFERENCES = 172
_BEFORE_RELATIVE_PATHS = 0.5
RELATIVE_PATHS = "relpath"
"""The tree processor of MkDocs that knows which file is being rendered, and turns paths into addresses."""


class MentionProcessor(InlineProcessor):
    """`[[support-call]]` and `[label][touchpoint:support-call]` become links."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: re.Pattern[str], markdown: Markdown, mention: Mention) -> None:
        """`pattern` has the groups `target` and `label`."""
        super().__init__(pattern.pattern, markdown)
        self.compiled_re = pattern
        self._mention = mention

    def handleMatch(  # noqa: N802  # Python-Markdown calls it so
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002  # Python-Markdown gives it
    ) -> tuple[Element | str, int, int]:
        """The link, and where what it replaces begins and ends."""
        found = self._mention(m[0], m["target"].strip())
        label = m["label"].strip() if m["label"] else AtomicString(found.title)
        if found.href is None:
            return label, m.start(), m.end()
        link = Element("a", href=found.href)
        if found.note:
            link.attrib |= {
                "class": "jb-abroad",
                "rel": "external",
                "hreflang": found.language,
                "title": found.note,
            }
        link.text = label
        return link, m.start(), m.end()


def add_mentions(markdown: Markdown, mention: Mention) -> None:
    """Teach `markdown` both forms of mentions."""
    for name, pattern in (("journeybook_wiki", WIKI), ("journeybook_labelled", LABELLED)):
        processor = MentionProcessor(pattern, markdown, mention)
        cast(Any, markdown.inlinePatterns).register(processor, name, _BEFORE_REFERENCES)


class _SourceLinks(Treeprocessor):
    """Gives relative links the names under which MkDocs knows their targets."""

    def __init__(self, markdown: Markdown, links: LinksOf) -> None:
        super().__init__(markdown)
        self._links_of = links

    def run(self, root: Element) -> None:
        if not (here := whereabouts(self.md)):
            return
        file, files = here
        links = self._links_of(file.src_uri)
        for link in root.iter("a"):
            if not (href := link.get("href")):
                continue
            if links.scope.folder and links.is_only_original(file.src_uri, href):
                link.set("hreflang", links.scope.original)
            link.set("href", links.in_page(file.src_uri, href, files.src_uris))


class PageLinksExtension(Extension):
    """Mentions and links in ordinary pages."""

    def __init__(self, links: LinksOf) -> None:
        """`links` gives what knows where the links of a page lead."""
        super().__init__()
        self._links_of = links

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown calls it so
        """Register what the extension does."""
        add_mentions(md, lambda written, name: self._mention(md, written, name))
        processor = _SourceLinks(md, self._links_of)
        cast(Any, md.treeprocessors).register(processor, "journeybook_links", _BEFORE_RELATIVE_PATHS)

    def _mention(self, md: Markdown, written: str, name: str) -> Mentioned:
        here = whereabouts(md)
        src_uri = here[0].src_uri if here else ""
        links = self._links_of(src_uri)
        if found := links.elsewhere(name):
            return found
        file = posixpath.join(links.portal.link_map.folder, src_uri)
        address, title = links.mention(file, written, name)
        source = links.sources.get(address.page) if address and here else None
        if source is None or address is None:
            return Mentioned(None, title)
        anchor = f"#{address.anchor}" if address.anchor else ""
        return Mentioned(links.way(src_uri, source) + anchor, title)


def add_to_pages(config: MkDocsConfig, *extensions: Extension) -> None:
    """Have MkDocs render ordinary pages with `extensions`."""
    cast("list[Any]", config.markdown_extensions).extend(extensions)


def whereabouts(md: Markdown) -> tuple[File, Files] | None:
    """The file that is being rendered, and all others; None outside MkDocs' own rendering.

    Material's extensions find them the same way: Python-Markdown itself does not know what it renders.
    """
    processors = cast(Any, md.treeprocessors)
    if RELATIVE_PATHS not in processors:
        return None
    relative_paths = processors[RELATIVE_PATHS]
    return relative_paths.file, relative_paths.files
