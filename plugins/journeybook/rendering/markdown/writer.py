"""The body of a page as Markdown: its blocks, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain

from journeybook.rendering.drawn import ELEMENT
from journeybook.rendering.markdown.escape import at_start, fenced
from journeybook.rendering.markdown.inline import TERM, UNSEEN, Inline, Resolve, is_unseen, language_of
from journeybook.rendering.markdown.tables import pipe_table
from journeybook.rendering.markdown.tree import Element, tree_of

_INDENT = 4
"""What belongs to a list item begins here: the one depth that Python-Markdown and CommonMark agree on."""
_APART = "<!-- -->"
"""Stands between lists that would become one."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "menu"})
_HOLDERS = frozenset(
    {"address", "article", "aside", "body", "div", "fieldset", "figcaption", "figure", "footer", "form", "header"}
    | {"hgroup", "li", "main", "nav", "search", "section", "summary", "dt", "dd"}
)
_BLOCKS = frozenset(
    {"p", "pre", "blockquote", "details", "dl", "hr", "table", ELEMENT} | _HEADINGS | _LISTS | _HOLDERS
)


def as_fence(source: str) -> str:
    """A diagram for hosts that draw it in the page."""
    return fenced(source, "mermaid")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of Markdown, without blank lines around it."""

    text: str
    is_line: bool = False
    """Whether it is a paragraph, before which an anchor can stand."""
    listed: str = ""
    """`ul`, `ol` or `dl` for a list: two next to each other would become one."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes Markdown."""

    inline: Inline
    narrative: Callable[[int], str]
    """Gives the narrative of a number as Markdown fit for the page."""
    diagram: Callable[[str], str] = as_fence
    """Gives a diagram's source as Markdown; empty for one that is left out."""
    picture: Callable[[str], str] | None = None
    """Gives the HTML of a picture fit for the page, where there are any; words stand for them elsewhere."""

    def blocks(self, children: Iterable[Element | str], *, nested: bool = False) -> Iterator[Block]:
        """`children` as blocks; `nested` says that they stand in a list."""
        line: list[Element | str] = []
        for child in children:
            if isinstance(child, str):
                if line or not child.isspace():
                    line.append(child)
                continue
            if not _is_block(child):
                line.append(child)
                continue
            yield from self._paragraph(line)
            line = []
            if is_unseen(child):
                continue
            if child.is_picture and self.picture and not nested:  # HTML is understood at the margin only
                yield Block(self.picture(child.markup))
            elif not child.is_said_elsewhere or self.picture:
                yield from self._block(child, nested=nested)
        yield from self._paragraph(line)

    def _paragraph(self, children: list[Element | str]) -> Iterator[Block]:
        if children and (text := self.inline.line(children).strip()):
            yield Block(at_start(text), is_line=True)

    def _block(self, element: Element, *, nested: bool) -> Iterator[Block]:
        name = element.name
        if name in _HEADINGS:
            yield self._heading(element)
        elif name in _LISTS:
            yield from self._list(element)
        elif name == "dl":
            yield from self._definitions(element)
        elif name == "table":
            yield from map(Block, pipe_table(element, self.inline))
        elif name == "pre":
            yield Block(fenced(element.text, _language(element)))
        elif name == "blockquote":
            text = joined(self.blocks(element.children, nested=True))
            yield Block("\n".join(f"> {line}".rstrip() for line in text.split("\n")))
        elif name == "hr":
            yield Block("* * *")
        elif name == ELEMENT:
            yield Block(self.narrative(int(element.attributes["number"])))
        elif name == "details":
            yield from self._details(element, nested=nested)
        else:
            yield from self._holder(element, nested=nested)

    def _heading(self, element: Element) -> Block:
        text = self.inline.line(element.children).strip()
        if language := language_of(element):
            text = f"<span{language}>{text}</span>"
        if text.endswith("#"):
            text = f"{text[:-1]}\\#"
        return Block(f"{'#' * int(element.name[1])} {text}" + (f" {{#{element.id}}}" if element.id else ""))

    def _holder(self, element: Element, *, nested: bool) -> Iterator[Block]:
        """A block that only holds others; its id and its language go to where they can be written."""
        if element.is_a("jb-diagram"):
            yield from self._diagram(element)
            return
        if element.name == "section" and not self.picture and _holds_no_more_than_pictures(element):
            return
        language = language_of(element)
        if language and (nested or element.name == "p"):
            text = self.inline.line(element.children).strip()
            blocks = iter([Block(f"<span{language}>{text}</span>", is_line=True)] if text else [])
            if any(isinstance(one, Element) and _is_block(one) for one in element.children):
                blocks = self.blocks(element.children, nested=nested)
        elif language:
            inner = joined(self.blocks(element.children))
            blocks = iter([Block(f'<div{language} markdown="1">\n\n{inner}\n\n</div>')] if inner else [])
        else:
            blocks = self.blocks(element.children, nested=nested)
        yield from _anchored(element.id, blocks)

    def _diagram(self, element: Element) -> Iterator[Block]:
        for part in element.below("pre", "figcaption"):
            if part.name == "pre":
                if text := self.diagram(part.text):
                    yield Block(text)
            else:
                yield from self._paragraph(part.children)

    def _list(self, element: Element) -> Iterator[Block]:
        marks = (f"{number}." if element.name == "ol" else "-" for number in range(1, 1 << 30))
        items: list[str] = []
        loose = False
        for item in element.children:
            if isinstance(item, str) or is_unseen(item):
                continue
            blocks = list(self._holder(item, nested=True))
            if not blocks:
                continue
            loose = loose or any(one.listed in {"", "dl"} for one in blocks[1:])
            tight = len(blocks) == 2 and bool(blocks[1].listed) and blocks[1].listed != "dl"
            text = "\n".join(one.text for one in blocks) if tight else joined(blocks)
            items.append(_hung(next(marks), text))
        if items:
            yield Block(("\n\n" if loose else "\n").join(items), listed=element.name)

    def _definitions(self, element: Element) -> Iterator[Block]:
        groups: list[str] = []
        for part in element.below("dt", "dd"):
            if part.name == "dt":
                term = self.inline.line(part.children, TERM).strip()
                language = language_of(part)
                groups.append(f"<span{language}>{term}</span>" if language else at_start(term))
            elif groups:
                said = joined(self._holder(part, nested=True))
                groups[-1] += "\n" + _hung(":", said or "<!-- -->")
        if groups:
            yield Block("\n\n".join(groups), listed="dl")

    def _details(self, element: Element, *, nested: bool) -> Iterator[Block]:
        summary = next(element.below("summary"), Element("summary"))
        rest = [one for one in element.children if one is not summary]
        if nested:  # HTML around Markdown is understood at the margin only
            title = self.inline.line(summary.children).strip()
            yield from chain(
                [Block(f"**{title}**", is_line=True)] if title else [], self.blocks(rest, nested=True)
            )
            return
        inner = joined(self.blocks(rest))
        title = escape(" ".join(summary.text.split()), quote=False)
        opening = f'<details{" open" if "open" in element.attributes else ""} markdown="1">'
        yield Block(f"{opening}\n<summary>{title}</summary>\n\n{inner}\n\n</details>")


