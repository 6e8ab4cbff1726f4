"""What a built page shows, however it was made: headings, links, pictures, diagrams, words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"svg", "script", "style", "button", "label", "input"}
UNSEEN_CLASSES = {"jb-hidden", "headerlink", "md-content__button", "md-source-file", "md-clipboard"}
DIAGRAMS = {"jb-diagram__source", "mermaid"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass
class Shown(HTMLParser):
    """What the article of a page shows."""

    address: str
    """Its address in the site."""
    title: str = ""
    """What the browser's tab says."""
    description: str = ""
    headings: list[tuple[str, str, str]] = field(default_factory=list)
    """Level, id (of titles none, they differ) and text."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Where they lead, from the site's root, and their text; those of footnotes are left out."""
    pictures: list[tuple[str, str]] = field(default_factory=list)
    """Source and alternative text."""
    diagrams: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    words: str = ""
    """All text without blanks, but that of diagrams and footnotes."""
    footnotes: str = ""
    """Their text without blanks: on a page with several texts they stand together or apart."""
    open: list[tuple[str, str, str, int]] = field(default_factory=list, repr=False)
    """What is open: tag, what it is for us, its target or id, where its text begins."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._raw = ""
        self._in_title = False

    def _inside(self, *what: str) -> bool:
        return any(one[1] in what for one in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        classes = set(values.get("class", "").split())
        self._in_title = tag == "title" and not self.title
        if tag == "meta" and values.get("name") == "description":
            self.description = values["content"]
        if not self.open and not (tag == "article" and "md-content__inner" in classes):
            return
        if identifier := values.get("id"):
            self.ids.add(identifier)
        if tag == "img":
            self.pictures.append((self._target(values["src"]), values["alt"]))
        if tag in VOID:
            return
        what, about = _kind_of(tag, classes, is_link="href" in values), ""
        what = "unseen" if "hidden" in values else what
        if what == "diagram":
            self.diagrams.append("")
        elif what == "heading":
            about = "" if tag == "h1" else values.get("id", "")
        elif what == "link" and "href" in values:
            about = self._target(values["href"])
        elif what == "link":
            what = ""  # only a place to jump to
        self.open.append((tag, what, about, len(self._raw)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or tag in VOID:
            return
        name, what, about, start = self.open.pop()
        assert name == tag, f"{self.address}: {name} closed by {tag}"
        text = " ".join(self._raw[start:].split())
        if what == "diagram":
            self.diagrams[-1] = self.diagrams[-1].strip()
        elif what == "heading":
            self.headings.append((name, about, text))
        elif what == "link" and not self._inside("footnote", "unseen"):
            self.links.append((about, text))

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title, self._in_title = data, False
        if not self.open or self._inside("unseen"):
            return
        if self._inside("diagram"):
            self.diagrams[-1] += data
        elif self._inside("footnote"):
            self.footnotes += "".join(data.split())
        else:
            self._raw += data
            self.words += "".join(data.split())

    def _target(self, href: str) -> str:
        parts = urlsplit(urljoin(f"https://site.example/{self.address}", href))
        if parts.netloc != "site.example":
            return href
        return unquote(parts.path.lstrip("/").removesuffix("index.html")) + (
            f"#{unquote(parts.fragment)}" if parts.fragment else ""
        )


def _kind_of(tag: str, classes: set[str], *, is_link: bool) -> str:
    """What an element is for us; empty if it only holds others."""
    if tag in UNSEEN or classes & UNSEEN_CLASSES:
        return "unseen"
    if classes & DIAGRAMS:
        return "diagram"
    if classes & {"footnote", "footnote-ref"}:
        return "footnote"
    return "heading" if tag in HEADINGS else "link" if tag == "a" and is_link else ""


def shown(site: Path, file: Path) -> Shown:
    """What the page in `file` shows."""
    address = file.relative_to(site).as_posix()
    page = Shown(address)
    page.feed(file.read_text(encoding="utf-8"))
    page.close()
    return page


def pages(site: Path) -> dict[str, Shown]:
    """Every page of a built site, by its file."""
    found = {
        file.relative_to(site).as_posix(): shown(site, file)
        for file in sorted(site.rglob("*.html"))
        if "md-content__inner" in file.read_text(encoding="utf-8") and file.name != "404.html"
    }
    assert len(found) > 1
    return found
