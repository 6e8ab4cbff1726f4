"""Another id for something: every reference follows, and the old id stays behind as an alias."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from journeybook.editing.change import Change, Edit, EditingError, replacing
from journeybook.editing.following import following
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.records import listed_key, with_items, with_keys
from journeybook.editing.scalars import in_place_of, plain
from journeybook.editing.verifying import verified
from journeybook.model import ids
from journeybook.model.keys import SpotKey


def renaming(files: PortalFiles, key: SpotKey, new: str) -> tuple[Change, PortalFiles]:
    """The change that gives `key` the id `new`, and the files after it; EditingError says why it cannot be."""
    files.refuse_unread()
    new = ids.normal(new)
    target = SpotKey(key.kind, new, key.journey)
    _refuse_taken(files, key, target)
    renames = _renamed_files(files, key, new)
    moved = {files.inside(old): files.inside(now) for old, now in renames.items()}
    others = following(files, key, target, moved)
    edits = [*_own(files, key, target, has_file=bool(moved)), *others.edits()]
    change = Change(tuple(dict.fromkeys(edits)), renames)
    return change, verified(files, change, others.key_of, others.paths)


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


def _own(files: PortalFiles, key: SpotKey, target: SpotKey, *, has_file: bool) -> Iterator[Edit]:
    """The id where it is written, and the old one among the aliases; a file may say the id by its name."""
    entity = files.portal.entity(key)
    source = files.source(entity.place.file)
    missing: dict[str, str] = {}
    id_at = entity.place.keys["id"].value if "id" in entity.place.keys else listed_key(entity, source)
    if id_at:
        yield replacing(source, id_at, in_place_of(source.of(id_at), target.id))
    elif not has_file:
        missing["id"] = plain(target.id)
    number = next((at for at, one in enumerate(entity.aliases) if ids.normal(one) == target.id), None)
    if number is not None:
        alias = entity.place.of("aliases", number)
        yield replacing(source, alias, in_place_of(source.of(alias), key.id))
    elif "aliases" in entity.place.keys:
        yield from with_items(entity, source, "aliases", [key.id])
    else:
        missing["aliases"] = f"[{plain(key.id)}]"
    if missing:
        yield from with_keys(entity, source, missing)
