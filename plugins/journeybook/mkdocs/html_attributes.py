"""Attributes of HTML changed in place; all else stays as it is, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

_NAME = r"[^\s\"'<>/=]+"
_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+"
_TAG = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style|textarea|title)\b.*?</(?P=raw)\s*>"
    rf"|<(?P<tag>[a-z][^\s/>]*)(?P<attributes>(?:[\s/]+{_NAME}(?:\s*=\s*(?:{_VALUE}))?)+)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(rf"(?P<name>{_NAME})(?P<equals>\s*=\s*)(?P<value>{_VALUE})")

Change = Callable[[str, str, str], str]
"""Gets a tag, an attribute and its value, the first two in small letters; returns the value it shall have."""


def change_attributes(html: str, change: Change) -> str:
    """`html` with every attribute that has a value passed through `change`, but for comments and scripts."""

    def in_tag(found: re.Match[str]) -> str:
        if not found["tag"]:
            return found[0]
        tag = found["tag"].lower()
        attributes = _ATTRIBUTE.sub(lambda one: _changed(tag, one, change), found["attributes"])
        return f"<{found['tag']}{attributes}"

    return _TAG.sub(in_tag, html)


def _changed(tag: str, attribute: re.Match[str], change: Change) -> str:
    written = attribute["value"]
    value = unescape(written[1:-1] if written[0] in "\"'" else written)
    wanted = change(tag, attribute["name"].lower(), value)
    if wanted == value:
        return attribute[0]
    return f'{attribute["name"]}{attribute["equals"]}"{escape(wanted)}"'
