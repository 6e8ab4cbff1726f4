"""Texts of others in a comment on a pull request: they show what they say, and do nothing.

What GitHub and GitLab make of a comment is more than Markdown: `@name` calls somebody, `#1` and `!1` name and,
beside the right word, close something, `:x:` is a picture, `$x$` mathematics, an address a link that leaves a
note elsewhere. These look at the text after Markdown, so that neither a backslash nor an entity stops them: a
blank without width does, behind the sign.
"""

from __future__ import annotations

import re
import unicodedata

_NO_WIDTH = "&#8203;"
_SIGN = re.compile(
    r"(?P<entity>[<>&])(?P<epic>(?<=&)(?=\w))?"
    r"|(?P<escaped>[\\`*\[\]|{}])"
    r"|(?P<below>(?<![^\W_])_|_(?![^\W_]))"
    r"|(?P<strange>[~$])"
    r"|(?P<calls>[@#!%^])(?=[\w\"])"
    r"|(?P<scheme>:)(?=//)"
    r"|(?P<emoji>:)(?=[\w+-]+:)"
    r"|(?P<web>\bwww)(?=\.)"
    r"|(?P<issue>\bGH)(?=-\d)",
    re.IGNORECASE,
)
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_PARAGRAPHS = re.compile(r"\s*\n\s*\n\s*")
_AT_START = re.compile(r"(?:(\d+)([.)])|([-+=/#]))")


def harmless(text: str) -> str:
    """`text` on one line of Markdown, with nothing in it that does more than be read."""
    whole = " ¶ ".join(_PARAGRAPHS.split(text))
    return _SIGN.sub(_written, _visible(whole))


def _visible(text: str) -> str:
    """`text` with its blanks as such, and without what steers the direction of writing or a terminal."""
    blanks = re.sub(r"\s+", " ", text)
    return "".join(
        one for one in blanks if unicodedata.category(one) not in {"Cc", "Cf", "Cs"} or one in "\u200c\u200d"
    )


def _written(found: re.Match[str]) -> str:
    sign = found[0]
    if found["entity"]:
        return _ENTITIES[sign] + (_NO_WIDTH if found["epic"] is not None else "")
    if found["escaped"] or found["below"]:
        return f"\\{sign}"
    if found["strange"]:
        return f"\\{sign}{_NO_WIDTH}"
    return sign + _NO_WIDTH


def at_start(line: str) -> str:
    """`line`, harmless already, so that it begins no list, heading or command."""
    line = line.lstrip()
    found = _AT_START.match(line)
    if not found:
        return line
    escaped = f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"
    return escaped + line[found.end() :]
