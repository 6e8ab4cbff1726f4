"""Markdown turned into HTML as other generators do it, and what readers see of that."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown import Markdown

# What Material's documentation recommends, so that signs which only an extension knows are tried too.
EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.mark",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]

# Between what stands in these, a reader sees a gap.
APART = {
    "p",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "td",
    "th",
    "tr",
    "summary",
    "details",
    "pre",
    "br",
    "h1",
    "h2",
    "h3",
}


def html_of(markdown: str) -> str:
    """`markdown` as HTML."""
    return str(Markdown(extensions=EXTENSIONS).convert(markdown))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.text += " " if tag in APART else ""

    def handle_endtag(self, tag: str) -> None:
        self.text += " " if tag in APART else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def words_of(html: str) -> str:
    """The text of `html` with every run of blanks as one."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return " ".join(reader.text.split())


def tags_of(html: str) -> list[str]:
    """The opening tags of `html`, in order."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return reader.tags
