"""Links in the source of a text: where they lead, and the source without some of them.

Short texts, narratives and ordinary pages are read by different Markdowns. What is found here is what any of them
takes for a link, in code as well: rather one link too many than one too few.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

from markdown_it.common.utils import unescapeAll

from journeybook.model import elsewhere
from journeybook.model.kinds import Kind
from journeybook.model.mention_syntax import WIKI

_TARGET = r"(?:<(?P<angle>[^<>\n]*)>|(?P<bare>(?:[^()<>\n]|\([^()\n]*\))*?))"
_INLINE = re.compile(
    rf"""\]\(\s*{_TARGET}(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)(?:\{{[^{{}}\n]*\}})?""",
)
"""What follows the label of a link or picture; attributes behind it (`attr_list`) are part of it."""
_MENTION = re.compile(rf"\]\[(?P<target>(?:{'|'.join(Kind)}):[^\[\]\s]+|[^\s\[\]:/|]+:{elsewhere.KEY})\]")
"""What follows the label of a mention, however its label is nested."""
_DEFINITION = re.compile(
    rf"^[ \t>]*\[(?P<name>[^\[\]^][^\[\]]*)\]:[ \t]*\n?[ \t]*{_TARGET}"
    rf"""(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$\n?""",
    re.MULTILINE,
)
_TAG = re.compile(r"""<(?P<name>[a-zA-Z][\w-]*)\b(?P<attributes>(?:"[^"]*"|'[^']*'|[^"'<>])*)>""")
_ADDRESS = re.compile(
    r"""\s+(?:href|src|poster|data|srcset|xlink:href)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'<>]+))""",
    re.IGNORECASE,
)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_WITHOUT_ADDRESS = frozenset({"a", "area"})
"""Elements that may stand without an address."""


class Removed(NamedTuple):
    """A link that was taken out."""

    written: str
    """As it stood in the text."""
    has_label: bool
    """Whether the author gave it words of its own, which stay."""


IsMeant = Callable[[str], bool]
"""Whether the name of a mention, or the target of a link, is one to take out."""


class LinkRemoval:
    """Takes links out of texts."""

    def __init__(self, mention: IsMeant, target: IsMeant, word: str) -> None:
        """`word` stands where the author gave no label."""
        self._mention = mention
        self._target = target
        self._word = word
        self.removed: list[Removed] = []

    def __call__(self, text: str) -> str:
        """`text` with the labels of those links that are meant, and without the links themselves."""
        if "[" in text:
            text = WIKI.sub(self._without_mention, text)
            text = self._without_labelled(text, _MENTION, lambda found: self._mention(found["target"]))
            text = self._without_labelled(text, _INLINE, lambda found: self._target(_target_of(found)))
            text = self._without_definitions(text)
        return _TAG.sub(self._without_addresses, text) if "<" in text else text

    def _note(self, written: str, label: str) -> str:
        self.removed.append(Removed(written, bool(label.strip())))
        return label if label.strip() else self._word

    def _without_mention(self, found: re.Match[str]) -> str:
        if not self._mention(found["target"].strip()):
            return found[0]
        return self._note(found[0], (found["label"] or "").strip())

    def _without_labelled(
        self, text: str, pattern: re.Pattern[str], is_meant: Callable[[re.Match[str]], bool]
    ) -> str:
        """`text` without those links that are meant; `pattern` is what follows their labels."""
        position = 0
        while found := pattern.search(text, position):
            position = found.start() + 1
            opening = _opening(text, found.start()) if is_meant(found) else None
            if opening is not None:
                start = opening - (text[opening - 1 : opening] == "!")
                label = self._note(text[start : found.end()], text[opening + 1 : found.start()])
                text = text[:start] + label + text[found.end() :]
                position = start
        return text

    def _without_definitions(self, text: str) -> str:
        names = {_name(found["name"]) for found in _DEFINITION.finditer(text) if self._target(_target_of(found))}
        if not names:
            return text
        text = _DEFINITION.sub(lambda found: "" if _name(found["name"]) in names else found[0], text)

        def without(found: re.Match[str]) -> str:
            if _name(found["name"] or found["label"]) not in names:
                return found[0]
            return self._note(found[0], found["label"])

        return re.sub(r"!?\[(?P<label>[^\[\]]+)\](?:\[(?P<name>[^\[\]]*)\])?(?![\[(:])", without, text)

    def _without_addresses(self, tag: re.Match[str]) -> str:
        attributes = _ADDRESS.sub(self._without_address, tag["attributes"])
        if attributes == tag["attributes"]:
            return tag[0]
        if tag["name"].lower() in _WITHOUT_ADDRESS:
            self.removed.append(Removed(tag[0], has_label=True))
            return f"<{tag['name']}{attributes}>"
        alt = _ALT.search(attributes)
        return self._note(tag[0], (alt[1] or alt[2] or "") if alt else "")

    def _without_address(self, found: re.Match[str]) -> str:
        return "" if any(map(self._target, _addresses_in(found))) else found[0]


def targets_in(text: str) -> Iterator[str]:
    """Where the links and pictures in `text` lead, as written; mentions are left out."""
    if "[" in text:
        for pattern in (_INLINE, _DEFINITION):
            yield from map(_target_of, pattern.finditer(text))
    if "<" in text:
        for tag in _TAG.finditer(text):
            for found in _ADDRESS.finditer(tag["attributes"]):
                yield from _addresses_in(found)


def _target_of(found: re.Match[str]) -> str:
    return unescapeAll((found["angle"] or found["bare"] or "").strip())


def _addresses_in(found: re.Match[str]) -> Iterator[str]:
    value = unescape(found["double"] or found["single"] or found["bare"] or "")
    if "srcset" in found[0][: found[0].index("=")].lower():
        yield from (one.split()[0] for one in value.split(",") if one.strip())
    else:
        yield value.strip()


def _opening(text: str, closing: int) -> int | None:
    """Where the bracket opens that the one at `closing` closes."""
    depth = 0
    for position in range(closing, -1, -1):
        if position and text[position - 1] == "\\":
            continue
        depth += {"]": 1, "[": -1}.get(text[position], 0)
        if depth == 0:
            return position
    return None


def _name(written: str) -> str:
    return " ".join(written.split()).casefold()
