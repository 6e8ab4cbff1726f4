"""What the tags of our templates say, each read once: most tags of a portal are among a few thousand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape, unescape
from types import MappingProxyType
from typing import NamedTuple

from journeybook.rendering.drawn import ELEMENT

UNSEEN = frozenset({"svg", "canvas", "object", "button", "input", "select", "textarea", "datalist", "noscript"})
"""Left out: drawings stand in words beside them, and controls need scripts."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "menu"})
LEAVES = frozenset({"blockquote", "hr", "pre", ELEMENT})
HOLDERS = frozenset(
    {"address", "article", "aside", "body", "div", "fieldset", "figcaption", "figure", "footer", "form", "header"}
    | {"hgroup", "li", "main", "nav", "search", "section", "summary", "dt", "dd"}
)
BLOCKS = frozenset({"details", "dl", "p", "table"} | HEADINGS | LISTS | LEAVES | HOLDERS)
_PLAIN = frozenset({"aside", "div", "footer", "form", "header", "main", "nav", "section"})
"""Articles are not among them: they stand on several pages, and what becomes of them is kept."""
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})

PICTURE = "data-jb-drawn"
"""Marks what is drawn with HTML; `elsewhere` says that the page says the same in words."""

_SAID = ("lang", "dir")
_KEPT_ATTRIBUTES = frozenset({"id", "title", "datetime", "cite", *_SAID})

_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+"
_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9-]*)")
_ATTRIBUTE = re.compile(rf"([^\s\"'<>/=]+)(?:\s*=\s*({_VALUE}))?")
_NONE: Mapping[str, str] = MappingProxyType({})


class Tag(NamedTuple):
    """A tag; whoever asks much of it finds the answers ready."""

    name: str
    """In small letters; empty for the page itself."""
    attributes: Mapping[str, str] = _NONE
    """By their names in small letters; values hold no entities any more."""
    is_closing: bool = False
    """Whether it ends an element."""
    is_whole: bool = False
    """Whether nothing can be in the element, which nothing ends."""
    is_block: bool = False
    """Whether its element stands on lines of its own."""
    is_unseen: bool = False
    """Whether readers see nothing of the element, or only those of screen readers, who get the same otherwise."""
    is_picture: bool = False
    """Whether only HTML shows the element as it is meant."""
    is_said_elsewhere: bool = False
    """Whether what the picture says stands on the page in words, too."""
    is_plain: bool = False
    """Whether it opens or closes a block that does no more than hold others."""
    is_diagram: bool = False
    """Whether the element holds the source of a diagram."""
    id: str = ""
    """The element's id; empty if it has none."""
    said: str = ""
    """The attributes that go with the element's text, if that needs any: its id, or its language."""

    def is_a(self, *classes: str) -> bool:
        """Whether the element has one of `classes`."""
        own = self.attributes.get("class")
        return bool(own) and not set(classes).isdisjoint(own.split())

    @property
    def kept(self) -> str:
        """The attributes that stay with an element that stays HTML."""
        return _kept(self.attributes)

    @property
    def language(self) -> str:
        """The attributes that say in which language the element is written; empty where it says nothing."""
        attributes = self.attributes
        if "lang" not in attributes and "dir" not in attributes:
            return ""
        return "".join(f' {name}="{escape(attributes[name])}"' for name in _SAID if name in attributes)


@lru_cache(maxsize=4_096)
def tag_of(written: str) -> Tag:
    """The tag that is `written` so between its brackets."""
    if not (found := _NAME.match(written)):
        return Tag("")
    name = found[1].lower()
    if written[0] == "/":
        return Tag(name, is_closing=True, is_plain=name in _PLAIN)
    attributes = _attributes(written[found.end() :])
    classes = attributes.get("class", "").split()
    has_language = "lang" in attributes or "dir" in attributes
    is_diagram = "jb-diagram" in classes
    is_unseen = name in UNSEEN or "hidden" in attributes or "jb-hidden" in classes
    is_said = has_language or "id" in attributes
    return Tag(
        name,
        attributes,
        is_whole=name in _VOID or written[-1] == "/",
        is_block=name in BLOCKS,
        is_unseen=is_unseen,
        is_picture=PICTURE in attributes,
        is_said_elsewhere=attributes.get(PICTURE) == "elsewhere",
        is_plain=name in _PLAIN and not (is_diagram or is_unseen or is_said or PICTURE in attributes),
        is_diagram=is_diagram,
        id=attributes.get("id", ""),
        said=_kept(attributes) if is_said else "",
    )


def _attributes(written: str) -> Mapping[str, str]:
    return {name.lower(): _meant(value) for name, value in _ATTRIBUTE.findall(written)} if written else _NONE


def _kept(attributes: Mapping[str, str]) -> str:
    found = ((name, value) for name, value in attributes.items() if name in _KEPT_ATTRIBUTES)
    return "".join(f' {name}="{escape(value)}"' for name, value in found)


def _meant(value: str) -> str:
    bare = value[1:-1] if value[:1] in {'"', "'"} else value
    return unescape(bare) if "&" in bare else bare
