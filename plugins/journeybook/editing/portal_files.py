"""The files of a portal held in memory: read once, changed, and read again before anything is written."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from journeybook.editing.change import Change, EditingError, applied
from journeybook.editing.source_text import SourceText
from journeybook.model import Kind
from journeybook.model.addresses import address_of
from journeybook.model.keys import SpotKey
from journeybook.model.other_portals import NO_OTHERS, OtherPortals
from journeybook.portal import Portal, assemble
from journeybook.reading.content import Content
from journeybook.reading.entity_files import FileContent, read_file, unread_file
from journeybook.reading.files import LoadedFile, load_folder
from journeybook.reading.portal_content import content_of


@dataclass(frozen=True)
class PortalFiles:
    """Every file of the content folder, and what it holds."""

    folder: str
    """The content folder relative to the portal's root."""
    languages: tuple[str, ...]
    """The languages the portal is published in, its own first."""
    texts: Mapping[str, str]
    """Texts by path relative to the portal's root."""
    contents: Mapping[str, FileContent]
    """What each file holds, by the same path; those without a text too."""
    others: OtherPortals = NO_OTHERS
    """What is known of other portals."""

    @cached_property
    def content(self) -> Content:
        """Everything read from them."""
        found = [self.contents[path] for path in sorted(self.contents, key=lambda path: path.split("/"))]
        return replace(content_of(self.folder, found, self.languages), others=self.others)

    @cached_property
    def portal(self) -> Portal:
        """The portal they make."""
        return assemble(self.content)

    @cached_property
    def pages(self) -> Mapping[str, SpotKey]:
        """What stands at each path inside the content folder that a link may lead to."""
        found: dict[str, SpotKey] = {}
        for defining in self.content.files:
            if defining.ids and not defining.holds_many:
                key = SpotKey(defining.kind, defining.ids[0])
                found[defining.path] = found[posixpath.splitext(defining.path)[0] + ".md"] = key
        for path, content in self.contents.items():
            if content.translation and (key := found.get(f"{content.translation.of}.md")):
                found[self.inside(path)] = key
        for key in self.portal.directory.by_key:
            if key.kind != Kind.STEP:
                found.setdefault(address_of(key).source, key)
        return found

    def source(self, file: str) -> SourceText:
        """The text of `file`, a path relative to the portal's root."""
        return SourceText(file, self.texts[file])

    def inside(self, file: str) -> str:
        """`file` relative to the content folder."""
        return file.removeprefix(f"{self.folder}/")

    def path(self, inside: str) -> str:
        """The path relative to the portal's root of what is `inside` in the content folder."""
        return f"{self.folder}/{inside}"

    def after(self, change: Change) -> PortalFiles:
        """The same files after `change`; only what is different is read again."""
        for old, new in change.renames.items():
            if new in self.contents and new != old:
                raise EditingError(f"{old} would become {new}, and that file is there already; rename it first")
        texts = applied(self.texts, change)
        moved = {change.renames.get(path, path) for path in self.contents if path not in change.deletions}
        contents = {
            path: self.contents[path]
            if texts.get(path) == self.texts.get(path) and path in self.contents
            else read_file(self.inside(path), texts[path], self.folder, self.languages)
            for path in moved
        }
        return replace(self, texts=texts, contents=contents)

    def refuse_unread(self) -> None:
        """Raise EditingError if something cannot be read: what it names would be lost."""
        for kind, name in sorted(self.content.unread):
            raise EditingError(
                f"the {kind} '{name}' cannot be read, and what it names would be missed; "
                "mend it first (`journeybook check` says how)"
            )


def files_of(root: Path, folder: str, languages: tuple[str, ...], others: OtherPortals = NO_OTHERS) -> PortalFiles:
    """The files of the portal in `root` whose content folder is `folder`."""
    loaded = {f"{folder}/{one.path}" if one.path else folder: one for one in load_folder(root, folder)}
    texts = {path: one.text for path, one in loaded.items() if one.text}
    contents = {path: _content(one, folder, languages) for path, one in loaded.items()}
    return PortalFiles(folder, languages, texts, contents, others)


def _content(loaded: LoadedFile, folder: str, languages: tuple[str, ...]) -> FileContent:
    if loaded.text is None:
        return unread_file(loaded.path, loaded.diagnostics)
    return read_file(loaded.path, loaded.text, folder, languages)
