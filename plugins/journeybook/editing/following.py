"""Everything that names something, on its way to what it is called afterwards."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from journeybook.editing.change import Edit, replacing
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.scalars import in_place_of
from journeybook.editing.text_uses import led_to
from journeybook.editing.use import Form, Use
from journeybook.editing.uses import uses_in
from journeybook.model import Kind, ids
from journeybook.model.addresses import address_of
from journeybook.model.keys import SpotKey


@dataclass(frozen=True, slots=True)
class Following:
    """How names change with what they name."""

    files: PortalFiles
    key: SpotKey
    """What is called otherwise afterwards."""
    target: SpotKey
    """What it is called then."""
    paths: Mapping[str, str]
    """New paths by old ones, inside the content folder: those of files, and of pages that are none."""

    def key_of(self, key: SpotKey) -> SpotKey:
        """The key that `key` becomes."""
        if key == self.key:
            return self.target
        if self.key.kind == Kind.JOURNEY and key.journey == self.key.id:
            return SpotKey(key.kind, key.id, self.target.id)
        return key

    def edits(self) -> Iterator[Edit]:
        """An edit for every place that names it, some of them more than once."""
        for use in uses_in(self.files):
            if self.key_of(use.target) != use.target:
                yield from self._follow(use)
            elif use.form is Form.MENTION and self._is_unclear_then(use.written):
                yield replacing(self.files.source(use.file), use.span, f"{use.target.kind}:{use.written}")

    def _is_unclear_then(self, written: str) -> bool:
        """Whether a bare `[[id]]` that names something else could mean both afterwards."""
        return not self.target.journey and ids.normal(written) == self.target.id

    def _follow(self, use: Use) -> Iterator[Edit]:
        source = self.files.source(use.file)
        now = self.key_of(use.target)
        if use.form is Form.LINK:
            yield from self._link(use)
        elif use.form is Form.MENTION:
            yield replacing(source, use.span, self._mention(use.written, now))
        elif use.written:
            name = f"{now.journey}/{now.id}" if "/" in use.written else now.id
            if name != ids.normal(use.written.strip()):
                yield replacing(source, use.span, in_place_of(source.of(use.span), name))

    def _mention(self, written: str, now: SpotKey) -> str:
        prefix, colon, rest = written.partition(":")
        if colon:
            return f"{prefix}:{now.journey}/{now.id}" if "/" in rest else f"{prefix}:{now.id}"
        others = [kind for kind in self.files.portal.directory.kinds_of(now.id) if kind != now.kind]
        return f"{now.kind}:{now.id}" if others else now.id

    def _link(self, use: Use) -> Iterator[Edit]:
        source, old = self.files.source(use.file), led_to(self.files, use.file, use.written)
        new = self.paths.get(old)
        raw = source.of(use.span)
        path = use.written.partition("#")[0].partition("?")[0]
        if new is None or path not in raw:
            return
        if posixpath.dirname(new) == posixpath.dirname(old):
            folder, slash, _ = path.rpartition("/")
            relative = f"{folder}{slash}{self._as_in(path, posixpath.basename(new))}"
        else:
            start = posixpath.dirname(self.files.inside(use.file))
            relative = self._as_in(path, posixpath.relpath(new, start or "."))
        yield replacing(source, use.span, raw.replace(path, relative, 1))

    @staticmethod
    def _as_in(written: str, new: str) -> str:
        return quote(new) if "%" in written else new


def following(files: PortalFiles, key: SpotKey, target: SpotKey, moved: Mapping[str, str]) -> Following:
    """How names change where `key` becomes `target`, and files move as in `moved`, inside the content folder."""
    bare = Following(files, key, target, moved)
    stems = {posixpath.splitext(old)[0]: posixpath.splitext(new)[0] for old, new in moved.items()}
    paths = dict(moved)
    for path, one in files.pages.items():
        now, (stem, ending) = bare.key_of(one), posixpath.splitext(path)
        if now == one or path in paths:
            continue
        if stem in stems:
            paths[path] = stems[stem] + ending
        elif path == address_of(one).source:
            paths[path] = address_of(now).source
    return Following(files, key, target, paths)
