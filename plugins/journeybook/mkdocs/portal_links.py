"""Where mentions and relative links lead, as one build of the portal knows it."""

from __future__ import annotations

import posixpath
from collections.abc import Container
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit, urlunsplit

from journeybook.mkdocs.findings_log import FindingsLog
from journeybook.mkdocs.mentioned import Mentioned
from journeybook.model.addresses import Address, address_of
from journeybook.model.elsewhere import elsewhere
from journeybook.model.inline import to_plain
from journeybook.pages.scope import ONLY, ORIGINAL, ROOT, SITE, Scope
from journeybook.portal import Portal
from journeybook.portal.lost_links import lost_link, unclear_mention
from journeybook.words import Words


@dataclass(frozen=True)
class PortalLinks:
    """Resolves what authors write; what leads nowhere is reported with its place."""

    portal: Portal
    directory_urls: bool
    log: FindingsLog
    words: Words
    scope: Scope = ONLY
    """Which part of the site it is about."""
    sources: dict[Address, str] = field(default_factory=dict[Address, str])
    """The path under which MkDocs knows the page at an address; complete once MkDocs has listed its files."""

    def mention(self, file: str, written: str, name: str) -> tuple[Address | None, str]:
        """Where the mention of `name` in `file` leads, and the title of what it names; None if that is unclear."""
        found = self.portal.directory.named(name)
        if len(found) != 1:
            if not self.is_known_page(file):
                self.log.warn(file, written, *unclear_mention(name, found, self.portal.directory))
            return None, name
        return address_of(found[0]), to_plain(self.portal.entity(found[0]).title)

    def elsewhere(self, name: str) -> Mentioned | None:
        """What the mention of `name` leads to in another portal; None if it names nothing there."""
        found = self.portal.others.find(elsewhere(name))
        if not found:
            return None
        note = self.words.gettext("In the portal %(portal)s", portal=found.portal)
        return Mentioned(found.url or None, found.title, note, found.language)

    def from_root(self, address: Address) -> str:
        """A link to `address` for a text that several pages share."""
        return self.scope.start(address.page) + address.url(directory_urls=self.directory_urls).removeprefix("./")

    def in_narrative(self, file: str, written: str) -> str:
        """The link `written` in a narrative of `file`, for a text that several pages share."""
        if not written or written.startswith((ROOT, SITE, ORIGINAL, "#")):
            return written
        found = self.portal.link_map.resolve(file, written)
        if isinstance(found, Address):
            return self.from_root(found)
        if found is None:
            withheld = self.portal.content.withheld
            self.log.warn(file, written, *lost_link(file, written, self.portal.link_map, withheld))
            return written
        if found in self.portal.link_map.assets and self.portal.link_map.is_asset(file, written):
            parts = urlsplit(written)
            return SITE + urlunsplit(("", "", quote(found), parts.query, parts.fragment))
        return found

    def in_page(self, src_uri: str, written: str, known: Container[str]) -> str:
        """The link `written` in an ordinary page, as MkDocs understands it; `known` holds the paths it knows."""
        source = self.known_as(src_uri, written, known)
        if source is None:
            return written
        parts = urlsplit(written)
        return urlunsplit(("", "", self.way(src_uri, source), parts.query, parts.fragment))

    def known_as(self, src_uri: str, written: str, known: Container[str]) -> str | None:
        """The path under which MkDocs knows our page that `written` names by another (`claim.yml`); else None."""
        link_map = self.portal.link_map
        file = posixpath.join(link_map.folder, src_uri)
        found = link_map.resolve(file, written)
        if not isinstance(found, Address):
            return None
        # In a translation the author names the original, and means the page in the same language.
        if link_map.path_from(file, urlsplit(written).path) in known and not self.scope.folder:
            return None
        return self.sources.get(found.page)

    def is_only_original(self, src_uri: str, written: str) -> bool:
        """Whether `written`, in an ordinary page, leads to a page that only the original has."""
        found = self.portal.link_map.resolve(posixpath.join(self.portal.link_map.folder, src_uri), written)
        return isinstance(found, Address) and found.page in self.scope.only_original

    def way(self, src_uri: str, source: str) -> str:
        """The relative link from one of MkDocs' files to another."""
        return quote(posixpath.relpath(source, posixpath.dirname(src_uri) or "."))

    def is_known_page(self, file: str) -> bool:
        """Whether the engine has read `file`, and so has reported what is unclear in it."""
        content = self.portal.content
        path = file.removeprefix(f"{content.folder}/")
        return path in content.pages or any(path == one.path for one in content.translated_pages)
