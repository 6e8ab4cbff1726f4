"""Another id for something: every reference follows, and the old id stays behind as an alias."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from journeybook.editing.change import Change, Edit, EditingError, replacing
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.records import listed_key, with_items, with_keys
from journeybook.editing.scalars import in_place_of, plain
from journeybook.editing.text_uses import led_to
from journeybook.editing.use import Form, Use
from journeybook.editing.uses import uses_in
from journeybook.editing.verifying import verified
from journeybook.model import Kind, ids
from journeybook.model.addresses import address_of
from journeybook.model.keys import SpotKey


def renaming(files: PortalFiles, key: SpotKey, new: str) -> tuple[Change, PortalFiles]:
    """The change that gives `key` the id `new`, and the files after it; EditingError says why it cannot be."""
    files.refuse_unread()
    new = ids.normal(new)
    target = SpotKey(key.kind, new, key.journey)
    _refuse_taken(files, key, target)
    renames = _renamed_files(files, key, new)
    rename = _Rename(files, key, target, {files.inside(old): files.inside(now) for old, now in renames.items()})
    change = Change(tuple(dict.fromkeys(rename.edits())), renames)
    return change, verified(files, change, rename.key_of, rename.paths)


def _refuse_taken(files: PortalFiles, key: SpotKey, target: SpotKey) -> None:
    if target.id == key.id:
        raise EditingError(f"{key} has that id already")
    if fault := ids.fault_of(target.id):
        better = ids.from_title(target.id)
        hint = f"; write {better}" if better else ""
        raise EditingError(f"'{target.id}' is no id: {fault}{hint}")
    if ids.folded(target.id) == ids.folded(key.id):
        raise EditingError(f"'{target.id}' and '{key.id}' count as one id, so nothing would find the old one")
    directory = files.portal.directory
    for known, now in (*((one, one) for one in directory.by_key), *directory.former.items()):
        same = (known.kind, known.journey) == (target.kind, target.journey)
        if same and ids.folded(known.id) == ids.folded(target.id) and now != key:
            what = f"{now} is there already" if known == now else f"'{known.id}' is a former id of {now}"
            raise EditingError(f"{what}; choose another id, or merge the two")


def _renamed_files(files: PortalFiles, key: SpotKey, new: str) -> dict[str, str]:
    """New paths of the file that is called like `key`, and of its translations."""
    for defining in files.content.files:
        stem, ending = posixpath.splitext(defining.path)
        folder, own = posixpath.split(stem)
        is_its = defining.kind == key.kind and defining.ids == (key.id,) and not defining.holds_many
        if not is_its or ids.normal(own) != key.id:
            continue
        renamed = {f"{stem}{ending}": posixpath.join(folder, f"{new}{ending}")}
        for content in files.contents.values():
            if content.translation and content.translation.of == stem:
                rest = posixpath.basename(content.path).removeprefix(own)
                renamed[content.path] = posixpath.join(folder, f"{new}{rest}")
        return {files.path(old): files.path(now) for old, now in renamed.items()}
    return {}


@dataclass(slots=True)
class _Rename:
    files: PortalFiles
    key: SpotKey
    target: SpotKey
    paths: dict[str, str]
    """New paths by old ones, inside the content folder: those of files, and of pages that are none."""

    has_file: bool = False
    """Whether a file is called like it, so that its name gives the id."""

    def __post_init__(self) -> None:
        self.has_file = bool(self.paths)
        self.paths.update([*self._pages()])

    def key_of(self, key: SpotKey) -> SpotKey:
        """The key that `key` becomes."""
        if key == self.key:
            return self.target
        if self.key.kind == Kind.JOURNEY and key.journey == self.key.id:
            return SpotKey(key.kind, key.id, self.target.id)
        return key

    def _pages(self) -> Iterator[tuple[str, str]]:
        """Pages that are no files, and files under the names that links may give them."""
        stems = {posixpath.splitext(old)[0]: posixpath.splitext(new)[0] for old, new in self.paths.items()}
        for path, key in self.files.pages.items():
            now, (stem, ending) = self.key_of(key), posixpath.splitext(path)
            if now == key or path in self.paths:
                continue
            if stem in stems:
                yield path, stems[stem] + ending
            elif path == address_of(key).source:
                yield path, address_of(now).source

    def edits(self) -> Iterator[Edit]:
        """Every edit, some of them more than once."""
        yield from self._own()
        for use in uses_in(self.files):
            if self.key_of(use.target) != use.target:
                yield from self._follow(use)

    def _own(self) -> Iterator[Edit]:
        """The id where it is written, and the old one among the aliases."""
        entity = self.files.portal.entity(self.key)
        source = self.files.source(entity.place.file)
        missing: dict[str, str] = {}
        id_at = entity.place.keys["id"].value if "id" in entity.place.keys else listed_key(entity, source)
        if id_at:
            yield replacing(source, id_at, in_place_of(source.of(id_at), self.target.id))
        elif not self.has_file:
            missing["id"] = plain(self.target.id)
        number = next((at for at, one in enumerate(entity.aliases) if ids.normal(one) == self.target.id), None)
        if number is not None:
            alias = entity.place.of("aliases", number)
            yield replacing(source, alias, in_place_of(source.of(alias), self.key.id))
        elif "aliases" in entity.place.keys:
            yield from with_items(entity, source, "aliases", [self.key.id])
        else:
            missing["aliases"] = f"[{plain(self.key.id)}]"
        if missing:
            yield from with_keys(entity, source, missing)

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
