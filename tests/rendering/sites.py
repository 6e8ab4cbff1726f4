"""Whole portals rendered without a host, and what their HTML holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from markupsafe import escape

from journeybook.model import Entity
from journeybook.model.portal_options import Comments, PortalOptions
from journeybook.pages import Context, Narrative, plan, view_of
from journeybook.rendering import Rendered, Renderer
from journeybook.words import Words
from tests.pages.portals import AS_OF, edit, portal_of

VOID = {"col", "img", "input", "br", "hr", "wbr", "source"}
COMMENTS = Comments(tracker="github", repository="https://github.com/o/r")


def narrate(narrative: Narrative) -> str:
    """A host that knows no Markdown."""
    return f"<p>{escape(narrative.text)}</p>"


def context_of(entities: Iterable[Entity], *, directory_urls: bool = True, language: str = "en") -> Context:
    return Context(
        portal_of(*entities),
        PortalOptions(comments=COMMENTS, language=language),
        Words(language),
        AS_OF,
        directory_urls=directory_urls,
        site="https://example.org/",
        edit=edit,
    )


def site_of(
    entities: Iterable[Entity],
    *,
    directory_urls: bool = True,
    overrides: Iterable[Path] = (),
    language: str = "en",
) -> dict[str, Rendered]:
    """Every page, by its file in the site."""
    context = context_of(entities, directory_urls=directory_urls, language=language)
    renderer = Renderer(context, narrate, tuple(overrides))
    return {
        page.address.file(directory_urls=directory_urls): renderer.render(view_of(page, context))
        for page in plan(context.portal)
    }


@dataclass
class Document(HTMLParser):
    """What a page's HTML holds."""

    html: str
    tags: list[str] = field(default_factory=list)
    """Opening and closing tags, in order, with the names of their attributes."""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Level and id."""
    words: list[str] = field(default_factory=list)
    """Every piece of text, and the values of attributes that readers meet."""
    languages: list[tuple[str, str | None, str | None]] = field(default_factory=list)
    """Tag, language and direction of elements that say one."""
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        assert len(values) == len(attrs), f"an attribute twice: {self.get_starttag_text()}"
        self.tags.append(" ".join((tag, *values)))
        if identifier := values.get("id"):
            self.ids.append(identifier)
        self.links += [value for name, value in attrs if name == "href" and value is not None]
        self.sources += [value for name, value in attrs if name == "src" and value is not None]
        self.words += [value for name, value in attrs if name in {"alt", "aria-label", "title"} and value]
        if values.keys() & {"lang", "dir"} and tag != "input":  # addresses run left to right in any language
            self.languages.append((tag, values.get("lang"), values.get("dir")))
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append((int(tag[1:]), values.get("id") or ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.tags.append("/" + tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words, blanks as in the source."""
        return "\n".join(self.words)


def documents(site: dict[str, Rendered]) -> dict[str, Document]:
    return {file: Document(page.html) for file, page in site.items()}


def target(file: str, link: str) -> tuple[str, str] | None:
    """The file and the id that `link` in `file` leads to; None for links that leave the site."""
    if urlsplit(link).scheme:
        return None
    whole = urlsplit(urljoin(f"https://site.example/{file}", link))
    path = unquote(whole.path).lstrip("/")
    return (f"{path}index.html" if path.endswith("/") or not path else path), unquote(whole.fragment)
