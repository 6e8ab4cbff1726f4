"""The author's own Markdown made fit for a page of others: levels, ids and links of its own.

It stays Markdown, so that admonitions, tabs and whatever else the author's extensions know go on working.
Code is left alone; everything else is changed sign by sign, never parsed and written anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from journeybook.model.mention_syntax import LABELLED, WIKI
from journeybook.rendering.markdown.escape import address, in_line
from journeybook.rendering.markdown.headings import heading_lines, ids_of
from journeybook.rendering.markdown.inline import LABEL


@dataclass(frozen=True, slots=True)
class AuthorLinks:
    """Where links in an author's Markdown lead, as one page writes them."""

    target: Callable[[str], str]
    """Turns a target as written into one for the page."""
    mention: Callable[[str], tuple[str | None, str]]
    """Gives the target (None: no link) and the title of what a mention names."""


_KEPT = "\ue010"
"""Begins what stands for something that is kept as it is."""

_FENCE = re.compile(r"[ \t>]*(?:[-*+]\s+|\d+[.)]\s+)*(?P<fence>`{3,}|~{3,})")
_CODE = re.compile(r"(?<![`\\])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|<!--.*?-->", re.DOTALL)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\]^][^\]]*)\]:[ \t]*\n?[ \t]*(?P<target><[^>\n]*>|\S+)"
    r"(?P<title>[ \t]*\n?[ \t]*(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?[ \t]*$",
    re.MULTILINE,
)
_REFERENCE = re.compile(r"(?<!\\)\[(?P<text>(?:\\.|[^\[\]\\])+)\](?:[ ]?\[(?P<label>[^\[\]]*)\])?(?![(:\[])")
_TARGET = re.compile(
    r"(?<=\]\()(?P<before>\s*)(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^\s()\\]|\\.|\([^\s()]*\))*))"
)
_ATTRIBUTE = re.compile(r"(?P<before>\s(?:href|src|poster)\s*=\s*)(?P<quote>[\"'])(?P<value>.*?)(?P=quote)")
_FOOTNOTE = re.compile(r"\[\^(?P<label>[^\]\n]+)\]")
_OWN_ID = re.compile(
    r"(?P<before>\{:?[^{}\n]*?#)(?P<id>[^\s{}]+)(?=[^{}\n]*\})|(?P<tag><[^<>]*?\sid=[\"'])(?P<of>[^\"']+)"
)


def fitted_markdown(text: str, links: AuthorLinks, *, prefix: str = "", level: int = 0) -> str:
    """`text` with its links resolved.

    With a `prefix`, which goes before every id in it, and a `level` for its highest headings, it can stand on
    a page with others of its kind.
    """
    prose = _Prose(text)
    definitions = _definitions(prose) if prefix else {}
    local = ids_of(prose.text, lambda name: links.mention(name)[1]) if prefix else {}

    def target(written: str) -> str:
        if written.startswith(_KEPT):
            return written  # a mention's, which leads where it shall
        if prefix and written.startswith("#") and written[1:] in local.values():
            return f"#{prefix}{written[1:]}"
        return links.target(written)

    out = _mentions(prose, links)
    if definitions:
        out = _REFERENCE.sub(lambda found: _inlined(found, definitions), _DEFINITION.sub("", out))
    elif not prefix:
        out = _DEFINITION.sub(lambda found: _redefined(found, target), out)
    out = _TARGET.sub(lambda found: _retargeted(found, target), out)
    out = _ATTRIBUTE.sub(lambda found: _set(found, target), out)
    if prefix:
        out = _FOOTNOTE.sub(rf"[^{prefix}\g<label>]", out)
        out = heading_lines(out, level, prefix, local)
        out = _OWN_ID.sub(lambda found: _prefixed(found, prefix), out)
    return prose.restored(out).strip("\n")


class _Prose:
    """A text whose code is taken out for a while; signs of the private area stand in its place."""

    def __init__(self, text: str) -> None:
        self._code: list[str] = []
        lines: list[str] = []
        block: list[str] = []
        fence = ""
        for line in text.split("\n"):
            found = _FENCE.match(line)
            if fence:
                block.append(line)
                bare = line.strip("> \t")
                if found and bare.startswith(fence) and not bare.strip(fence[0]):
                    lines.append(self.kept("\n".join(block)))
                    fence, block = "", []
            elif found:
                fence, block = found["fence"], [line]
            else:
                lines.append(line)
        if block:
            lines.append(self.kept("\n".join(block)))
        self.text = _CODE.sub(lambda found: self.kept(found[0]), "\n".join(lines))

    def kept(self, code: str) -> str:
        """What stands for `code` until all else is changed."""
        self._code.append(code)
        return f"{_KEPT}{len(self._code) - 1}\ue011"

    def restored(self, text: str) -> str:
        """`text` with the code where it was."""
        while _KEPT in text:
            text = re.sub("\ue010(\\d+)\ue011", lambda found: self._code[int(found[1])], text)
        return text


def _mentions(prose: _Prose, links: AuthorLinks) -> str:
    def link(found: re.Match[str]) -> str:
        target, title = links.mention(found["target"].strip())
        label = found["label"].strip() if found["label"] else in_line(title).translate(LABEL)
        return f"[{label}]({prose.kept(address(target))})" if target else label

    return LABELLED.sub(link, WIKI.sub(link, prose.text))


def _definitions(prose: _Prose) -> dict[str, tuple[str, str]]:
    """Targets and titles of the references defined in a text, by their labels: on a page they would clash."""
    return {
        _label(one["label"]): (one["target"].strip("<>"), (one["title"] or "").strip())
        for one in _DEFINITION.finditer(prose.text)
    }


def _inlined(found: re.Match[str], definitions: dict[str, tuple[str, str]]) -> str:
    known = definitions.get(_label(found["label"] or found["text"]))
    if not known:
        return found[0]
    target, title = known
    return f"[{found['text']}](<{target}>{' ' + title if title else ''})"


def _redefined(found: re.Match[str], target: Callable[[str], str]) -> str:
    written = found["target"]
    start, end = (found.start(group) - found.start() for group in ("target", "target"))
    end += len(written)
    return found[0][:start] + target(written.strip("<>")) + found[0][end:]


def _retargeted(found: re.Match[str], target: Callable[[str], str]) -> str:
    written = found["angled"] if found["angled"] is not None else found["bare"]
    wanted = target(written)
    if wanted == written:
        return found[0]
    return found["before"] + address(wanted)


def _set(found: re.Match[str], target: Callable[[str], str]) -> str:
    return f"{found['before']}{found['quote']}{target(found['value'])}{found['quote']}"


def _prefixed(found: re.Match[str], prefix: str) -> str:
    before, identifier = (found["before"], found["id"]) if found["id"] else (found["tag"], found["of"])
    return found[0] if identifier.startswith(prefix) else f"{before}{prefix}{identifier}"


def _label(written: str) -> str:
    return " ".join(written.split()).casefold()
