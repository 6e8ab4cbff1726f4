"""The body of a page as Markdown: its blocks, one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from journeybook.rendering.markdown.escape import at_start, fenced
from journeybook.rendering.markdown.inline import TERM, Inline, Resolve
from journeybook.rendering.markdown.tables import pipe_table
from journeybook.rendering.markdown.tags import HEADINGS, HOLDERS, LEAVES, LISTS, Tag
from journeybook.rendering.markdown.tree import Element, tree_of

_INDENT = 4
"""What belongs to a list item begins here: the one depth that Python-Markdown and CommonMark agree on."""
_MARGIN = " " * _INDENT
_FURTHER = re.compile(r"(?<=\n)(?=[^\n])")
"""Where the lines begin that are not the first."""
_APART = "<!-- -->"
"""Stands between lists that would become one."""


def as_fence(source: str) -> str:
    """A diagram for hosts that draw it in the page."""
    return fenced(source, "mermaid")


class Block(NamedTuple):
    """A block of Markdown, without blank lines around it."""

    text: str
    is_line: bool = False
    """Whether it is a paragraph, before which an anchor can stand."""
    listed: str = ""
    """`ul`, `ol` or `dl` for a list: two next to each other would become one."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes Markdown, block by block, to the end of a list."""

    inline: Inline
    narrative: Callable[[int], str]
    """Gives the narrative of a number as Markdown fit for the page."""
    diagram: Callable[[str], str] = as_fence
    """Gives a diagram's source as Markdown; empty for one that is left out."""
    picture: Callable[[str], str] | None = None
    """Gives the HTML of a picture fit for the page, where there are any; words stand for them elsewhere."""

    def blocks(self, children: Iterable[Element | str], *, nested: bool = False) -> list[Block]:
        """`children` as blocks; `nested` says that they stand in a list."""
        out: list[Block] = []
        self._add(children, out, nested=nested)
        return out

    def _add(self, children: Iterable[Element | str], out: list[Block], *, nested: bool) -> None:
        line: list[Element | str] = []
        for child in children:
            if isinstance(child, str):
                if line or not child.isspace():
                    line.append(child)
                continue
            if not child.is_block:
                line.append(child)
                continue
            if line:
                self._paragraph(line, out)
                line = []
            tag = child.tag
            if tag.is_unseen:
                continue
            if self.picture and tag.is_picture and not nested:  # HTML is understood at the margin only
                out.append(Block(self.picture(child.markup)))
            elif self.picture or not tag.is_said_elsewhere:
                self._block(child, out, nested=nested)
        if line:
            self._paragraph(line, out)

    def _paragraph(self, children: list[Element | str], out: list[Block]) -> None:
        if text := self.inline.line(children).strip():
            out.append(Block(at_start(text), is_line=True))

    def _block(self, element: Element, out: list[Block], *, nested: bool) -> None:
        name = element.name
        if name in HOLDERS:
            self._holder(element, out, nested=nested)
        elif name in HEADINGS:
            out.append(self._heading(element))
        elif name in LISTS:
            self._list(element, out)
        elif name == "dl":
            self._definitions(element, out)
        elif name == "table":
            out += map(Block, pipe_table(element, self.inline))
        elif name == "details":
            self._details(element, out, nested=nested)
        elif name in LEAVES:
            out.append(self._leaf(element))
        else:
            self._holder(element, out, nested=nested)

    def _leaf(self, element: Element) -> Block:
        match element.name:
            case "pre":
                return Block(fenced(element.text, _language(element)))
            case "blockquote":
                text = joined(self.blocks(element.children, nested=True))
                return Block("\n".join(f"> {line}".rstrip() for line in text.split("\n")))
            case "hr":
                return Block("* * *")
            case _:
                return Block(self.narrative(int(element.tag.attributes["number"])))

    def _heading(self, element: Element) -> Block:
        text = self.inline.line(element.children).strip()
        tag = element.tag
        if tag.language:
            text = f"<span{tag.language}>{text}</span>"
        if text.endswith("#"):
            text = f"{text[:-1]}\\#"
        return Block(f"{'#' * int(element.name[1])} {text}" + (f" {{#{tag.id}}}" if tag.id else ""))

    def _holder(self, element: Element, out: list[Block], *, nested: bool) -> None:
        """A block that only holds others; its id and its language go to where they can be written."""
        tag = element.tag
        if tag.is_diagram:
            self._diagram(element, out)
        elif element.name == "section" and not self.picture and _holds_no_more_than_pictures(element):
            return
        elif tag.said:
            _add_anchored(tag.id, self._told(element, tag.language, nested=nested), out)
        else:
            self._add(element.children, out, nested=nested)

    def _told(self, element: Element, language: str, *, nested: bool) -> list[Block]:
        """What `element` holds, with the attributes that say in which language, if there are any."""
        if not language:
            return self.blocks(element.children, nested=nested)
        if nested or element.name == "p":
            if any(not isinstance(one, str) and one.is_block for one in element.children):
                return self.blocks(element.children, nested=nested)
            text = self.inline.line(element.children).strip()
            return [Block(f"<span{language}>{text}</span>", is_line=True)] if text else []
        inner = joined(self.blocks(element.children))
        return [Block(f'<div{language} markdown="1">\n\n{inner}\n\n</div>')] if inner else []

    def _diagram(self, element: Element, out: list[Block]) -> None:
        for part in element.below("pre", "figcaption"):
            if part.name != "pre":
                self._paragraph(part.children, out)
            elif text := self.diagram(part.text):
                out.append(Block(text))

    def _list(self, element: Element, out: list[Block]) -> None:
        items: list[str] = []
        loose = False
        for item in element.children:
            if isinstance(item, str) or item.tag.is_unseen:
                continue
            blocks: list[Block] = []
            self._holder(item, blocks, nested=True)
            if not blocks:
                continue
            text = blocks[0].text
            if len(blocks) > 1:
                loose = loose or any(one.listed in {"", "dl"} for one in blocks[1:])
                tight = len(blocks) == 2 and bool(blocks[1].listed) and blocks[1].listed != "dl"
                text = "\n".join(one.text for one in blocks) if tight else joined(blocks)
            items.append(_hung(f"{len(items) + 1}." if element.name == "ol" else "-", text))
        if items:
            out.append(Block(("\n\n" if loose else "\n").join(items), listed=element.name))

    def _definitions(self, element: Element, out: list[Block]) -> None:
        groups: list[str] = []
        for part in element.below("dt", "dd"):
            if part.name == "dt":
                term = self.inline.line(part.children, TERM).strip()
                language = part.tag.language
                groups.append(f"<span{language}>{term}</span>" if language else at_start(term))
            elif groups:
                blocks: list[Block] = []
                self._holder(part, blocks, nested=True)
                groups[-1] += "\n" + _hung(":", joined(blocks) or "<!-- -->")
        if groups:
            out.append(Block("\n\n".join(groups), listed="dl"))

    def _details(self, element: Element, out: list[Block], *, nested: bool) -> None:
        summary = next(iter(element.below("summary")), Element(Tag("summary")))
        rest = [one for one in element.children if one is not summary]
        if nested:  # HTML around Markdown is understood at the margin only
            if title := self.inline.line(summary.children).strip():
                out.append(Block(f"**{title}**", is_line=True))
            self._add(rest, out, nested=True)
            return
        inner = joined(self.blocks(rest))
        title = escape(" ".join(summary.text.split()), quote=False)
        opening = f'<details{" open" if "open" in element.tag.attributes else ""} markdown="1">'
        out.append(Block(f"{opening}\n<summary>{title}</summary>\n\n{inner}\n\n</details>"))


