"""The HTML of our templates as a tree.

A parser for any HTML takes as long over a page as rendering it does. What templates write is well formed;
from the rest, a closing tag that closes nothing is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+"
_TAG = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style|template)\b.*?</(?P=raw)\s*>"
    r"|<(?P<close>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(rf"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?P<value>{_VALUE}))?")
PICTURE = "data-jb-drawn"
"""Marks what is drawn with HTML; `elsewhere` says that the page says the same in words."""
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass(slots=True)
class Element:
    """An element of a page."""

    name: str
    """Its tag, in small letters; empty for the page itself."""
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])
    children: list[Element | str] = field(default_factory=list["Element | str"])
    """Elements and texts, in order; texts hold no entities any more."""
    markup: str = ""
    """The HTML of a picture as it was written; other elements have none."""

    @property
    def id(self) -> str:
        """Its id; empty if it has none."""
        return self.attributes.get("id", "")

    def is_a(self, *classes: str) -> bool:
        """Whether it has one of `classes`."""
        own = self.attributes.get("class")
        return bool(own) and not set(classes).isdisjoint(own.split())

    @property
    def is_picture(self) -> bool:
        """Whether only HTML shows it as it is meant."""
        return PICTURE in self.attributes

    @property
    def is_said_elsewhere(self) -> bool:
        """Whether what the picture says stands on the page in words, too."""
        return self.attributes.get(PICTURE) == "elsewhere"

    def below(self, *names: str) -> Iterator[Element]:
        """Every element of these names in it, in order, but none inside another such."""
        for child in self.children:
            if isinstance(child, Element):
                if child.name in names:
                    yield child
                else:
                    yield from child.below(*names)

    @property
    def text(self) -> str:
        """All its text, blanks as written."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)


def tree_of(html: str) -> Element:
    """The page whose body is `html`; comments and scripts are left out."""
    root = Element("")
    open_elements = [root]
    pictures: list[tuple[Element, int]] = []
    children = root.children
    position = 0
    for tag in _TAG.finditer(html):
        start = tag.start()
        if start > position:
            text = html[position:start]
            children.append(unescape(text) if "&" in text else text)
        position = tag.end()
        _, closes, name, attributes = tag.groups()
        if closes:
            _close(open_elements, name.lower())
            while pictures and not any(one is pictures[-1][0] for one in open_elements):
                picture, begin = pictures.pop()
                picture.markup = html[begin:position]
        elif name:
            element = Element(name.lower(), _attributes(attributes) if attributes else {})
            children.append(element)
            if element.name not in _VOID and attributes[-1:] != "/":
                open_elements.append(element)
                if element.is_picture:
                    pictures.append((element, start))
        children = open_elements[-1].children
    if position < len(html):
        children.append(unescape(html[position:]))
    return root


def _close(open_elements: list[Element], name: str) -> None:
    for depth in range(len(open_elements) - 1, 0, -1):
        if open_elements[depth].name == name:
            del open_elements[depth:]
            return


@lru_cache(maxsize=8_192)
def _attributes(written: str) -> Mapping[str, str]:
    """The attributes of a tag; most tags of a portal are among a few hundred."""
    return {found["name"].lower(): unescape(_bare(found["value"] or "")) for found in _ATTRIBUTE.finditer(written)}


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in {'"', "'"} else value
