"""What stands inside a line: emphasis, code, links, pictures; what Markdown cannot say stays HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache

from journeybook.rendering.markdown.escape import address, blanks_collapsed, code, in_line
from journeybook.rendering.markdown.tree import Element

Resolve = Callable[[str], str]
"""Turns the target of a link as the page has it into the one to be written."""

Signs = Mapping[int, str]
"""Signs that mean something in one place only, and how to write them there; for `str.translate`."""
LABEL: Signs = {ord("]"): "&#93;"}


class Within:
    """A kind of place for texts inside a line."""

    def __init__(self, signs: Signs) -> None:
        """`signs` are those that mean something only there."""
        self.signs = signs
        self.text = lru_cache(maxsize=_TEXTS)(self._text)

    @cached_property
    def label(self) -> Within:
        """The label of a link there."""
        return self if LABEL.items() <= self.signs.items() else Within({**self.signs, **LABEL})

    def _text(self, text: str) -> str:
        """`text` as it is written there, on one line."""
        return in_line(blanks_collapsed(text)).translate(self.signs)


_TEXTS = 4_096
"""How many short texts of pages are kept as Markdown for each kind of place; most stand on many pages."""
PROSE = Within({})
CELL = Within({ord("|"): "\\|"})
TERM = Within({ord("|"): "&#124;"})  # with the colon of what is said below, it would be a table

_OPEN_NUMBER = re.compile(r"&#(?:\d|[xX][\da-fA-F])")
"""The number of a sign: Python-Markdown writes the semicolon behind it where there is none, in code too."""

_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_KEPT = frozenset(
    {"abbr", "bdi", "bdo", "cite", "del", "dfn", "ins", "kbd", "mark", "q", "s", "samp", "small", "sub", "sup"}
    | {"time", "u", "var"}
)


class Inline:
    """Writes what stands inside a line."""

    def __init__(self, resolve: Resolve) -> None:
        """`resolve` knows where links lead."""
        self._resolve = resolve

    def line(self, children: Iterable[Element | str], within: Within = PROSE) -> str:
        """`children` as one line of the place that they are `within`."""
        text = within.text
        written = ""
        for child in children:
            if isinstance(child, str):
                written += text(child)
            elif not child.tag.is_unseen:
                written += self._element(child, written, within)
        return written

    def _element(self, element: Element, before: str, within: Within) -> str:
        name = element.name
        if name == "a":
            return _said(element, self._link(element, before, within))
        if name == "br":
            return "<br>"
        if name in _MARKS:
            return self._emphasis(element, before, within)
        if name in _KEPT:
            return f"<{name}{element.tag.kept}>{self.line(element.children, within)}</{name}>"
        if name == "img":
            return self._picture(element, within)
        return _code(element, within) if name == "code" else self._other(element, before, within)

    def _other(self, element: Element, before: str, within: Within) -> str:
        """A `span`, or something that begins a line of its own, which here is no more than a blank."""
        inner = _said(element, self.line(element.children, within))
        apart = before and inner and (element.name != "span" or element.tag.is_a("jb-note"))
        return f" {inner} " if apart and not before[-1].isspace() else inner

    def _link(self, element: Element, before: str, within: Within) -> str:
        attributes = element.tag.attributes
        label = self.line(element.children, within.label).strip()
        label = label or in_line(attributes.get("aria-label", "")).translate(LABEL)
        href = attributes.get("href")
        if not href or not label:
            return label
        link = f"[{label}]({address(self._resolve(href))})"
        return f"<!-- -->{link}" if before.endswith("!") and not before.endswith("\\!") else link

    def _picture(self, element: Element, within: Within) -> str:
        attributes = element.tag.attributes
        alt = within.label.text(attributes.get("alt", "")).strip()
        return f"![{alt}]({address(self._resolve(attributes.get('src', '')))})"

    def _emphasis(self, element: Element, before: str, within: Within) -> str:
        inner = _said(element, self.line(element.children, within))
        text = inner.strip()
        if not text:
            return inner
        mark = _MARKS[element.name]
        opening, closing = mark, mark
        if before.endswith("*") or text[0] == "*" or text[-1] == "*":
            opening, closing = f"<{element.name}>", f"</{element.name}>"
        start = inner[: len(inner) - len(inner.lstrip())]
        return f"{start}{opening}{text}{closing}{inner[len(start) + len(text) :]}"


def _said(element: Element, inner: str) -> str:
    """`inner` with the language and the id of `element`, where it has some."""
    said = element.tag.said
    return f"<span{said}>{inner}</span>" if said else inner


def _code(element: Element, within: Within) -> str:
    text = blanks_collapsed(element.text)
    if not text.strip():
        return text
    signs = within.signs
    is_cut = bool(signs) and not {*map(chr, signs), "`"}.isdisjoint(text)
    if is_cut or _OPEN_NUMBER.search(text):
        # Tables are cut into cells, labels end and numbers of signs are closed before anybody looks for code.
        return f"<code>{in_line(text).translate({sign: f'&#{sign};' for sign in signs})}</code>"
    return code(text)
