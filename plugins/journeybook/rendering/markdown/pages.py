"""Pages to Markdown, through the same templates as to HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from html import escape
from urllib.parse import unquote, urlsplit, urlunsplit

from journeybook.model.addresses import Address, address_of, root_of
from journeybook.model.elsewhere import elsewhere
from journeybook.model.inline import to_plain
from journeybook.pages import ROOT, Context, Narrative
from journeybook.pages.scope import ORIGINAL, SITE
from journeybook.portal.link_map import page_address
from journeybook.rendering.block_html import BlockHtml
from journeybook.rendering.diagrams import Draw
from journeybook.rendering.drawn import Drawn
from journeybook.rendering.markdown.goals import OWN, Goal, Ways, folders_around, goal_at, way
from journeybook.rendering.markdown.inline import Resolve
from journeybook.rendering.markdown.narrative import AuthorLinks, fitted_markdown
from journeybook.rendering.markdown.writer import as_fence, insert_of, markdown_of
from journeybook.rendering.with_blocks import with_blocks

Place = Callable[[str], str]
"""Gives the file, from the output's root and not encoded, that stands for an address from the site's root."""

PICTURE_LINE = re.compile(r'^<div(?P<rest> class="[\w -]* jb-drawn">.*</div>)$', re.MULTILINE)
"""A picture in a page; what stands behind the name of its element is the `rest`."""

_OF_WHOLE_PAGES = re.compile(r'<menu class="jb-present".*?</menu>', re.DOTALL)
"""Presenting and printing sheets read the steps off a page of ours, which Markdown does not make."""

_BREAKS = re.compile(r"[ \t]*[\r\n]\s*")

_PAGE = re.compile(r'\s*<div class="(?P<classes>jb jb-[\w-]+)"')

_GOALS = 16_384
"""How many targets of links are kept; most things are linked to from many pages."""
_FOLDERS = 16
"""From how many folders ways are kept: pages are made folder by folder."""


class MarkdownPages:
    """Turns pages of one edition into Markdown whose links lead to other files of the output.

    Files are named from the output's root, where the original stands; other editions have a folder each.
    """

    def __init__(
        self,
        context: Context,
        place: Place,
        blocks: BlockHtml,
        draw: Draw | None = None,
        *,
        pictures: bool = False,
        host_shifts: bool = False,
    ) -> None:
        """`place` knows the files; `blocks` shows building blocks; without `draw` diagrams stay text.

        `pictures` says that maps and other pictures stay the HTML that they are, for our styles and scripts.
        With `host_shifts` the host takes links in HTML for links between files: pages that get a folder of their
        own in the site lie a step deeper than their file, and it adds that step.
        """
        self._context = context
        self._blocks = blocks
        self._draw = draw
        self._pictures = pictures
        self._deep_in_html = context.directory_urls and not host_shifts
        folder = context.scope.folder
        self._starts = {ROOT: f"{folder}/" if folder else "", SITE: "", ORIGINAL: ""}
        self._place = place
        self._goal = lru_cache(maxsize=_GOALS)(self._goal_of)
        self._ways_from = lru_cache(maxsize=_FOLDERS)(self._ways_below)

    def page(self, address: Address, drawn: Drawn, at: str) -> str:
        """The page that stands at `address`, for the file `at`."""
        own = ROOT + address.url(directory_urls=self._context.directory_urls)

        def narrative(number: int) -> str:
            return self._narrative(*drawn.narratives[number], at)

        picture = partial(self._picture, at, own, _classes_of(drawn.html)) if self._pictures else None
        link = self._ways(at, f"{own}#")
        html = drawn.html
        if not picture:  # in which they are addresses
            html = html.replace(f'"{escape(own)}#', f'"{OWN}')
        return markdown_of(html, link, narrative, partial(self._diagram, at), picture)

    def part(self, html: str, at: str) -> str:
        """A part of a page, whose links into the site begin with `ROOT` and the like, for the file `at`."""
        return markdown_of(html, self._ways(at))

    def authors(self, text: str, file: str, at: str) -> str:
        """The Markdown `text` of an ordinary page, written in `file`, for the file `at`."""
        return self._with_blocks(fitted_markdown(text, self._links(file, at)), file, at, nested=False)

    def _narrative(self, narrative: Narrative, level: int, at: str) -> str:
        links = self._links(narrative.file, at, narrative)
        text = fitted_markdown(narrative.text, links, prefix=narrative.prefix, level=level)
        return self._with_blocks(text, narrative.file, at)

    def _with_blocks(self, text: str, file: str, at: str, *, nested: bool = True) -> str:
        """`text`, whose links lead where they shall, with its building blocks as Markdown.

        `nested` says that it may be put into a list.
        """
        picture = partial(self._picture, at, "", "jb jb-insert") if self._pictures else None

        def shown(inside: str, *, nested: bool = True) -> str:
            html, _ = self._blocks.html(inside, file)
            resolve, diagram = self._ways(at), partial(self._diagram, at)
            return insert_of(html, resolve, diagram, picture, nested=nested)

        return with_blocks(text, partial(shown, nested=nested), within=shown)

    def _picture(self, at: str, own: str, classes: str, markup: str) -> str:
        """The HTML of a picture for the file `at`, on one line, where no sign in it means anything to Markdown.

        Its links lead to pages, not to files: no host looks for links in it.
        """
        there = escape(own)
        html = _OF_WHOLE_PAGES.sub("", markup).replace(f'"{there}#', '"#')
        html = _BREAKS.sub(" ", self._resolved(html, at, in_folders=self._deep_in_html))
        return f'<div class="{classes} jb-drawn">{html}</div>'

    def _diagram(self, at: str, source: str) -> str:
        """A diagram for the file `at`. Its links lead to pages, not to files: no host looks for links in it."""
        if self._draw is None:
            return as_fence(self._resolved(source, at))
        picture = self._resolved(self._draw(source), at)
        inner = f'<div class="jb-diagram__picture">{picture}</div>'
        return f'<figure class="jb-diagram">{inner}</figure>' if picture else ""

    def _resolved(self, text: str, at: str, *, in_folders: bool | None = None) -> str:
        """`text` with its marks resolved as for the page that is built from the file `at`."""
        scope = self._context.scope
        page = page_address(at.removeprefix(f"{scope.folder}/"))
        deep = self._context.directory_urls if in_folders is None else in_folders
        return scope.resolved(text, root_of(page, directory_urls=deep))

    def _links(self, file: str, at: str, narrative: Narrative | None = None) -> AuthorLinks:
        return AuthorLinks(partial(self._written, file, at, narrative), partial(self._mention, at))

    def _written(self, file: str, at: str, narrative: Narrative | None, written: str) -> str:
        """The target of a link that an author wrote in `file`."""
        if narrative and (anchor := narrative.anchor(written)):
            return self._to(at, anchor)
        link_map = self._context.portal.link_map
        found = link_map.resolve(file, written)
        if isinstance(found, Address):
            return self._to(at, found)
        if found is None or not link_map.is_asset(file, written):
            return written
        parts = urlsplit(written)
        return urlunsplit(("", "", way(at, found), parts.query, parts.fragment))

    def _mention(self, at: str, name: str) -> tuple[str | None, str]:
        portal = self._context.portal
        if other := portal.others.find(elsewhere(name)):
            return other.url or None, other.title
        found = portal.directory.named(name)
        if len(found) != 1:
            return None, name
        return self._to(at, address_of(found[0])), to_plain(portal.entity(found[0]).title)

    def _to(self, at: str, address: Address) -> str:
        start = self._context.scope.start(address.page)
        return self._link(at, start + address.url(directory_urls=self._context.directory_urls))

    def _ways(self, at: str, own: str = "") -> Resolve:
        """Gives the target of each link in the HTML, as Markdown has it in the file `at`.

        Links to spots of the page itself begin with `own`.
        """
        folders = folders_around(at)
        return self._ways_from(folders[1][1] if len(folders) > 1 else "").ways_of(at, own)

    def _link(self, at: str, url: str) -> str:
        """The target `url` of a link in the HTML."""
        return self._goal(url).way(at)

    def _ways_below(self, _folder: str) -> Ways:
        """Those of files in folders of `_folder`."""
        return Ways(self._goal)

    def _goal_of(self, url: str) -> Goal:
        """What the link `url` leads to."""
        mark = next((one for one in self._starts if url.startswith(one)), None)
        if mark is None:
            return Goal(None, url, is_plain=False)
        page, sign, encoded = url.partition("#")
        page, question, query = page.partition("?")
        there = self._starts[mark] + page.removeprefix(mark).removeprefix("./")
        return goal_at(self._place(there), question + query + sign + unquote(encoded))


def _classes_of(html: str) -> str:
    """The classes of the page with that body, by which styles know what kind of page it is."""
    found = _PAGE.match(html)
    return found["classes"] if found else "jb"


def asset_at(url: str) -> str:
    """The file at an address that no page has."""
    return unquote(url)
