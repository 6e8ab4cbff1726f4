"""What machines read beside the pages: each page once more as Markdown, and lists of them, `llms.txt`.

A twin stands beside its page, `journeys/claim/index.md` beside `journeys/claim/`. Its links lead to other twins,
relative to it, and to pages and files that have none. For the list see https://llmstxt.org.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from journeybook.exchange.editions import Edition, OwnPage
from journeybook.model import Kind
from journeybook.model.addresses import Address
from journeybook.pages import Context
from journeybook.pages.language_links import own_name
from journeybook.pages.planned import PlannedPage
from journeybook.pages.vocabulary import kinds_word
from journeybook.rendering import BlockHtml
from journeybook.rendering.drawn import Drawn
from journeybook.rendering.markdown import MarkdownPages
from journeybook.rendering.markdown.escape import address, in_line
from journeybook.rendering.markdown.inline import LABEL
from journeybook.rendering.markdown.pages import asset_at

LIST = "llms.txt"


def twin_path(edition: Edition, page: Address) -> str:
    """The file in the site that holds the twin of `page`."""
    return edition.built(page).removesuffix(".html") + ".md"


@dataclass(frozen=True, slots=True)
class Site:
    """The site as its lists introduce it."""

    title: str
    summary: str = ""
    """One sentence; empty if nobody wrote one."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as a list names it."""

    page: Address
    title: str
    summary: str = ""
    """Empty where it says no more than the title."""
    kind: str = ""
    """The kind of what it is about; empty for a page of the author's."""


def listed(page: PlannedPage, title: str, summary: str) -> Listed:
    """`page` as a list names it."""
    return Listed(page.address, title, summary if summary != title else "", page.key.kind)


class Twins:
    """The twins of an edition, made page by page, and the list of them."""

    def __init__(self, edition: Edition, files: Mapping[str, str], blocks: BlockHtml) -> None:
        """`files` holds the twin of every page of the site, in any language, by the page's address."""
        self._edition = edition
        self._writer = MarkdownPages(edition.context, lambda url: files.get(url) or asset_at(url), blocks)

    def twin(self, page: PlannedPage, drawn: Drawn) -> str:
        """The text of the twin of `page`."""
        return self._writer.page(page.address, drawn, twin_path(self._edition, page.address))

    def twin_of_own(self, page: OwnPage, text: str) -> str:
        """The text of the twin of a page of the author's, who wrote `text`."""
        file = f"{self._edition.context.portal.content.folder}/{page.path}"
        return self._writer.authors(text, file, twin_path(self._edition, page.address)) + "\n"

    def list_of(self, site: Site, pages: Iterable[Listed]) -> str:
        """The text of the edition's `llms.txt`: the author's pages, then all others but stages, by kind.

        At its end stand the lists of the other languages.
        """
        context = self._edition.context
        sections: dict[str, list[str]] = {context.words.gettext("Pages"): []}
        for page in sorted(pages, key=lambda one: bool(one.kind)):
            if page.kind != Kind.STAGE:
                entry = _entry(page.title, self._way(twin_path(self._edition, page.page)), page.summary)
                sections.setdefault(_heading(page, context), []).append(entry)
        sections[context.words.gettext("Language")] = self._others()
        blocks = [f"# {in_line(site.title)}"]
        if site.summary:
            blocks.append(f"> {in_line(' '.join(site.summary.split()))}")
        for heading, entries in sections.items():
            if entries:
                blocks += [f"## {in_line(heading)}", "\n".join(entries)]
        return "\n\n".join(blocks) + "\n"

    def _others(self) -> list[str]:
        """Entries for the lists of the other languages."""
        languages: Sequence[str] = self._edition.context.scope.languages
        folders = [(one, one if number else "") for number, one in enumerate(languages)]
        return [
            _entry(own_name(language), self._way(posixpath.join(folder, LIST)))
            for language, folder in folders
            if folder != self._edition.folder
        ]

    def _way(self, file: str) -> str:
        """The link from the list to a file of the site: in full where the site's address is known."""
        site, folder = self._edition.context.site, self._edition.folder
        if site:
            return site + quote(file)
        if not folder or file.startswith(f"{folder}/"):  # most are: no need to ask where this process stands
            return quote(file.removeprefix(f"{folder}/"))
        return quote(posixpath.relpath(file, folder))


def _heading(page: Listed, context: Context) -> str:
    if not page.kind:
        return context.words.gettext("Pages")
    folder = page.page.path.partition("/")[0]
    kind = _KINDS.get(folder)
    return kinds_word(kind, context.words) if kind else folder.replace("-", " ").capitalize()


_KINDS = {one.folder: one for one in reversed(Kind)}
"""The first kind of each folder."""


def _entry(title: str, url: str, summary: str = "") -> str:
    link = f"[{in_line(title).translate(LABEL)}]({address(url)})"
    return f"- {link}: {in_line(summary)}" if summary else f"- {link}"
