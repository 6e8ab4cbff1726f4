"""What machines read beside the pages: each page once more as Markdown, and the list of them, `/llms.txt`.

A twin stands beside its page, `journeys/claim/index.md` beside `journeys/claim/`. Its links lead to other twins,
relative to it, and to pages and files that have none. For the list see https://llmstxt.org.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from journeybook.model import Kind
from journeybook.model.addresses import Address
from journeybook.pages import Context, view_of
from journeybook.pages.planned import PlannedPage
from journeybook.pages.vocabulary import kinds_word
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


def twins_and_list(
    site: Site, context: Context, pages: Sequence[PlannedPage], overrides: Sequence[Path] = ()
) -> Iterator[tuple[str, str]]:
    """File and text of the twin of each of `pages`, then of the list, which leaves out stages."""
    urls = context.directory_urls
    files = {page.address.url(directory_urls=urls): twin_path(page.address, directory_urls=urls) for page in pages}
    writer = MarkdownPages(context, lambda url: files.get(url) or asset_at(url), overrides)
    sections: dict[str, list[str]] = {}
    for page in pages:
        path = twin_path(page.address, directory_urls=urls)
        view = view_of(page, context)
        yield path, writer.page(view, path)
        if page.key.kind != Kind.STAGE:
            entry = _entry(view.head.plain_title, context.site + quote(path), view.head.plain_summary)
            sections.setdefault(page.address.path.partition("/")[0], []).append(entry)
    yield LIST, _list(site, context, sections)


def _list(site: Site, context: Context, sections: Mapping[str, list[str]]) -> str:
    blocks = [f"# {in_line(site.title)}"]
    if site.summary:
        blocks.append(f"> {in_line(' '.join(site.summary.split()))}")
    own = [
        _entry(title, context.site + page.url(directory_urls=context.directory_urls).removeprefix("./") or "./")
        for title, page in site.own_pages
    ]
    named = {_heading(folder, context): entries for folder, entries in sections.items()}
    for heading, entries in {context.words.gettext("Pages"): own, **named}.items():
        if entries:
            blocks += [f"## {in_line(heading)}", "\n".join(entries)]
    return "\n\n".join(blocks) + "\n"


def _heading(folder: str, context: Context) -> str:
    kind = next((one for one in Kind if one.folder == folder), None)
    return kinds_word(kind, context.words) if kind else folder.replace("-", " ").capitalize()


def _entry(title: str, url: str, summary: str = "") -> str:
    link = f"[{in_line(title).translate(LABEL)}]({address(url)})"
    return f"- {link}: {in_line(summary)}" if summary else f"- {link}"
