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

VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
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


class Reader(HTMLParser):
    """What a reader sees of a page's HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.links: list[str] = []
        self.ids: set[str] = set()
        self._open: list[tuple[str, bool]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in VOID:
            unseen = tag in {"script", "noscript", "svg"} or "hidden" in values
            self._open.append((tag, unseen or "jb-hidden" in (values.get("class") or "").split()))
        self.text += " " if tag in APART else ""
        self.links += [values["href"] or ""] if tag == "a" and "href" in values and not self._in_picture else []
        self.ids |= {values["id"] or ""} if "id" in values else set()

    @property
    def _in_picture(self) -> bool:
        """Whether it is inside a picture, which Markdown leaves out: the same stands beside it in words."""
        return any(tag == "svg" for tag, _ in self._open)

    def handle_endtag(self, tag: str) -> None:
        self.text += " " if tag in APART else ""
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(hidden for _, hidden in self._open):
            self.text += data


def words_of(html: str) -> str:
    """The text of `html` with every run of blanks as one."""
    return " ".join(Reader(html).text.split())
