"""The body of a page as Markdown: its blocks, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from journeybook.rendering.drawn import ELEMENT
from journeybook.rendering.markdown.blocks import APART, ITEM, Block, add_anchored, hung, joined
from journeybook.rendering.markdown.escape import at_start, fenced
from journeybook.rendering.markdown.inline import PROSE, Resolve, linked
from journeybook.rendering.markdown.lines import items, paragraph, parts, term
from journeybook.rendering.markdown.tables import pipe_table
from journeybook.rendering.markdown.tags import HEADINGS, HOLDERS, LEAVES, LISTS, PICTURE, Tag
from journeybook.rendering.markdown.tree import (
    Element,
    blocks_of,
    elements_of,
    holds_blocks,
    with_hidden,
    without_hidden,
)

_ARTICLES = 512
"""How many articles are kept: a step stands on the page of its journey and on that of its stage, made one after
the other."""
_ASKING = (f"<{ELEMENT}", "jb-diagram")
"""What becomes of narratives and diagrams is for the page to say."""


def as_fence(source: str) -> str:
    """A diagram for hosts that draw it in the page."""
    return fenced(source, "mermaid")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes Markdown, block by block, to the end of a list."""

    narrative: Callable[[int], str]
    """Gives the narrative of a number as Markdown fit for the page."""
    diagram: Callable[[str], str] = as_fence
    """Gives a diagram's source as Markdown; empty for one that is left out."""
    picture: Callable[[str], str] | None = None
    """Gives the HTML of a picture fit for the page, where there are any; words stand for them elsewhere."""

    def blocks(self, html: str, *, nested: bool = False) -> list[Block]:
        """`html` as blocks; `nested` says that they stand in a list."""
        out: list[Block] = []
        self._add_all(html, out, nested=nested)
        return out

    def _add_all(self, html: str, out: list[Block], *, nested: bool) -> None:
        line = paragraph(html)
        if line is None:
            self._add(html, out, nested=nested)
        elif line:
            out.append(Block(line, is_line=True))

    def _add(self, html: str, out: list[Block], *, nested: bool) -> None:
        at = 0
        for element in blocks_of(html, sections=self.picture is None and PICTURE in html):
            before = html[at : element.begin]
            if before and not before.isspace():
                _add_line(before, out)
            at = element.end
            tag = element.tag
            if tag.is_unseen or (tag.is_plain and not element.inner):
                continue
            if self.picture and tag.is_picture and not nested:  # HTML is understood at the margin only
                out.append(Block(self.picture(html[element.begin : at])))
            elif self.picture or not tag.is_said_elsewhere:
                self._block(element, out, nested=nested)
        if at < len(html):
            _add_line(html[at:], out)

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
            out += map(Block, pipe_table(element))
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
                text = joined(self.blocks(element.inner, nested=True))
                return Block("\n".join(f"> {line}".rstrip() for line in text.split("\n")))
            case "hr":
                return Block("* * *")
            case _:
                return Block(self.narrative(int(element.tag.attributes["number"])))

    def _heading(self, element: Element) -> Block:
        text = PROSE.line(element.inner).strip()
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
            add_anchored(tag.id, self._told(element, tag.language, nested=nested), out)
        elif element.name == "article" and not self.picture and not any(one in element.inner for one in _ASKING):
            out += _article(element.inner, nested=nested)
        else:
            self._add_all(element.inner, out, nested=nested)

    def _told(self, element: Element, language: str, *, nested: bool) -> list[Block]:
        """What `element` holds, with the attributes that say in which language, if there are any."""
        if not language:
            return self.blocks(element.inner, nested=nested)
        if nested or element.name == "p":
            if holds_blocks(element.inner):
                return self.blocks(element.inner, nested=nested)
            text = PROSE.line(element.inner).strip()
            return [Block(f"<span{language}>{text}</span>", is_line=True)] if text else []
        inner = joined(self.blocks(element.inner))
        return [Block(f'<div{language} markdown="1">\n\n{inner}\n\n</div>')] if inner else []

    def _diagram(self, element: Element, out: list[Block]) -> None:
        for part in element.below("pre", "figcaption"):
            if part.name != "pre":
                _add_line(part.inner, out)
            elif text := self.diagram(part.text):
                out.append(Block(text))

    def _list(self, element: Element, out: list[Block]) -> None:
        lines = items(element.inner)
        found, between = (lines, "\n") if lines is not None else self._items(element)
        if not found:
            return
        if element.name == "ol":
            text = between.join(hung(f"{number}.", one) for number, one in enumerate(found, 1))
        elif lines is None:
            text = between.join(hung("-", one) for one in found)
        else:
            text = ITEM + f"\n{ITEM}".join(lines)
        out.append(Block(text, listed=element.name))

    def _items(self, element: Element) -> tuple[list[str], str]:
        """The items of a list that say something, and what stands between them."""
        found: list[str] = []
        loose = False
        for item in elements_of(element.inner):
            if item.tag.is_unseen:
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
            found.append(text)
        return found, "\n\n" if loose else "\n"

    def _definitions(self, element: Element, out: list[Block]) -> None:
        groups: list[str] = []
        lines = parts(element.inner)
        for text, is_term in self._parts(element) if lines is None else lines:
            if is_term:
                groups.append(text)
            elif groups:
                groups[-1] += "\n" + hung(":", text or "<!-- -->")
        if groups:
            out.append(Block("\n\n".join(groups), listed="dl"))

    def _parts(self, element: Element) -> Iterator[tuple[str, bool]]:
        """What stands in a list of terms: each text, and whether it is a term."""
        for part in element.below("dt", "dd"):
            if part.name == "dt":
                yield term(part), True
            else:
                blocks: list[Block] = []
                self._holder(part, blocks, nested=True)
                yield joined(blocks), False

    def _details(self, element: Element, out: list[Block], *, nested: bool) -> None:
        summary = next(element.below("summary"), Element(Tag("summary"), ""))
        html = element.inner[: summary.begin] + element.inner[summary.end :]
        if nested:  # HTML around Markdown is understood at the margin only
            if title := PROSE.line(summary.inner).strip():
                out.append(Block(f"**{title}**", is_line=True))
            self._add_all(html, out, nested=True)
            return
        inner = joined(self.blocks(html))
        title = escape(" ".join(summary.text.split()), quote=False)
        opening = f'<details{" open" if "open" in element.tag.attributes else ""} markdown="1">'
        out.append(Block(f"{opening}\n<summary>{title}</summary>\n\n{inner}\n\n</details>"))


