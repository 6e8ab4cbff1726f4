"""Pages the engine makes, as MkDocs sees them: a file that is not there, a page that is HTML already."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from sys import intern
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from journeybook.mkdocs.searched import EXCLUDED, without_search_marks
from journeybook.model.addresses import Address
from journeybook.pages.planned import PlannedPage
from journeybook.rendering.rendered import Heading, Rendered
from journeybook.rendering.search import SearchEntry, as_html

_ID = re.compile(r"""<[^<>]*?\sid=(?:"([^"]*)"|'([^']*)')""")
_LINKED_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>\n?', re.DOTALL)
_TITLE_ID = re.compile(r"""<h1\b[^<>]*?\sid="([^"]*)\"""")


_NO_TOC = TableOfContents([])
"""What thousands of pages have whose body is written."""


class GeneratedFile(File):
    """A page's file under the Markdown path it would have had; MkDocs neither reads nor copies it."""

    def __init__(self, src_uri: str, address: Address, source: str | None, config: MkDocsConfig) -> None:
        """`address` starts at the site's root; the file `source` defines the page, and an overview has none."""
        super().__init__(
            "",
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            dest_uri=address.file(directory_urls=config.use_directory_urls),
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.src_uri = src_uri  # MkDocs would take it apart, and keep a copy; there are thousands
        self.generated_by = "journeybook"
        self.is_made_apart = False
        """Whether MkDocs shall leave the page to us: it neither reads, nor renders, nor copies it."""
        self.abs_src_path = source
        # MkDocs would find them out late, at the price of a larger object, and a portal has thousands.
        self.name, self.url = self._get_stem(), self._get_url()
        if source is None:
            self.content_string = ""

    def is_modified(self) -> bool:
        """Always: a page shows much that other files hold."""
        return True

    def is_documentation_page(self) -> bool:
        """Whether MkDocs shall take it for a page."""
        return not self.is_made_apart

    def is_media_file(self) -> bool:
        """Never, whoever makes the page."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: there is no file."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a page says of itself beside its body."""

    title: str
    """Its title as plain text."""
    meta: Mapping[str, Any]
    """What an author would have written above it."""
    edit_url: str | None
    """Where its source is edited."""
    make: Callable[[PlannedPage], Rendered]
    """Gives the body of what is planned."""


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
        self.update_date, self.toc = intern(self.update_date), _NO_TOC  # one for thousands of pages
        self._take(planned, particulars)
        self.found: tuple[SearchEntry, ...] = ()
        """What readers find on it when they search."""
        self._for_readers: tuple[str, MutableMapping[str, Any]] | None = None
        self.linked_data = ""
        """What the page tells search engines, as an element for its head."""
        self.headings: tuple[Heading, ...] = ()
        """Those below the title."""

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
        rendered = self._rendered = self._make(self.planned)
        self.found = rendered.found
        self.show(rendered.html, rendered.headings, rendered.description)

    def show(self, html: str, headings: tuple[Heading, ...], description: str) -> None:
        """Have the body `html`, and the table of contents that goes with it."""
        self.headings = headings
        self.content, self.linked_data = without_linked_data(html)
        self.meta["description"] = escape(description)
        self.toc = toc_of(html, headings, self._html_title)

    def forget(self) -> None:
        """Let go of the body: it has been written."""
        self.content, self.toc, self.headings, self.linked_data = None, _NO_TOC, (), ""

    def taken(self) -> Rendered | None:
        """What the engine has made, once: it is not kept for long."""
        rendered, self._rendered = self._rendered, None
        return rendered

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # pyright: ignore[reportIncompatibleVariableOverride]
        """Every id in the body; MkDocs asks where another page links to one."""
        body = self._make(self.planned).html if self.content is None else self.content
        return {unescape(first or second) for first, second in _ID.findall(body)}

    def show_search(self) -> None:
        """Be as search plugins shall see it: left alone; those that do not ask get what is found on it."""
        self._for_readers = without_search_marks(self.content or ""), self.meta
        self.content = as_html(self.found)
        self.meta = {**self.meta, "search": EXCLUDED}

    def show_readers(self) -> None:
        """Be as readers shall see it."""
        if self._for_readers:
            self.content, self.meta = self._for_readers


def set_apart(files: Files) -> tuple[GeneratedPage, ...]:
    """Our pages, in the order of `files`; MkDocs leaves them alone from now on."""
    pages: list[GeneratedPage] = []
    for file in files:
        page = file.page
        if isinstance(file, GeneratedFile) and isinstance(page, GeneratedPage):
            file.is_made_apart = True
            pages.append(page)
    return tuple(pages)


def without_linked_data(body: str) -> tuple[str, str]:
    """The `body` of a page without what it tells search engines, and that, which belongs into the head.

    Material's instant navigation runs every script of a body anew, whatever its type.
    """
    found = _LINKED_DATA.search(body)
    return (body[: found.start()] + body[found.end() :], found[0]) if found else (body, "")


def toc_of(html: str, headings: Sequence[Heading], html_title: str) -> TableOfContents:
    """The table of contents; below the page's title, as for ordinary pages, where the title has an id."""
    entries = _nested(headings)
    if found := _TITLE_ID.search(html):
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
