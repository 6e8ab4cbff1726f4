"""Links that narrative texts make: mentions of entities, and relative links to files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from journeybook.model import Entity
from journeybook.model.diagnostics import Diagnostic, Severity, at
from journeybook.model.elsewhere import elsewhere
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind
from journeybook.model.mention_syntax import SCHEME
from journeybook.model.places import Place, Span
from journeybook.model.text import Reference
from journeybook.portal.directory import Directory
from journeybook.portal.elsewhere import fault_of
from journeybook.portal.link_map import LinkMap
from journeybook.portal.lost_links import Fault, lost_link, unclear_mention
from journeybook.portal.mentions import Mention
from journeybook.portal.references import Link
from journeybook.reading.content import Content
from journeybook.reading.text_links import TextLink, links_in, may_mention

Found = tuple[list[Link], list[Diagnostic]]

_ANY = Reference(Kind.PERSONA)
"""Narratives may name anything; the kind is not used."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text in Markdown, and where it stands."""

    source: SpotKey
    text: str
    place: Place
    start: Span
    is_page: bool = False
    """Whether it is an ordinary page: the host looks after its links to files."""


def narrative_links(
    texts: Iterable[WrittenText], content: Content, directory: Directory, link_map: LinkMap
) -> Found:
    """What `texts` name, and a finding for every link in them that leads nowhere.

    In ordinary pages only mentions count, and a lost one is a warning: other plugins may use the same signs.
    """
    links: list[Link] = []
    findings: list[Diagnostic] = []
    for text in texts:
        known = content.links.get(text.text)
        for written in links_in(text.text) if known is None else known:
            if written.target.startswith(SCHEME):
                name = written.target.removeprefix(SCHEME)
                if target := elsewhere(name):
                    if fault := fault_of(target, content.others):
                        findings.append(_finding(text, written, fault))
                    continue
                found = directory.named(name)
                if len(found) != 1:
                    if not _is_unread(written, content):
                        findings.append(_finding(text, written, unclear_mention(name, found, directory)))
                elif not text.is_page:
                    span = _span(text, written)
                    mention = Mention(
                        text.source, "narrative", _ANY, written.target, text.place, "narrative", within=span
                    )
                    links.append(Link(mention, found[0]))
            elif not text.is_page and link_map.is_lost(text.place.file, written.target):
                fault = lost_link(text.place.file, written.target, link_map, content.withheld)
                findings.append(_finding(text, written, fault))
    return links, findings


def narratives_of(within: Iterable[tuple[SpotKey, Entity]]) -> Iterator[WrittenText]:
    """The narratives of the entities `within` one."""
    for key, one in within:
        if one.narrative:
            place = one.place_of("narrative")
            yield WrittenText(key, one.narrative, place, place.of("narrative"))


def texts_of_pages(content: Content) -> Iterator[WrittenText]:
    """What ordinary pages say, as far as they may mention something."""
    for page in content.page_texts:
        if not may_mention(page.text):
            continue  # it mentions nothing, and Markdown takes its time
        key = SpotKey("page", page.path.removesuffix(".md"))
        place = Place(f"{content.folder}/{page.file or page.path}")
        yield WrittenText(key, page.text, place, Span(page.line, 1, page.line, 1), is_page=True)


def _is_unread(written: TextLink, content: Content) -> bool:
    """Whether a mention means something that could not be read, which has been said."""
    name = written.target.removeprefix(SCHEME).rpartition(":")[2].partition("/")[0]
    return any(name == one for _, one in content.unread)


def _span(text: WrittenText, written: TextLink) -> Span:
    """Where the link stands; its line if the exact text is not to be found, as with percent-encoding."""
    start = text.start
    lines = text.text.split("\n")
    for number in range(written.line, len(lines)):
        column = lines[number].find(written.text)
        if column >= 0:
            column += start.column
            return Span(start.line + number, column, start.line + number, column + len(written.text))
    line = start.line + written.line
    return Span(line, start.column, line, start.column)


def _finding(text: WrittenText, written: TextLink, fault: Fault) -> Diagnostic:
    span = _span(text, written)
    found = at(text.place, span, fault.code, fault.message, hint=fault.hint, key=str(text.source))
    return replace(found, severity=Severity.WARNING) if text.is_page else found
