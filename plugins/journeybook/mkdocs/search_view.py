"""A page as a search plugin needs to see it: headings and text, without what only readers need.

Search plugins take pages apart tag by tag, which is most of what a build costs, and put the texts of
neighbouring cells together as one word.
"""

from __future__ import annotations

import re

_TAG = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>",
    re.IGNORECASE | re.DOTALL,
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = _HEADINGS | {"p", "code", "pre", "li", "ol", "ul", "sub", "sup"}
_HOLDERS = frozenset({"article", "aside", "blockquote", "details", "div", "footer", "header", "main", "section"})
"""Their ends tell where the text of a heading inside ends."""
_WITHIN_WORDS = frozenset(
    {
        "",
        "a",
        "abbr",
        "b",
        "cite",
        "data",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "time",
        "u",
        "wbr",
    }
)
_UNSEEN = frozenset({"script", "style", "object", "svg", "template"})
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_EXCLUDED = re.compile(r"""\sdata-search-exclude\b|\sclass=["']?(?:headerlink|linenodiv)\b""")
"""Says so itself; or stands for permalinks and line numbers, which search plugins know by these classes."""
_SEARCH_ATTRIBUTE = re.compile(r'\s?data-search-\w+(?:="[^"]*")?')


def for_search(html: str) -> str:
    """`html` without what is excluded from the search, and without tags that a search index drops."""
    parts: list[str] = []
    position = 0
    in_word = False
    left_out, depth = "", 0
    for tag in _TAG.finditer(html):
        name = (tag["name"] or "").lower()
        if left_out:
            if name == left_out:
                depth += -1 if tag["close"] else 1
            if not depth:
                left_out, position = "", tag.end()
            continue
        if text := html[position : tag.start()]:
            parts.append(text)
            in_word = not text[-1].isspace()
        position = tag.end()
        if _begins_left_out(tag, name):
            left_out, depth = name, 1
        elif name not in _WITHIN_WORDS:
            parts.append(_instead_of(tag, name, in_word=in_word))
            in_word = False
    if not left_out:
        parts.append(html[position:])
    return "".join(parts)


def _instead_of(tag: re.Match[str], name: str, *, in_word: bool) -> str:
    if name in _KEPT:
        return tag[0]
    space = " " if in_word else ""
    return f"{space}<{tag['close']}{name}>" if name in _HOLDERS else space


def _begins_left_out(tag: re.Match[str], name: str) -> bool:
    """Whether a tag opens something that no search shall see; headings say so for what stands below them."""
    if tag["close"] or name in _HEADINGS or name in _VOID or not name:
        return False
    return name in _UNSEEN or bool(_EXCLUDED.search(tag["attributes"]))


def for_readers(html: str) -> str:
    """`html` without attributes that speak to search plugins."""
    return _SEARCH_ATTRIBUTE.sub("", html)