@lru_cache(maxsize=_ARTICLES)
def _article(html: str, *, nested: bool) -> tuple[Block, ...]:
    """The blocks in an article that asks nothing of its page."""
    return tuple(Writer(str).blocks(html, nested=nested))


def _holds_no_more_than_pictures(section: Element) -> bool:
    """Whether a section would be a heading over nothing."""
    rest = [one for one in elements_of(section.inner) if one.name not in HEADINGS]
    return bool(rest) and all(one.tag.is_said_elsewhere for one in rest)


def markdown_of(
    html: str,
    resolve: Resolve,
    narrative: Callable[[int], str] = str,
    diagram: Callable[[str], str] = as_fence,
    picture: Callable[[str], str] | None = None,
) -> str:
    """The page whose body is `html` as Markdown, ending in a line feed.

    `resolve` gives the target of each link as Markdown has it, `narrative` what stands in place of an `ELEMENT`,
    `diagram` what stands for a diagram's source, `picture` what stands for the HTML of a picture. Without it words
    have to do.
    """
    return linked(joined(_blocks(html, narrative, diagram, picture)), resolve) + "\n"


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
    found = _blocks(html, str, diagram, picture, nested=nested)
    before, behind = ([Block(APART)] if one and one[0].listed else [] for one in (found[:1], found[-1:]))
    return linked(joined([*before, *found, *behind]), resolve)


def _blocks(
    html: str,
    narrative: Callable[[int], str],
    diagram: Callable[[str], str],
    picture: Callable[[str], str] | None,
    *,
    nested: bool = False,
) -> list[Block]:
    """`html` as blocks, links with the targets that they have in it."""
    html, hidden = without_hidden(html)

    def drawn(markup: str) -> str:
        return picture(with_hidden(markup, hidden)) if picture else ""

    return Writer(narrative, diagram, drawn if picture else None).blocks(html, nested=nested)


def _add_line(html: str, out: list[Block]) -> None:
    """Add the paragraph that `html` is, whatever is in it, to `out`, if it says anything."""
    if text := PROSE.line(html).strip():
        out.append(Block(at_start(text), is_line=True))


def _language(element: Element) -> str:
    """The language of a block of code."""
    inner = next(element.below("code"), element)
    names = (inner.tag.attributes.get("class") or "").split()
    return next((one.removeprefix("language-") for one in names if one.startswith("language-")), "")
