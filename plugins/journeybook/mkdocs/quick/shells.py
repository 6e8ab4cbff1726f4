"""The host's surroundings of pages, rendered once for all that share them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

from jinja2 import Environment, pass_context
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.generated import GeneratedPage
from journeybook.mkdocs.head_lines import with_in_head
from journeybook.mkdocs.quick import stand_in
from journeybook.mkdocs.quick.addresses import LinkedFolders, relative_from
from journeybook.mkdocs.quick.marks import Mark, SpliceError, body_fits, cut, text_of, watched_filters
from journeybook.mkdocs.quick.shell import Shell, shell_of
from journeybook.mkdocs.quick.stand_in import ContentsAlone, StandIn, Where, only_content_marked, shape_of
from journeybook.mkdocs.quick.template_sources import digest_of_sources
from journeybook.pages.digest import digest_of
from journeybook.rendering.rendered import Heading

_HEAD = "HeadLines"
_TOC = "Toc"
_PIECES = {_TOC: "partials/toc.html", "Actions": "partials/actions.html"}
"""Templates of the theme that are rendered for each page, by their place in its shell."""
_PIECES_OF_LISTED = {_TOC: _PIECES[_TOC]}
"""The same for a page that has a shell of its own: the address for editing it is always the same."""
_MOST_LISTED = 100
"""With more pages in the navigation, which all of them show, those are rendered whole: twice would take longer."""
_MOST_CONTENTS = 100
"""How many tables of contents are kept as HTML with each shell."""
_EDIT = "Actions"
"""The piece that shows what stands in no mark: the address for editing, of which templates look at the parts."""
_EDIT_URL = "EditUrl"
_WORDS = "partials/language.html"


@dataclass(frozen=True)
class Host:
    """What the host has made of `mkdocs.yml` and of all files."""

    config: MkDocsConfig
    environment: Environment
    nav: Navigation
    pages: Sequence[File]
    """All pages, the author's and ours."""
    surround: Callable[[Any, Page], None]
    """Changes the context of a page as plugins do."""
    finish: Callable[[str, Page], str]
    """Changes in a whole page what all pages of an edition share."""
    listed: Set[str]
    """The paths under which MkDocs knows the pages of navigations; each has surroundings of its own."""


@dataclass(frozen=True)
class _Kept:
    """A shell with what renders its pieces."""

    shell: Shell
    key: str
    """The digest of both."""
    context: dict[str, Any]
    """The variables of the pieces' templates, but for the page."""
    blank: dict[str, str] = field(default_factory=dict[str, str])
    """Pieces that show nothing, with the blanks they show."""
    edit: Sequence[str] = ()
    """What is around the address for editing in its piece; empty where that shows anything else of the page."""
    contents: dict[tuple[Heading, ...], str] | None = None
    """Tables of contents as HTML, by the headings of pages; None where they show more of a page than those."""