def _holds_no_more_than_pictures(section: Element) -> bool:
    """Whether a section would be a heading over nothing."""
    rest = [one for one in section.children if not isinstance(one, str) and one.name not in HEADINGS]
    return bool(rest) and all(one.tag.is_said_elsewhere for one in rest)


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
    tree = tree_of(html, pictures=picture is not None)
    return joined(Writer(Inline(resolve), narrative, diagram, picture).blocks(tree.children)) + "\n"


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
    tree = tree_of(html, pictures=picture is not None)
    found = Writer(Inline(resolve), str, diagram, picture).blocks(tree.children, nested=nested)
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


def _add_anchored(identifier: str, blocks: list[Block], out: list[Block]) -> None:
    """Add `blocks` to `out`, with an anchor before them; `identifier` may be empty."""
    if identifier and blocks:
        anchor = f'<span id="{escape(identifier)}"></span>'
        if blocks[0].is_line:
            blocks[0] = Block(anchor + blocks[0].text, is_line=True)
        else:
            out.append(Block(anchor, is_line=True))
    out += blocks


def _hung(mark: str, text: str) -> str:
    """`text` behind `mark`, and below it as far in."""
    first = mark + " " * (_INDENT - len(mark) if len(mark) < _INDENT else 1)
    return first + (_FURTHER.sub(_MARGIN, text) if "\n" in text else text)


def _language(element: Element) -> str:
    """The language of a block of code."""
    inner = next(iter(element.below("code")), element)
    names = (inner.tag.attributes.get("class") or "").split()
    return next((one.removeprefix("language-") for one in names if one.startswith("language-")), "")
