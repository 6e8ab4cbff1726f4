"""What machines read beside the pages: each page once more as Markdown, and the list of them, `/llms.txt`.

A twin stands beside its page, `journeys/claim/index.md` beside `journeys/claim/`. Its links lead to other twins,
relative to it, and to pages and files that have none. For the list see https://llmstxt.org.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from journeybook.model import Kind
from journeybook.model.addresses import Address
from journeybook.pages import Context
from journeybook.pages.planned import PlannedPage
from journeybook.pages.vocabulary import kinds_word
from journeybook.rendering.drawn import Drawn
from journeybook.rendering.markdown import MarkdownPages
from journeybook.rendering.markdown.escape import address, in_line
from journeybook.rendering.markdown.inline import LABEL
from journeybook.rendering.markdown.pages import asset_at

LIST = "llms.txt"


def twin_path(page: Address, *, directory_urls: bool) -> str:
    """The file in the site that holds the twin of `page`."""
    return page.file(directory_urls=directory_urls).removesuffix(".html") + ".md"


@dataclass(frozen=True, slots=True)
class Site:
    """The site as its list introduces it."""

    title: str
    summary: str = ""
    """One sentence; empty if nobody wrote one."""
    own_pages: tuple[tuple[str, Address], ...] = ()
    """Title and address of each page of the author's."""


class Twins:
    """The twins of a site, made page by page, and the list of them."""

    def __init__(self, context: Context, pages: Iterable[Address], in_site: Iterable[Address]) -> None:
        """`pages` are all those of this edition that get a twin; `in_site` those of all, from the site's root."""
        self._context = context
        files, site_files = self._twins_at(pages), self._twins_at(in_site)
        self._writer = MarkdownPages(
            context, lambda url: files.get(url) or asset_at(url), lambda url: site_files.get(url) or asset_at(url)
        )

    def _twins_at(self, pages: Iterable[Address]) -> dict[str, str]:
        urls = self._context.directory_urls
        return {page.url(directory_urls=urls): twin_path(page, directory_urls=urls) for page in pages}

    def twin(self, page: PlannedPage, drawn: Drawn) -> str:
        """The text of the twin of `page`."""
        return self._writer.page(
            page.address, drawn, twin_path(page.address, directory_urls=self._context.directory_urls)
        )

    def list_of(self, site: Site, pages: Iterable[tuple[PlannedPage, str, str]]) -> str:
        """The text of `/llms.txt`: every one of `pages`, each with title and summary, but stages, by kind."""
        context = self._context
        urls = context.directory_urls
        sections: dict[str, list[str]] = {}
        for page, title, summary in pages:
            if page.key.kind != Kind.STAGE:
                entry = _entry(title, context.site + quote(twin_path(page.address, directory_urls=urls)), summary)
                sections.setdefault(_heading(page.address.path.partition("/")[0], context), []).append(entry)
        own = [
            _entry(title, context.site + page.url(directory_urls=urls).removeprefix("./") or "./")
            for title, page in site.own_pages
        ]
        blocks = [f"# {in_line(site.title)}"]
        if site.summary:
            blocks.append(f"> {in_line(' '.join(site.summary.split()))}")
        for heading, entries in {context.words.gettext("Pages"): own, **sections}.items():
            if entries:
                blocks += [f"## {in_line(heading)}", "\n".join(entries)]
        return "\n\n".join(blocks) + "\n"


def _heading(folder: str, context: Context) -> str:
    kind = next((one for one in Kind if one.folder == folder), None)
    return kinds_word(kind, context.words) if kind else folder.replace("-", " ").capitalize()


def _entry(title: str, url: str, summary: str = "") -> str:
    link = f"[{in_line(title).translate(LABEL)}]({address(url)})"
    return f"- {link}: {in_line(summary)}" if summary else f"- {link}"
