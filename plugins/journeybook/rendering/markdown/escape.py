"""Texts and addresses in Markdown, written so that they come out as the same text.

The signs are those of CommonMark, of Python-Markdown and of the extensions that sites on Material use. A
backslash goes before those that both know to escape; the others become entities.
"""

from __future__ import annotations

import re

_BLANKS = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_MANY_BLANKS = re.compile("[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]|  ")
_MARKED = re.compile(
    r"(?P<escaped>[\\`*\[{]"  # `\]` too would be mathematics to some; what nothing opens closes nothing
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it means nothing
    r"|!(?=\[|$))"
    r"|(?P<less><)"
    r"|&(?=\#?\w)"  # HTML forgives a missing semicolon
    r"|:(?=[\w+-]+:)"  # an emoji
    r"|(?P<paired>\+\+|==|[~^$])"
)
_PAIRED = re.compile(r"[~^$]")
_ANY = re.compile(r"[\\`*\[{_!<&:+=~^$]")
_AT_START = re.compile(
    r"(?P<number>\d+)(?P<point>[.)])(?=\s|$)|(?P<escaped>[-+#>])|(?P<entity>[:=?/])|(?P<call>!!!)"
)
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_IN_ADDRESS = re.compile(r"[\s()<>\"`\\*\[\]|{}^]")


def blanks_collapsed(text: str) -> str:
    """`text` with every run of blanks as one."""
    return _BLANKS.sub(" ", text) if _MANY_BLANKS.search(text) else text


def in_line(text: str) -> str:
    """`text` inside a line."""
    if not _ANY.search(text):
        return text
    pairs = len(_PAIRED.findall(text)) > 1
    return _MARKED.sub(lambda found: _escaped(found, pairs=pairs), text)


def _escaped(found: re.Match[str], *, pairs: bool) -> str:
    if found["escaped"]:
        return "\\" + found[0]
    if found["less"]:
        return "&lt;"
    if found["paired"] and _PAIRED.match(found[0]) and not pairs:
        return found[0]
    return "".join(_entity(one) for one in found[0])


def _entity(sign: str) -> str:
    return "&amp;" if sign == "&" else f"&#{ord(sign)};"


def at_start(line: str) -> str:
    """`line`, which is Markdown already, so that it begins no list, heading or other block."""
    found = _AT_START.match(line)
    if not found:
        return line
    rest = line[found.end() :]
    if found["number"]:
        return f"{found['number']}\\{found['point']}{rest}"
    if found["entity"]:
        return _entity(found["entity"]) + rest
    return "\\" + line


def address(url: str) -> str:
    """`url` as the target of a link or picture."""
    encoded = _IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)
    return _REFERENCE.sub("&amp;", encoded) if "&" in encoded else encoded


def code(text: str) -> str:
    """`text` as code inside a line."""
    ticks = _longest(text, "`") + 1
    fence = "`" * ticks
    space = " " if ticks > 1 or text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def fenced(text: str, language: str = "") -> str:
    """`text` as a block of code."""
    fence = "`" * max(_longest(text, "`") + 1, 3)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _longest(text: str, sign: str) -> int:
    return max((len(found) for found in re.findall(f"{sign}+", text)), default=0)
