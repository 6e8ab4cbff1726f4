"""Links that narrative texts make: mentions of entities, and relative links to files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from journeybook.model import Entity
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind
from journeybook.model.mention_syntax import SCHEME, mention_plugin
from journeybook.model.places import Span
from journeybook.model.text import Reference
from journeybook.portal.directory import Directory
from journeybook.portal.link_map import LinkMap
from journeybook.portal.mentions import Mention, entities_in
from journeybook.portal.references import Link

_ANY = Reference(Kind.PERSONA)
"""Narratives may name anything; the kind is not used."""


@dataclass(frozen=True, slots=True)
class Written:
    """A link in a text."""

    target: str
    """Its target as written; mentions start with `journeybook:`."""
    text: str
    """What to look for in the source to find its place."""
    line: int
    """The line it stands in, or begins in, from 0."""


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").use(mention_plugin)


def links_in(text: str) -> Iterator[Written]:
    """The links and pictures in Markdown `text`; code is passed over."""
    if "[" not in text:
        return
    for block in _markdown().parse(text):
        if block.type == "inline" and block.map:
            for token in block.children or ():
                if written := _written(token, block.map[0]):
                    yield written


def _written(token: Token, line: int) -> Written | None:
    target = str(token.attrGet("href") or token.attrGet("src") or "")
    if token.type not in {"link_open", "image"} or not target:
        return None
    return Written(target, str(token.meta.get("written", target)), line)


def narrative_links(
    entities: Iterable[Entity],
    directory: Directory,
    link_map: LinkMap,
    unread: Set[tuple[Kind, str]] = frozenset(),
) -> tuple[list[Link], list[Diagnostic]]:
    """What narratives name, and a finding for every link in them that leads nowhere."""
    links: list[Link] = []
    findings: list[Diagnostic] = []
    for top in entities:
        for key, entity in entities_in(top):
            for written in links_in(entity.narrative or ""):
                span = _span(entity, written)
                if written.target.startswith(SCHEME):
                    found = directory.named(written.target.removeprefix(SCHEME))
                    if len(found) == 1:
                        mention = Mention(key, "narrative", _ANY, written.target, entity.place, span)
                        links.append(Link(mention, found[0]))
                    elif not _is_unread(written, unread):
                        findings.append(_unclear(entity, key, written, span, found, directory))
                elif link_map.is_lost(entity.place.file, written.target):
                    findings.append(_lost(entity, key, written, span, link_map))
    return links, findings


def _is_unread(written: Written, unread: Set[tuple[Kind, str]]) -> bool:
    """Whether a mention means something that could not be read, which has been said."""
    name = written.target.removeprefix(SCHEME).rpartition(":")[2].partition("/")[0]
    return any(name == one for _, one in unread)


def _span(entity: Entity, written: Written) -> Span:
    """Where the link stands; its line if the exact text is not to be found, as with percent-encoding."""
    start = entity.place.of("narrative")
    lines = (entity.narrative or "").split("\n")
    for number in range(written.line, len(lines)):
        column = lines[number].find(written.text)
        if column >= 0:
            column += start.column
            return Span(start.line + number, column, start.line + number, column + len(written.text))
    line = start.line + written.line
    return Span(line, start.column, line, start.column)


def _unclear(
    entity: Entity, key: SpotKey, written: Written, span: Span, found: list[SpotKey], directory: Directory
) -> Diagnostic:
    name = written.target.removeprefix(SCHEME)
    if found:
        hint = "write " + " or ".join(f"[[{one.kind}:{name}]]" for one in found)
        return at(entity.place, span, "JB204", f"'{name}' is the id of several things", hint=hint, key=str(key))
    near = directory.near_names(name)
    hint = "did you mean " + " or ".join(f"'{one}'" for one in near) + "?" if near else "name an id that exists"
    return at(entity.place, span, "JB203", f"nothing is called '{name}'", hint=hint, key=str(key))


def _lost(entity: Entity, key: SpotKey, written: Written, span: Span, link_map: LinkMap) -> Diagnostic:
    near = link_map.near_files(entity.place.file, written.target)
    hint = f"did you mean '{near}'?" if near else "relative links start from the file that holds them"
    return at(entity.place, span, "JB206", f"no file '{written.target}'", hint=hint, key=str(key))
