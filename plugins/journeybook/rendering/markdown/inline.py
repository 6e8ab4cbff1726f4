"""What stands inside a line: emphasis, code, links, pictures; what Markdown cannot say stays HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape

from journeybook.rendering.markdown.escape import address, blanks_collapsed, code, in_line
from journeybook.rendering.markdown.tree import Element

Resolve = Callable[[str], str]
"""Turns the target of a link as the page has it into the one to be written."""

UNSEEN = frozenset({"svg", "canvas", "object", "button", "input", "select", "textarea", "datalist", "noscript"})
"""Left out: drawings stand in words beside them, and controls need scripts."""

Signs = Mapping[int, str]
"""Signs that mean something in one place only, and how to write them there; for `str.translate`."""
_NONE: Signs = {}
CELL: Signs = {ord("|"): "\\|"}
TERM: Signs = {ord("|"): "&#124;"}  # with the colon of what is said below, it would be a table
LABEL: Signs = {ord("]"): "&#93;"}

_OPEN_NUMBER = re.compile(r"&#(?:\d|[xX][\da-fA-F])")
"""The number of a sign: Python-Markdown writes the semicolon behind it where there is none, in code too."""

_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_KEPT = frozenset(
    {"abbr", "bdi", "bdo", "cite", "del", "dfn", "ins", "kbd", "mark", "q", "s", "samp", "small", "sub", "sup"}
    | {"time", "u", "var"}
)
_SAID = ("lang", "dir")
_KEPT_ATTRIBUTES = frozenset({"id", "title", "datetime", "cite", *_SAID})


def is_unseen(element: Element) -> bool:
    """Whether readers see nothing of `element`, or only those of screen readers, who get the same otherwise."""
    return element.name in UNSEEN or element.is_a("jb-hidden") or "hidden" in element.attributes


class Inline:
    """Writes what stands inside a line."""

    def __init__(self, resolve: Resolve) -> None:
        """`resolve` knows where links lead."""
        self._resolve = resolve

    def line(self, children: Iterable[Element | str], also: Signs = _NONE) -> str:
        """`children` as one line; `also` are signs that mean something only where it stands."""
        written = ""
        for child in children:
            if isinstance(child, str) and child.isspace():
                written += blanks_collapsed(child)
            elif isinstance(child, str):
                text = in_line(blanks_collapsed(child))
                written += text.translate(also) if also else text
            elif not is_unseen(child):
                written += self._element(child, written, also)
        return written

    def _element(self, element: Element, before: str, also: Signs) -> str:
        match element.name:
            case "a":
                return self._said(element, self._link(element, before, also))
            case "img":
                return self._picture(element, also)
            case "br":
                return "<br>"
            case "code":
                return _code(element, also)
            case name if name in _MARKS:
                return self._emphasis(element, before, also)
            case name if name in _KEPT:
                return _kept(element, self.line(element.children, also))
            case _:
                return self._other(element, before, also)

    def _other(self, element: Element, before: str, also: Signs) -> str:
        """A `span`, or something that begins a line of its own, which here is no more than a blank."""
        inner = self._said(element, self.line(element.children, also))
        apart = element.name != "span" or element.is_a("jb-note")
        return f" {inner} " if apart and inner and before and not before[-1].isspace() else inner

    def _said(self, element: Element, inner: str) -> str:
        """`inner` with the language and the id of `element`, where it has some."""
        attributes = element.attributes
        if not ("id" in attributes or "lang" in attributes or "dir" in attributes):
            return inner
        return f"<span{_attributes(element)}>{inner}</span>"

    def _link(self, element: Element, before: str, also: Signs) -> str:
        label = self.line(element.children, {**also, **LABEL}).strip()
        label = label or in_line(element.attributes.get("aria-label", "")).translate(LABEL)
        href = element.attributes.get("href")
        if not href or not label:
            return label
        link = f"[{label}]({address(self._resolve(href))})"
        return f"<!-- -->{link}" if before.endswith("!") and not before.endswith("\\!") else link

    def _picture(self, element: Element, also: Signs) -> str:
        alt = in_line(blanks_collapsed(element.attributes.get("alt", ""))).strip().translate({**also, **LABEL})
        return f"![{alt}]({address(self._resolve(element.attributes.get('src', '')))})"

    def _emphasis(self, element: Element, before: str, also: Signs) -> str:
        inner = self._said(element, self.line(element.children, also))
        text = inner.strip()
        if not text:
            return inner
        mark = _MARKS[element.name]
        opening, closing = mark, mark
        if before.endswith("*") or text[0] == "*" or text[-1] == "*":
            opening, closing = f"<{element.name}>", f"</{element.name}>"
        start = inner[: len(inner) - len(inner.lstrip())]
        return f"{start}{opening}{text}{closing}{inner[len(start) + len(text) :]}"


def _code(element: Element, also: Signs) -> str:
    text = blanks_collapsed(element.text)
    if not text.strip():
        return text
    is_cut = bool(also) and not {*map(chr, also), "`"}.isdisjoint(text)
    if is_cut or _OPEN_NUMBER.search(text):
        # Tables are cut into cells, labels end and numbers of signs are closed before anybody looks for code.
        return f"<code>{in_line(text).translate({sign: f'&#{sign};' for sign in also})}</code>"
    return code(text)


def _kept(element: Element, inner: str) -> str:
    return f"<{element.name}{_attributes(element)}>{inner}</{element.name}>"


def _attributes(element: Element) -> str:
    found = ((name, value) for name, value in element.attributes.items() if name in _KEPT_ATTRIBUTES)
    return "".join(f' {name}="{escape(value)}"' for name, value in found)


def language_of(element: Element) -> str:
    """The attributes that say in which language `element` is written; empty where it says nothing."""
    found = ((name, element.attributes[name]) for name in _SAID if name in element.attributes)
    return "".join(f' {name}="{escape(value)}"' for name, value in found)