class Shells:
    """Makes whole pages of bodies."""

    def __init__(self, host: Host) -> None:
        """Templates are rendered when the first page of a kind comes."""
        self._host = host
        self._kept: dict[tuple[object, ...], _Kept | None] = {}
        self._asked: tuple[Page, tuple[str, str]] | None = None
        """The page that was asked for last, and what tells its surroundings from those of others."""
        self._folders = LinkedFolders()
        self._meta = {"template"}
        """The front matter that templates ask for."""
        self._told = False

    def plain(self, page: Page, head: str = "") -> str:
        """The whole page as the host renders it, with the lines `head` at the end of its head."""
        host = self._host
        context = get_context(host.nav, host.pages, host.config, page)
        host.surround(context, page)
        page.active = True
        try:
            html = self._template(page).render(cast(Any, context))
        finally:
            page.active = False
        return with_in_head(host.finish(html, page), head)

    def knows(self, page: Page, toc: str) -> bool:
        """Whether `key` knows what surrounds `page` with a table of contents of the shape `toc`."""
        return self._key(page, toc) in self._kept

    def prepare(self, page: Page) -> None:
        """Find out what surrounds `page`, which is rendered."""
        self._of(page)

    def key(self, page: Page, toc: str) -> str | None:
        """The digest of what surrounds `page`; None where it must be rendered to know."""
        kept = self._kept.get(self._key(page, toc))
        return kept.key if kept else None

    def page(self, page: Page, head: str = "") -> str:
        """The same as `plain`, quickly."""
        kept = self._of(page)
        self._asked = None
        html = self._filled(kept, page, head) if kept else None
        return self.plain(page, head) if html is None else html

    def _template(self, page: Page) -> Any:
        return self._host.environment.get_template(page.meta.get("template", "main.html"))

    def _of(self, page: Page) -> _Kept | None:
        toc = shape_of(page.toc)
        if (key := self._key(page, toc)) not in self._kept:
            made = self._made(page)
            self._asked = None
            key = self._key(page, toc)  # what it links to may tell pages apart that looked the same
            self._kept[key] = made
        return self._kept[key]

    def _key(self, page: Page, toc: str) -> tuple[object, ...]:
        if self._asked is None or self._asked[0] is not page:
            self._asked = page, self._surroundings_of(page)
        said = (bool(page.meta.get("title")), bool(page.meta.get("description")))
        return *self._asked[1], toc, said

    def _surroundings_of(self, page: Page) -> tuple[str, str]:
        """Which links around `page` are its own, and what else tells its surroundings from those of others."""
        extras: dict[str, Any] = {}
        self._host.surround(extras, page)
        meta = [(name, page.meta.get(name)) for name in sorted(self._meta - {"title", "description"})]
        edited = [bool(page.edit_url), bool(page.canonical_url), cast(Any, page.title) == page.meta.get("title")]
        context = [(name, _shown(value)) for name, value in extras.items()]
        own = page.file.src_uri
        shape = own if own in self._host.listed else self._folders.shape(page.url)
        return shape, repr((meta, edited, context))

    def _made(self, page: Page) -> _Kept | None:
        """The shell of `page` and its like; None if they cannot share one, or it would not pay."""
        if page.file.src_uri in self._host.listed and len(self._host.listed) > _MOST_LISTED:
            return None
        try:
            known, kept = -1, None
            while known != len(self._folders):  # which may make it another page's neighbour
                known = len(self._folders)
                kept = self._probed(page)
            if kept and self._filled(kept, page, "<!-- -->") == self.plain(page, "<!-- -->"):
                return kept
            reason = "it comes out otherwise"
        except Exception as error:  # whatever templates do with texts that are none
            reason = f"{type(error).__name__} {error}".strip()
        if not self._told and page.file.src_uri not in self._host.listed:
            self._told = True
            log.info(
                "The theme's templates look into pages (the first: '%s'), which are rendered one by one for"
                " that; it takes several times as long",
                page.file.src_uri,
            )
        log.debug("No shell for '%s': %s", page.file.src_uri, reason)
        return None

    def _probed(self, page: Page) -> _Kept:
        host, environment = self._host, self._host.environment
        listed = page.file.src_uri in host.listed
        if not listed and cast(Any, page.title) != page.meta.get("title"):
            raise SpliceError("its title")
        where = cast(Page, page if listed else Where(self._folders.shape(page.url)))
        stands = StandIn(page, self._meta.add)
        with only_content_marked(page, self._meta.add) if listed else nullcontext():
            context = cast("dict[str, Any]", get_context(host.nav, host.pages, host.config, where))
            host.surround(context, page)
            context["page"] = page if listed else stands
            with watched_filters(environment, **self._filters_from(where, context["base_url"])):
                html = self._template(page).render(context)
                read = dict(stands.reads)
                pieces = {**context, "lang": environment.get_template(_WORDS).make_module(context)}
                pieces["features"] = context["config"].theme.get("features") or []
                places = _PIECES_OF_LISTED if listed else _PIECES
                html, blank = self._without_pieces(html, places, pieces, stands, read)
                shown = self._pieces_of_any(places, pieces, stands)
                edit = self._edit_piece(places, pieces, stands)
                contents = dict[tuple[Heading, ...], str]() if self._shows_entries_only(page, pieces) else None
        html = with_in_head(host.finish(html, page), text_of(_HEAD))
        shell = shell_of(cut(html))
        if not shell.asked <= _PLACES:
            raise SpliceError(f"{sorted(shell.asked - _PLACES)}")
        key = digest_of(shell.key, shown, self._piece_sources)
        return _Kept(shell, key, pieces, blank, edit, contents)

    def _filters_from(self, where: Page, base_url: str) -> dict[str, Callable[..., Any]]:
        """Filters that make links for pages that are `where`, and note to where."""
        for one in cast("list[object]", [*self._host.config.extra_css, *self._host.config.extra_javascript]):
            self._folders.note(str(one))
        filters = cast("dict[str, Callable[[Any, Any], Any]]", self._host.environment.filters)
        tag = filters["script_tag"]

        def script_tag(_context: Any, script: Any) -> Any:
            self._folders.note(str(script))
            return tag({"page": where, "base_url": base_url}, script)

        url = relative_from(where, base_url, self._folders.note, filters["url"])
        return {"url": pass_context(url), "script_tag": pass_context(script_tag)}

    def _shows_entries_only(self, page: Page, context: dict[str, Any]) -> bool:
        """Whether the table of contents of `page` shows nothing of it but its headings below the first."""
        template = self._host.environment.get_template(_PIECES[_TOC])
        try:
            return not cut(template.render({**context, "page": ContentsAlone(page.toc)}))[1:]
        except SpliceError:
            return False

    @cached_property
    def _piece_sources(self) -> str:
        return digest_of_sources(self._host.environment, _PIECES.values())

    def _pieces_of_any(self, places: Mapping[str, str], context: dict[str, Any], stands: StandIn) -> list[str]:
        """The pieces as a page like that of `stands` has them, but for what is its own."""
        config = self._host.config
        stands.edited_at = f"{config.repo_url}{config.edit_uri}"
        return [self._host.environment.get_template(name).render(context) for name in places.values()]

    def _edit_piece(self, places: Mapping[str, str], context: dict[str, Any], stands: StandIn) -> Sequence[str]:
        """The piece for editing of pages like that of `stands`, if it shows no more than the address as it is."""
        if _EDIT not in places:
            return ()
        stands.edited_at = Mark(text_of(_EDIT_URL))
        try:
            parts = cut(self._host.environment.get_template(places[_EDIT]).render(context))
        except Exception:  # whatever templates do with a text that is none
            return ()
        return parts[::2] if {*parts[1::2]} <= {_EDIT_URL} else ()

    def _without_pieces(
        self,
        html: str,
        places: Mapping[str, str],
        context: dict[str, Any],
        stands: StandIn,
        read: Mapping[str, int],
    ) -> tuple[str, dict[str, str]]:
        """`html` with marks in `places` of what is rendered for each page, and pieces that are blank."""
        blank: dict[str, str] = {}
        for place, name in places.items():
            stands.reads.clear()
            piece = self._host.environment.get_template(name).render(context)
            found = html.count(piece) if piece.strip() else 1
            if place == _EDIT and stands.reads["edit_url"] * found != read.get("edit_url", 0):
                raise SpliceError(name)
            if piece.strip():
                html = html.replace(piece, text_of(place))
            else:
                blank[place] = piece
        return html, blank

    def _filled(self, kept: _Kept, page: Page, head: str) -> str | None:
        body = page.content or ""
        if not body_fits(body):
            return None
        texts = {_HEAD: head, stand_in.BODY: body, stand_in.TITLE: str(cast(Any, page.title))}
        texts[stand_in.DESCRIPTION] = str(page.meta.get("description"))
        texts[stand_in.CANONICAL], texts[stand_in.PATH] = str(page.canonical_url), str(page.abs_url)
        texts[stand_in.ADDRESS] = page.url
        if first := next(iter(page.toc), None):
            texts |= {"FirstTitle": first.title, "FirstId": first.id, "FirstUrl": first.url}
        for place, name in _PIECES.items():
            if place in kept.shell.asked or place in kept.blank:
                texts[place] = self._piece(kept, place, name, page)
            if kept.blank.get(place, texts.get(place)) != texts.get(place):
                return None
        return kept.shell.filled(texts)

    def _piece(self, kept: _Kept, place: str, template: str, page: Page) -> str:
        """What `template` shows of `page`; many pages of a kind have the same headings."""
        if place == _EDIT and kept.edit and page.edit_url:
            return page.edit_url.join(kept.edit)
        headings = page.headings if isinstance(page, GeneratedPage) else None
        if place != _TOC or headings is None or kept.contents is None:
            return self._host.environment.get_template(template).render({**kept.context, "page": page})
        if (known := kept.contents.get(headings)) is None:
            if len(kept.contents) >= _MOST_CONTENTS:
                kept.contents.clear()
            known = self._host.environment.get_template(template).render({**kept.context, "page": page})
            kept.contents[headings] = known
        return known


_PLACES = frozenset(
    {
        _HEAD,
        *_PIECES,
        stand_in.BODY,
        stand_in.TITLE,
        stand_in.DESCRIPTION,
        stand_in.CANONICAL,
        stand_in.PATH,
        stand_in.ADDRESS,
        "FirstTitle",
        "FirstId",
        "FirstUrl",
    }
)
"""What shells can ask for."""


def _shown(value: Any) -> Any:
    """What templates can show of a variable that plugins add: of tags their names and addresses."""
    if isinstance(value, list):
        return [_shown(one) for one in cast("list[Any]", value)]
    if hasattr(value, "name"):
        return [str(value.name), str(getattr(value, "url", "")), bool(getattr(value, "hidden", False))]
    return id(value)
