"""The HTML of our templates as a tree.

A parser for any HTML takes as long over a page as rendering it does. What templates write is well formed;
from the rest, a closing tag that closes nothing is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, cast

from journeybook.rendering.markdown.tags import UNSEEN, Tag, tag_of

_MARKUP = re.compile(
    r"<(?:(?=[!stST])"  # few begin so, and the others are found out sooner
    r"(!--.*?-->|(?i:script\b.*?</script|style\b.*?</style|template\b.*?</template)\s*>)"
    r"|(/?[a-zA-Z][^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*)>)",
    re.DOTALL,
)
"""A comment or a script as a whole, or a tag; without what it begins with."""
_INLINE = UNSEEN | {"a"}
"""Elements that stand within a line whatever is in them."""
_TEXTS = frozenset({"code", "pre", "summary"})
"""Elements of which the text alone is written."""

_Marked = Iterator[tuple[int, tuple[str | None, str | None, str]]]
"""A comment or script, or a tag, and the text behind it; counted."""


class Element:
    """An element of a page."""

    __slots__ = ("children", "is_block", "markup", "name", "tag")

    def __init__(self, tag: Tag) -> None:
        """`tag` opens it."""
        self.tag = tag
        self.name = tag.name
        self.children: list[Element | str] = []
        """Elements and texts, in order; texts hold no entities any more."""
        self.is_block = tag.is_block
        """Whether it stands on lines of its own, or holds something that does."""
        self.markup = ""
        """The HTML of a picture as it was written; other elements have none."""

    def below(self, *names: str) -> list[Element]:
        """Every element of these names in it, in order, but none inside another such."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, str):
                continue
            if child.name in names:
                found.append(child)
            elif child.children:
                found += child.below(*names)
        return found

    @property
    def text(self) -> str:
        """All its text, blanks as written."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)


def tree_of(html: str, *, pictures: bool = True) -> Element:
    """The page whose body is `html`; comments and scripts are left out.

    Without `pictures` drawings, and what the page says in words too, are empty.
    """
    parts = cast("list[Any]", _MARKUP.split(html))
    root = Element(Tag("", is_plain=True))
    open_elements = [root]
    drawn: list[tuple[Element, int]] = []
    rest = iter(parts)
    children = root.children
    children.append(unescape(next(rest)))
    marked: _Marked = enumerate(zip(rest, rest, rest, strict=True))
    for number, (_, written, text) in marked:
        behind = text
        if written:
            tag = tag_of(written)
            if tag.is_closing:
                if open_elements[-1].name == tag.name and not drawn:
                    open_elements.pop()
                else:
                    _close(open_elements, tag.name)
                    _finish(drawn, open_elements, parts, number)
                children = open_elements[-1].children
            else:
                element = Element(tag)
                children.append(element)
                if tag.is_block and not open_elements[-1].is_block:
                    _make_blocks(open_elements)
                if tag.is_perhaps_empty and not pictures and _is_passed_over(tag, open_elements):
                    behind = _passed_over(tag.name, marked)
                elif not tag.is_whole:
                    open_elements.append(element)
                    children = element.children
                    if tag.is_picture:
                        drawn.append((element, number))
        if behind:
            children.append(unescape(behind))
    return root


def _close(open_elements: list[Element], name: str) -> None:
    for depth in range(len(open_elements) - 1, 0, -1):
        if open_elements[depth].name == name:
            del open_elements[depth:]
            return


def _finish(drawn: list[tuple[Element, int]], open_elements: list[Element], parts: list[Any], number: int) -> None:
    """Give the pictures that the tag of that number ends their markup; each has the number of its own tag."""
    while drawn and drawn[-1][0] not in open_elements:
        picture, begin = drawn.pop()
        picture.markup = _markup(parts, begin, number)


def _make_blocks(open_elements: list[Element]) -> None:
    """Have the open elements around a block stand on lines of their own, up to one that stands within a line."""
    for element in reversed(open_elements):
        if element.is_block or element.name in _INLINE:
            return
        element.is_block = True


def _is_passed_over(tag: Tag, open_elements: list[Element]) -> bool:
    """Whether nobody will ask what is in the element that `tag` opens."""
    if tag.is_whole:
        return False
    if tag.name == "svg":
        return not any(one.name in _TEXTS for one in open_elements)
    return all(one.tag.is_plain for one in open_elements)


def _passed_over(name: str, marked: _Marked) -> str:
    """The text behind the element called `name` whose opening tag was the last of `marked`."""
    ends = (name, f"/{name}")
    depth = 1
    for _, (_, written, text) in marked:
        if written and written.startswith(ends):
            tag = tag_of(written)
            if tag.name == name and not tag.is_whole:
                depth += -1 if tag.is_closing else 1
                if not depth:
                    return text
    return ""


def _markup(parts: list[Any], begin: int, end: int) -> str:
    """The HTML in `parts` from one tag to another, each given by its number, both included."""
    found = parts[1 + 3 * begin : 3 + 3 * end]
    marked = (f"<{raw}" if raw else f"<{tag}>" for raw, tag in zip(found[::3], found[1::3], strict=True))
    texts = [*found[2::3], ""]
    return "".join(mark + text for mark, text in zip(marked, texts, strict=True))