def _holds_no_more_than_pictures(section: Element) -> bool:
    """Whether a section would be a heading over nothing."""
    rest = [one for one in section.children if isinstance(one, Element) and one.name not in _HEADINGS]
    return bool(rest) and all(one.is_said_elsewhere for one in rest)


def markdown_of(
    html: str,
    resolve: Resolve,
    narrative: Callable[[int], str] = str,
    diagram: Callable[[str], str] = as_fence,
    picture: Callable[[str], str] | None = None,
) -> str:
    """The page whose body is `html` as Markdown, ending in a line feed.

    Targets of links go through `resolve`; `narrative` gives what stands in place of an `ELEMENT`, `diagram` what
    stands for a diagram's source, `picture` what stands for the HTML of a picture. Without it words have to do.
    """
    return joined(Writer(Inline(resolve), narrative, diagram, picture).blocks(tree_of(html).children)) + "\n"


def insert_of(
    html: str,
    resolve: Resolve,
    diagram: Callable[[str], str] = as_fence,
    picture: Callable[[str], str] | None = None,
    *,
    nested: bool = True,
) -> str:
    """The building block whose body is `html` as Markdown, for any place in an author's text.

    Lists in it do not join those of the author before and behind it. `nested` says that it may stand in one.
    """
    found = list(Writer(Inline(resolve), str, diagram, picture).blocks(tree_of(html).children, nested=nested))
    before, behind = ([Block(_APART)] if one and one[0].listed else [] for one in (found[:1], found[-1:]))
    return joined([*before, *found, *behind])


def joined(blocks: Iterable[Block]) -> str:
    """`blocks` with blank lines between them, and more between lists."""
    text, before = "", ""
    for block in blocks:
        if text:
            text += (
                f"\n\n{_APART}\n\n" if before and block.listed and "dl" not in {before, block.listed} else "\n\n"
            )
        text += block.text
        before = block.listed
    return text


def _anchored(identifier: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """`blocks` with an anchor before them; `identifier` may be empty."""
    if not identifier:
        yield from blocks
        return
    anchor = f'<span id="{escape(identifier)}"></span>'
    for number, block in enumerate(blocks):
        if number:
            yield block
        elif block.is_line:
            yield Block(anchor + block.text, is_line=True)
        else:
            yield Block(anchor, is_line=True)
            yield block


def _is_block(element: Element) -> bool:
    if element.name in _BLOCKS:
        return True
    if element.name in UNSEEN or element.name == "a":
        return False
    return any(isinstance(one, Element) and _is_block(one) for one in element.children)


def _hung(mark: str, text: str) -> str:
    """`text` behind `mark`, and below it as far in."""
    first, *rest = text.split("\n")
    margin = " " * _INDENT
    lines = [f"{mark:<{_INDENT}}{first}" if len(mark) < _INDENT else f"{mark} {first}"]
    lines += [margin + line if line else "" for line in rest]
    return "\n".join(lines)


def _language(element: Element) -> str:
    """The language of a block of code."""
    inner = next(element.below("code"), element)
    names = (inner.attributes.get("class") or "").split()
    return next((one.removeprefix("language-") for one in names if one.startswith("language-")), "")
