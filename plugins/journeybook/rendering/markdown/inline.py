"""What stands inside a line: emphasis, code, links, pictures; what Markdown cannot say stays HTML.

Most lines of a portal stand on several pages, so that their Markdown is kept. Where links lead is not the same
on all pages: it is filled in at last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from html import unescape

from journeybook.rendering.markdown.escape import blanks_collapsed, code, in_line
from journeybook.rendering.markdown.tags import Tag, tag_of
from journeybook.rendering.markdown.tree import MARKUP

Resolve = Callable[[str], str]
"""Gives the target of a link, as the page has it, as Markdown has it."""

Signs = Mapping[int, str]
"""Signs that mean something in one place only, and how to write them there; for `str.translate`."""
LABEL: Signs = {ord("]"): "&#93;"}

_LINES = 2_048
"""How many lines are kept as Markdown for each kind of place."""

_TEXTS = 4_096
"""How many short texts are kept so."""

_ODD = re.compile("[\\]|&\\\\`*\\[{_!<:+=~^$\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]|  ")
"""What may be written otherwise somewhere; most texts hold nothing of it."""

_TARGET, _END = "\ue012", "\ue013"
"""Stand around the target of a link, as the page has it, until it is filled in."""

_OPEN_NUMBER = re.compile(r"&#(?:\d|[xX][\da-fA-F])")
"""The number of a sign: Python-Markdown writes the semicolon behind it where there is none, in code too."""

_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_KEPT = frozenset(
    {"abbr", "bdi", "bdo", "cite", "del", "dfn", "ins", "kbd", "mark", "q", "s", "samp", "small", "sub", "sup"}
    | {"time", "u", "var"}
)


def linked(text: str, resolve: Resolve) -> str:
    """`text`, made of lines, with its links leading where `resolve` says."""
    first, *rest = text.split(_TARGET)
    written = [first]
    for one in rest:
        target, end, behind = one.partition(_END)
        written += (resolve(target), behind) if end else (_TARGET, target)  # an author may write such signs, too
    return "".join(written)


class Within:
    """A kind of place for texts inside a line; writes what stands there, links with the targets of the page."""

    def __init__(self, signs: Signs) -> None:
        """`signs` are those that mean something only there."""
        self.signs = signs
        self.line = lru_cache(maxsize=_LINES)(self.line_of)
        self.text = lru_cache(maxsize=_TEXTS)(self._text)

    @cached_property
    def label(self) -> Within:
        """The label of a link there."""
        return self if LABEL.items() <= self.signs.items() else Within({**self.signs, **LABEL})

    def _text(self, html: str) -> str:
        """A text of the page as it is written there."""
        if not _ODD.search(html):
            return html
        return self.plain(unescape(html) if "&" in html else html)

    def plain(self, text: str) -> str:
        """`text`, which holds no entities any more, as it is written there, on one line."""
        return in_line(blanks_collapsed(text)).translate(self.signs)

    def line_of(self, html: str) -> str:
        """`html` as one line, whatever is in it."""
        return self.text(html) if "<" not in html else _Line(self).written(MARKUP.split(html))

    def element(self, tag: Tag, inner: str, before: str) -> str:
        """The element of that `tag` with `inner` as the line in it; `before` stands before it."""
        name = tag.name
        if name == "a":
            return _said(tag, _link(tag, inner, before))
        if name in _MARKS:
            return _emphasis(tag, inner, before)
        if name in _KEPT:
            return f"<{name}{tag.kept}>{inner}</{name}>"
        if name == "img":
            return self._picture(tag)
        return "<br>" if name == "br" else _other(tag, inner, before)

    def _picture(self, tag: Tag) -> str:
        alt = self.label.plain(tag.attributes.get("alt", "")).strip()
        return f"![{alt}]({_TARGET}{tag.attributes.get('src', '')}{_END})"

    def code(self, text: str) -> str:
        """`text`, which holds no entities any more, as code."""
        text = blanks_collapsed(text)
        if not text.strip():
            return text
        signs = self.signs
        is_cut = bool(signs) and not {*map(chr, signs), "`"}.isdisjoint(text)
        if is_cut or _OPEN_NUMBER.search(text):
            # Tables are cut into cells, labels end and numbers of signs are closed before anybody looks for code.
            return f"<code>{in_line(text).translate({sign: f'&#{sign};' for sign in signs})}</code>"
        return code(text)


class _Line:
    """A line while it is written."""

    def __init__(self, within: Within) -> None:
        self._within = within
        self._written = ""
        self._open: list[tuple[Tag, Within, str]] = []
        """The elements that are open, each with what it stands within and what is written before it there."""

    def written(self, parts: Sequence[str | None]) -> str:
        """The line made of `parts`: texts, and tags between them."""
        behind, text = 1, parts[0]
        while True:
            if text:
                self._written += self._within.text(text)
            if behind >= len(parts):
                break
            mark, text = parts[behind : behind + 2]
            behind += 2
            if mark:
                behind, text = self._tag(tag_of(mark), parts, behind, text)
        while self._open:
            self._finish()
        return self._written

    def _tag(self, tag: Tag, parts: Sequence[str | None], behind: int, text: str | None) -> tuple[int, str | None]:
        """Write what `tag` begins or ends; `text` stands next to it, and `behind` that the others of `parts`.

        Returns how far that went: the next text, and before it what stands behind that.
        """
        if tag.is_closing:
            self._close(tag.name)
        elif tag.is_whole:
            if not tag.is_unseen:
                self._written += self._within.element(tag, "", self._written)
        elif tag.is_unseen or tag.name == "code":
            end = _end_of(parts, behind, tag.name)
            if not tag.is_unseen:
                texts = (unescape(one) for one in parts[behind - 1 : end : 2] if one)
                self._written += self._within.code("".join(texts))
            return end + 2, parts[end + 1] if end < len(parts) else ""
        elif behind < len(parts) and parts[behind] == f"/{tag.name}":
            within = self._within.label if tag.name == "a" else self._within
            self._written += self._within.element(tag, within.text(text) if text else "", self._written)
            return behind + 2, parts[behind + 1]
        else:
            self._open.append((tag, self._within, self._written))
            self._written = ""
            if tag.name == "a":
                self._within = self._within.label
        return behind, text

    def _close(self, name: str) -> None:
        """Finish the last open element of that name, and those in it."""
        if any(tag.name == name for tag, _, _ in self._open):
            while self._finish() != name:
                pass

    def _finish(self) -> str:
        """Finish the last open element, and return its name."""
        tag, self._within, before = self._open.pop()
        self._written = before + self._within.element(tag, self._written, before)
        return tag.name


def _end_of(parts: Sequence[str | None], begin: int, name: str) -> int:
    """Which of `parts` is the closing tag of the element of that name that is open at `begin`."""
    depth = 1
    for number in range(begin, len(parts), 2):
        mark = parts[number]
        if mark and mark.startswith((name, f"/{name}")):
            tag = tag_of(mark)
            if tag.name == name and not tag.is_whole:
                depth += -1 if tag.is_closing else 1
                if not depth:
                    return number
    return len(parts)


PROSE = Within({})
CELL = Within({ord("|"): "\\|"})
TERM = Within({ord("|"): "&#124;"})  # with the colon of what is said below, it would be a table


def _said(tag: Tag, inner: str) -> str:
    """`inner` with the language and the id of an element, where it has some."""
    return f"<span{tag.said}>{inner}</span>" if tag.said else inner


def _other(tag: Tag, inner: str, before: str) -> str:
    """A `span`, or something that begins a line of its own, which here is no more than a blank."""
    inner = _said(tag, inner)
    apart = before and inner and (tag.name != "span" or tag.is_a("jb-note"))
    return f" {inner} " if apart and not before[-1].isspace() else inner


def _link(tag: Tag, inner: str, before: str) -> str:
    label = inner.strip() or in_line(tag.attributes.get("aria-label", "")).translate(LABEL)
    href = tag.attributes.get("href")
    if not href or not label:
        return label
    link = f"[{label}]({_TARGET}{href}{_END})"
    return f"<!-- -->{link}" if before.endswith("!") and not before.endswith("\\!") else link


def _emphasis(tag: Tag, inner: str, before: str) -> str:
    inner = _said(tag, inner)
    text = inner.strip()
    if not text:
        return inner
    mark = _MARKS[tag.name]
    opening, closing = mark, mark
    if before.endswith("*") or text[0] == "*" or text[-1] == "*":
        opening, closing = f"<{tag.name}>", f"</{tag.name}>"
    start = inner[: len(inner) - len(inner.lstrip())]
    return f"{start}{opening}{text}{closing}{inner[len(start) + len(text) :]}"
