"""Pages the engine makes, as MkDocs sees them: a file that is not there, a page that is HTML already."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from journeybook.mkdocs.search_view import for_readers, for_search
from journeybook.model.addresses import Address
from journeybook.pages.planned import PlannedPage
from journeybook.rendering.rendered import Heading, Rendered

_ID = re.compile(r"""<[^<>]*?\sid=(?:"([^"]*)"|'([^']*)')""")
_LINKED_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>\n?', re.DOTALL)
_TITLE_ID = re.compile(r"""<h1\b[^<>]*?\sid="([^"]*)\"""")


class GeneratedFile(File):
    """A page's file under the Markdown path it would have had; MkDocs neither reads nor copies it."""

    def __init__(self, src_uri: str, address: Address, source: Path | None, config: MkDocsConfig) -> None:
        """`address` starts at the site's root; `source` defines the page, and an overview has none."""
        super().__init__(
            src_uri,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            dest_uri=address.file(directory_urls=config.use_directory_urls),
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "journeybook"
        self.abs_src_path = str(source) if source else None
        if source is None:
            self.content_string = ""

    def is_modified(self) -> bool:
        """Always: a page shows much that other files hold."""
        return True


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a page says of itself beside its body."""

    title: str
    """Its title as plain text."""
    meta: dict[str, Any]
    """What an author would have written above it."""
    edit_url: str | None
    """Where its source is edited."""
    make: Callable[[], Rendered]
    """Gives its body."""


class GeneratedPage(Page):
    """A page whose HTML and table of contents come from the engine, when MkDocs asks for them."""

    def __init__(
        self,
        file: GeneratedFile,
        config: MkDocsConfig,
        planned: PlannedPage,
        particulars: Particulars,
    ) -> None:
        """What was `planned`, in `file`."""
        self._rendered: Rendered | None = None
        # MkDocs and Material write titles and front matter into pages as HTML.
        self._html_title = escape(particulars.title, quote=False)
        super().__init__(self._html_title, file, config)
        self._take(planned, particulars)
        self._for_readers = ""

    def become(self, planned: PlannedPage, particulars: Particulars) -> None:
        """Be what is `planned` now, under the title that the author's navigation has for the page, if any."""
        before, self._html_title = self._html_title, escape(particulars.title, quote=False)
        if self.title == before:
            self.rename(self._html_title)
        self._take(planned, particulars)

    def _take(self, planned: PlannedPage, particulars: Particulars) -> None:
        self.planned = planned
        self.edit_url = particulars.edit_url
        self._front_matter = particulars.meta
        self._make = particulars.make

    def rename(self, html_title: str) -> None:
        """Take the title that the author's navigation has for the page."""
        self.title = html_title  # pyright: ignore[reportAttributeAccessIssue]  # MkDocs' own kind of property

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs calls it so
        """There is no source: plugins get an empty text, and front matter as an author would have written it."""
        self.markdown = ""
        # The theme unescapes `page.title` on its way into <title>, but takes this one as it is.
        self.meta = {"title": self._html_title, **self._front_matter}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs calls it so
        """Have the engine make the body."""
        rendered = self._rendered = self._make()
        self.content = rendered.html
        self.meta["description"] = escape(rendered.description)
        self.toc = toc_of(rendered, self._html_title)

    def taken(self) -> Rendered | None:
        """What the engine has made, once: it is not kept for long."""
        rendered, self._rendered = self._rendered, None
        return rendered

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # pyright: ignore[reportIncompatibleVariableOverride]
        """Every id in the body; MkDocs asks where another page links to one."""
        body = self._make().html if self.content is None else self.content
        return {unescape(first or second) for first, second in _ID.findall(body)}

    def show_search(self) -> None:
        """Have the body as search plugins shall see it."""
        self._for_readers = for_readers(self.content or "")
        self.content = for_search(self.content or "")

    def show_readers(self) -> None:
        """Have the body as readers shall see it."""
        self.content = self._for_readers


def with_linked_data_in_head(output: str) -> str:
    """The whole page `output` with what its body tells search engines moved to its head.

    Material's instant navigation runs every script of a body anew, whatever its type.
    """
    head_end = output.find("</head>")
    found = _LINKED_DATA.search(output, head_end) if head_end >= 0 else None
    if not found:
        return output
    return output[:head_end] + found[0] + output[head_end : found.start()] + output[found.end() :]


def toc_of(rendered: Rendered, html_title: str) -> TableOfContents:
    """The table of contents; below the page's title, as for ordinary pages, where the title has an id."""
    entries = _nested(rendered.headings)
    if found := _TITLE_ID.search(rendered.html):
        top = AnchorLink(html_title, unescape(found[1]), 1)
        top.children = entries
        entries = [top]
    return TableOfContents(entries)


def _nested(headings: Iterable[Heading]) -> list[AnchorLink]:
    top: list[AnchorLink] = []
    for heading in headings:
        entry = AnchorLink(escape(heading.title, quote=False), heading.id, heading.level)
        below = top[-1].children if top and heading.level > top[-1].level else top
        below.append(entry)
    return top
