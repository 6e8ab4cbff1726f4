"""What a build leaves out, by key and by path, and texts without a word about it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from journeybook.model.elsewhere import elsewhere
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind
from journeybook.portal.audience.written_links import LinkRemoval, Removed
from journeybook.portal.directory import Directory
from journeybook.portal.link_map import LinkMap

OnRemoval = Callable[[Removed], None]
"""Is told of every link that was taken out."""

_UPWARDS = re.compile(r"(?:\.\./|/)+")
_ENDINGS = ("/index.html", "/index.md", "/index", "/README.md", ".html", ".md")


def _ignore(_removed: Removed) -> None:
    pass


@dataclass(frozen=True)
class LeftOut:
    """What a build leaves out."""

    directory: Directory
    """Everything there is, left out or not."""
    link_map: LinkMap
    """Every file there is."""
    language: str = "en"
    """The portal's language."""
    keys: frozenset[SpotKey] = frozenset()
    """Entities, stages, steps and pains."""
    paths: frozenset[str] = frozenset()
    """Files, and the Markdown paths of pages, relative to the content folder."""
    portals: frozenset[str] = frozenset()
    """Names of other portals."""
    _names: frozenset[str] = field(init=False, repr=False)
    """The paths as links have them that are written for the site."""
    _anchors: frozenset[tuple[str, str]] = field(init=False, repr=False)
    """Journeys, each with an anchor on its pages."""

    def __post_init__(self) -> None:
        """Prepare what links are held against."""
        object.__setattr__(self, "_names", frozenset(map(_bare, self.paths)))
        object.__setattr__(self, "_anchors", frozenset(self._anchors_of_keys()))

    def _anchors_of_keys(self) -> Iterator[tuple[str, str]]:
        for key in self.keys:
            if key.journey and (entity := self.directory.by_key.get(key)):
                for name in (key.id, *entity.aliases):
                    yield from ((key.journey, f"{before}{name}") for before in ("", "stage_", "pain_"))

    def __bool__(self) -> bool:
        return bool(self.keys or self.paths or self.portals)

    def text(self, written: str, file: str, language: str = "", tell: OnRemoval = _ignore) -> str:
        """The Markdown `written` in `file` (relative to the portal's root) without links to what is left out.

        The author's labels stay; where there is none, a word of the interface stands, in `language`.
        """
        if not self or ("[" not in written and "<" not in written):
            return written
        from journeybook.words import Words

        word = Words(language or self.language).gettext("internal")
        removal = LinkRemoval(self._is_mentioned, lambda target: self.leads_here(file, target), word)
        text = removal(written)
        for one in removal.removed:
            tell(one)
        return text

    def _is_mentioned(self, name: str) -> bool:
        if where := elsewhere(name):
            return where.portal in self.portals
        found = self.directory.named(name)
        return bool(found) and all(key in self.keys for key in found)

    def leads_here(self, file: str, target: str) -> bool:
        """Whether the link to `target`, written in `file`, leads to something that is left out.

        It may be written as a path between files, or between pages of the site.
        """
        if where := elsewhere(target):
            return where.portal in self.portals
        try:
            parts = urlsplit(target)
        except ValueError:
            return False
        if parts.scheme or parts.netloc:
            return False
        if parts.fragment and self._is_place_left_out(file, parts.path, unquote(parts.fragment)):
            return True
        if not parts.path:
            return False
        path = self.link_map.path_from(file, parts.path)
        if path in self.paths:
            return True
        if path in self.link_map.pages or path in self.link_map.assets:
            return False
        return any(one in self._names for one in self._readings(file, unquote(parts.path)))

    def _is_place_left_out(self, file: str, path: str, anchor: str) -> bool:
        """Whether `anchor` on a page that stays is that of a stage, step or pain that does not."""
        own = file.removeprefix(f"{self.link_map.folder}/")
        page = self.link_map.pages.get(self.link_map.path_from(file, path) if path else own)
        folder, _, rest = page.path.partition("/") if page else ("", "", "")
        return folder == Kind.JOURNEY.folder and (rest.partition("/")[0], anchor) in self._anchors

    def _readings(self, file: str, path: str) -> Iterator[str]:
        own = file.removeprefix(f"{self.link_map.folder}/")
        for base in (posixpath.dirname(own), posixpath.splitext(own)[0], ""):
            joined = posixpath.normpath(posixpath.join(base, path.lstrip("/") if not base else path))
            yield _bare(joined[found.end() :] if (found := _UPWARDS.match(joined)) else joined)


def _bare(path: str) -> str:
    """`path` as every way of writing it begins: `journeys/claim` for `journeys/claim/index.html` or `claim.md`."""
    ending = next((one for one in _ENDINGS if path.endswith(one)), "")
    return path.removesuffix(ending).strip("/")
