"""A page that stands for all of its kind while the host's templates are rendered around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, cast

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from journeybook.mkdocs.quick.marks import BodyMark, Mark, SpliceError, text_of

TITLE, DESCRIPTION, CANONICAL, BODY = "Title", "Description", "Canonical", "Body"
FIRST_HEADING, ADDRESS, PATH = "FirstHeading", "Address", "Path"
_SAME_FOR_ALL = {
    "children": None,
    "previous_page": None,
    "next_page": None,
    "parent": None,
    "is_homepage": False,
    "is_top_level": True,
    "is_section": False,
    "is_page": True,
    "is_link": False,
    "ancestors": (),
}
"""What any page says that is not in the navigation."""


class Where:
    """An address that stands for all of its shape: what the host asks when it makes links relative."""

    def __init__(self, url: str) -> None:
        """`url` is relative to the site's root."""
        self.url = url


class Asked(dict[str, Any]):
    """Front matter that notes what it is asked for, and shows nobody all that is in it."""

    def __init__(self, values: Mapping[str, Any], note: Callable[[str], None]) -> None:
        super().__init__(values)
        self._note = note

    def __bool__(self) -> bool:
        return True  # our pages have a title at least

    def __getitem__(self, name: str) -> Any:
        self._note(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self._note(str(name))
        return super().__contains__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """What stands under `name`."""
        self._note(name)
        return super().get(name, default)

    def _refuse(self, *_: object) -> Any:
        raise SpliceError("all of its front matter")

    __iter__ = __len__ = items = keys = values = copy = _refuse


class StandIn:
    """What templates get for `page`."""

    def __init__(self, page: Page, note: Callable[[str], None]) -> None:
        """`page` is one of the kind, rendered; `note` is told of all front matter that is asked for."""
        self.reads: Counter[str] = Counter()
        """How often each of the parts was asked for that are put in as pieces of template."""
        self.edited_at: str | None = None
        """Where any page is edited, for what shall not know which page this is."""
        self._page = page
        meta = {
            name: Mark(text_of(_MARKED[name])) if name in _MARKED and value else value
            for name, value in page.meta.items()
        }
        self._own: dict[str, Any] = {
            "active": True,
            "title": Mark(text_of(TITLE)),
            "content": BodyMark(text_of(BODY)),
            "canonical_url": Mark(text_of(CANONICAL)) if page.canonical_url else None,
            "abs_url": Mark(text_of(PATH)) if page.abs_url else None,
            "url": Mark(text_of(ADDRESS)),
            "meta": Asked(meta, note),
            "toc": toc_for(page.toc),
        }

    def __getattr__(self, name: str) -> Any:
        """What `page.name` is in a template; raises SpliceError for what pages of a kind do not share."""
        if name in _SAME_FOR_ALL and _SAME_FOR_ALL[name] == _plain(getattr(self._page, name)):
            return _SAME_FOR_ALL[name]
        if name == "edit_url":
            self.reads[name] += 1
            return (self.edited_at if self._page.edit_url else None) or self._page.edit_url
        if name not in self._own:
            raise SpliceError(name)
        return self._own[name]


@contextmanager
def only_content_marked(page: Page, note: Callable[[str], None]) -> Generator[None]:
    """Have `page` stand for itself: marks are in the places of what is put into it later, and it is active.

    So a page that a navigation lists is rendered: there it is known by what it is. `note` is as for `StandIn`.
    """
    content, toc, meta = page.content, page.toc, page.meta
    marked: Any = {**meta, "description": Mark(text_of(DESCRIPTION))} if meta.get("description") else meta
    page.content, page.toc, page.meta, page.active = (
        BodyMark(text_of(BODY)),
        toc_for(toc),
        Asked(marked, note),
        True,
    )
    try:
        yield
    finally:
        page.content, page.toc, page.meta, page.active = content, toc, meta, False


_MARKED = {"title": TITLE, "description": DESCRIPTION}


def _plain(value: Any) -> Any:
    return tuple(cast("list[Any]", value)) if isinstance(value, list) else value


def shape_of(toc: TableOfContents) -> str:
    """What templates can see of a table of contents beside its entries."""
    first = next(iter(toc), None)
    if first is None:
        return "none"
    entries = first.children if first.level == 1 else toc
    return f"{first.level} {'some' if _any(entries) else 'none'}"


def toc_for(toc: TableOfContents) -> TableOfContents:
    """A table of contents that stands for all of the shape of `toc`."""
    first = next(iter(toc), None)
    if first is None:
        return TableOfContents([])
    stands: Any = _Entry("First", first.level)
    entries = first.children if first.level == 1 else toc
    if first.level == 1 and _any(entries):
        stands.children = [_Entry("Entry", 2)]
    return TableOfContents([stands])


class ContentsAlone:
    """What templates get of a page if its headings are all that they may ask for; not that of the page itself."""

    def __init__(self, toc: TableOfContents) -> None:
        """`toc` is the page's table of contents; templates get one of the same shape."""
        entries = [AnchorLink("A", "a", 2), AnchorLink("B", "b", 2)]
        entries[1].children = [AnchorLink("C", "c", 3)]
        entries[1].children[0].children = [AnchorLink("D", "d", 4)]
        self.toc = toc_for(toc)
        first = next(iter(self.toc), None)
        if first and first.level == 1:
            first.children = entries
        elif first:
            self.toc = TableOfContents(entries)

    def __getattr__(self, name: str) -> Any:
        raise SpliceError(name)


def _any(entries: Sequence[AnchorLink] | TableOfContents) -> bool:
    return next(iter(entries), None) is not None


class _Entry:
    """An entry of a table of contents that stands for others."""

    def __init__(self, name: str, level: int) -> None:
        self.title = Mark(text_of(f"{name}Title"))
        self.id = Mark(text_of(f"{name}Id"))
        self.url = Mark(text_of(f"{name}Url"))
        self.level = level
        self.children: list[Any] = []
