"""The HTML of our templates as a tree.

A parser for any HTML takes as long over a page as rendering it does. What templates write is well formed;
from the rest, a closing tag that closes nothing is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+"
_TAG = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style|template)\b.*?</(?P=raw)\s*>"
    r"|<(?P<close>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(rf"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?P<value>{_VALUE}))?")
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass(slots=True)
class Element:
    """An element of a page."""

    name: str
    """Its tag, in small letters; empty for the page itself."""
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    children: list[Element | str] = field(default_factory=list["Element | str"])
    """Elements and texts, in order; texts hold no entities any more."""

    @property
    def id(self) -> str:
        """Its id; empty if it has none."""
        return self.attributes.get("id", "")

    def is_a(self, *classes: str) -> bool:
        """Whether it has one of `classes`."""
        own = self.attributes.get("class")
        return bool(own) and not set(classes).isdisjoint(own.split())

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
    position = 0
    for tag in _TAG.finditer(html):
        if text := html[position : tag.start()]:
            open_elements[-1].children.append(unescape(text))
        position = tag.end()
        if not tag["name"]:
            continue
        name = tag["name"].lower()
        if tag["close"]:
            _close(open_elements, name)
            continue
        element = Element(name, _attributes(tag["attributes"]))
        open_elements[-1].children.append(element)
        if name not in _VOID and not tag["attributes"].endswith("/"):
            open_elements.append(element)
    if text := html[position:]:
        open_elements[-1].children.append(unescape(text))
    return root


def _close(open_elements: list[Element], name: str) -> None:
    for depth in range(len(open_elements) - 1, 0, -1):
        if open_elements[depth].name == name:
            del open_elements[depth:]
            return


def _attributes(written: str) -> dict[str, str]:
    if not written or written.isspace():
        return {}
    return {found["name"].lower(): unescape(_bare(found["value"] or "")) for found in _ATTRIBUTE.finditer(written)}


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in {'"', "'"} else value
