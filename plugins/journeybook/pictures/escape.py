"""The one escape: turns any text into text that Mermaid draws as it is.

Mermaid reads `:` `;` `#`, quotes and brackets as syntax, and turns `#<code>;` back into the sign. So whatever
is not known to be harmless is written as its code. Every text of every diagram passes here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ELLIPSIS = "…"
NOTHING = "–"
"""Stands for a text in which there is nothing to see."""

_UNSAFE = re.compile(r"[^A-Za-z0-9 \-_.!?'()/+,=\u0080-\U0010ffff]")
_LATER = re.compile(r"(?<=ﬂ)(?=°)|(?<=¶)(?=ß)|(?<=:)(?=fa-)|(?<=\$)(?=\$)|(?<=\\)(?=n)")
"""The middle of what Mermaid reads once codes are signs again: its own marks, icons, formulas, line ends."""
_READ = re.compile(
    r"^(?:acc|class|click|default|end|flowchart|graph|journey|link|section|style|subgraph|title)|direction(?=\s)",
    re.IGNORECASE,
)
"""What Mermaid takes for its own at the start of a line; `direction TB` swallows its line wherever it stands."""
_NOT_IN_ACTORS = str.maketrans(dict.fromkeys("#;:,%", " "))


def one_line(text: str, width: int) -> str:
    """`text` without line ends and what no page can hold, at most `width` wide (wide signs count twice)."""
    if text.isascii() and text.isprintable():
        return shortened(" ".join(text.split()), width) or NOTHING
    line = " ".join("".join(map(_clean, text)).split())
    return shortened(line, width) if any(map(_is_seen, line)) else NOTHING


def _clean(sign: str) -> str:
    """`sign` where a page can hold it; line ends of all kinds become blanks."""
    category = unicodedata.category(sign)
    if category[0] == "Z" or sign in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85":
        return " "
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category == "Cc" or sign == "\N{ZERO WIDTH NO-BREAK SPACE}" or _is_no_sign(ord(sign)) else sign


def _is_no_sign(code: int) -> bool:
    """Whether Unicode will never give `code` a sign; an HTML page must not hold it."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "ZCM"


def shortened(line: str, width: int) -> str:
    """`line` if it is at most `width` wide, else as many of its words as fit and an ellipsis."""
    if width_of(line) <= width:
        return line
    if line[:width].isascii():
        end, room = width - 1, 0
    else:
        end, room = 0, width - 1
    while (room := room - _width(line[end])) >= 0:
        end += 1
    words, _, rest = line[:end].rpartition(" ")
    kept = words if line[end] != " " and len(rest) < end / 3 else line[:end]
    return kept.rstrip(" \N{ZERO WIDTH JOINER}") + ELLIPSIS


def width_of(line: str) -> int:
    """How many columns `line` takes in a font in which every sign takes one, or two."""
    return len(line) if line.isascii() else sum(map(_width, line))


@lru_cache(maxsize=1_024)
def _width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def escaped(line: str) -> str:
    """`line`, a text from `one_line`, as Mermaid text."""
    line = _kept_apart(line)
    parts: list[str] = []
    end = 0
    for found in _READ.finditer(line):
        parts += [_UNSAFE.sub(_code, line[end : found.start()]), _code(found)]
        end = found.start() + 1
    return "".join((*parts, _UNSAFE.sub(_code, line[end:])))


def escaped_actor(line: str) -> str:
    """`line` as the name of an actor, without the signs that Mermaid would read.

    Mermaid breaks long names into lines before it reads codes, which would cut them apart.
    """
    return _kept_apart(" ".join(line.translate(_NOT_IN_ACTORS).split())) or NOTHING


def _kept_apart(line: str) -> str:
    """`line` with an invisible sign in the middle of what no code can hide."""
    return _LATER.sub("\N{WORD JOINER}", line)


def escaped_address(address: str) -> str:
    """`address` between quotes: neither ends them nor looks like a code."""
    return address.replace(";", "%3B").replace('"', "%22")


def _code(found: re.Match[str]) -> str:
    """The first sign of what was `found` as its code."""
    return f"#{ord(found[0][0])};"
