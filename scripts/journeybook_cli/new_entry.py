"""A new persona, journey, touchpoint …: where it is written, and what it says at first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from journeybook.exchange.editor import with_modeline
from journeybook.model.ids import fault_of, folded, from_title, normal
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import LISTED_IN_ONE_FILE, Kind
from journeybook.portal import Portal
from journeybook.reading import FileContent, read_file
from journeybook_cli.exits import Refusal
from journeybook_cli.starter import starter_text

_EXAMPLES = {
    Kind.PERSONA: "night-nurse",
    Kind.TOUCHPOINT: "repair-hotline",
    Kind.CHANNEL: "phone",
    Kind.TEAM: "service-desk",
    Kind.INITIATIVE: "one-file",
}
"""Ids for comments in portals that have none of their own."""

_EXPLAINED = re.compile(r"^(.*\S) {2,}(# .*)$", re.MULTILINE)
"""A line with an explanation behind it."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Something that will be written."""

    key: SpotKey
    path: str
    """Its file, relative to the content folder."""
    before: str | None
    """What the file says already; None for a new file."""
    added: str
    """What is put at its end."""
    title: str
    """What it is called."""


def entry_for(
    portal: Portal, root: Path, kind: Kind, title: str, own_id: str | None, *, markdown: bool
) -> NewEntry:
    """The entry for a thing of `kind` called `title`; refused if it cannot be written without harm."""
    title = _checked_title(title)
    key = SpotKey(kind, _id_for(portal, kind, title, own_id))
    content = root / portal.content.folder
    path = _path_of(key, content, markdown=markdown)
    if not (content / path).resolve().is_relative_to(root.resolve()):
        raise Refusal(f"{content / path} leads out of the portal, and nothing is written there")
    if path == f"{kind.folder}.yml":
        return _in_list(content, path, key, portal, title)
    taken = [
        one for ending in (".md", ".yml", ".yaml") if (one := content / kind.folder / f"{key.id}{ending}").exists()
    ]
    if taken:
        raise Refusal(f"{taken[0]} exists; give another title, or an id of its own with --id")
    form = "journey.yml" if path.endswith(".yml") else f"{kind}.md"
    folder = portal.content.folder
    text = with_modeline(_filled(form, title, portal), path, folder)
    return _proved(NewEntry(key, path, None, text, title), folder)


def _checked_title(title: str) -> str:
    title = " ".join(title.split())
    if not title or not title.isprintable():
        raise Refusal("the title is empty, or holds characters that cannot be shown")
    return title


def _id_for(portal: Portal, kind: Kind, title: str, own_id: str | None) -> str:
    """The id that was asked for, or the one the title gives; refused if it is none or somebody has it."""
    entity_id = normal(own_id) if own_id is not None else from_title(title)
    if entity_id is None:
        raise Refusal(f"the title '{title}' gives no id; name one with --id")
    if fault := fault_of(entity_id):
        raise Refusal(f"'{entity_id}' is no id: {fault}")
    if any((one, folded(name)) == (kind, folded(entity_id)) for one, name in portal.content.unread):
        raise Refusal(f"there is a {kind} '{entity_id}' that cannot be read; `journeybook check` says why")
    for known in (*portal.directory.by_key, *portal.directory.former):
        if known.kind == kind and folded(known.id) == folded(entity_id):
            now = portal.directory.find(known)
            entity = portal.entity(now) if now else None
            where = f" ({entity.place.file}:{entity.place.span.line})" if entity else ""
            raise Refusal(f"there is a {kind} '{known.id}' already{where}; name another id with --id")
    return entity_id


def _path_of(key: SpotKey, content: Path, *, markdown: bool) -> str:
    """The file for `key`: the list of its kind, unless the portal keeps or wants one file for each."""
    kind = Kind(key.kind)
    listed = f"{kind.folder}.yml"
    if (
        kind in LISTED_IN_ONE_FILE
        and not markdown
        and ((content / listed).exists() or not (content / kind.folder).exists())
    ):
        return listed
    ending = ".yml" if kind is Kind.JOURNEY and not markdown else ".md"
    return f"{kind.folder}/{key.id}{ending}"


def _filled(form: str, title: str, portal: Portal) -> str:
    """The starter text `form` with the title, and with ids of the portal in its comments."""
    known = {str(kind): _first_of(portal, kind) or example for kind, example in _EXAMPLES.items()}
    text = starter_text(f"new/{form}", title_line=f"title: {_scalar(title)}", **known)
    width = max((len(found[1]) for found in _EXPLAINED.finditer(text)), default=0) + 2
    return _EXPLAINED.sub(lambda found: f"{found[1]:<{width}}{found[2]}", text)


def _first_of(portal: Portal, kind: Kind) -> str | None:
    return next((key.id for key in portal.directory.by_key if key.kind == kind), None)


def _scalar(text: str) -> str:
    """`text` as YAML on one line, quoted only where that is needed."""
    dumped = yaml.safe_dump(text, allow_unicode=True, width=len(text) * 4 + 80)
    return dumped.removesuffix("\n").removesuffix("\n...")


def _in_list(content: Path, path: str, key: SpotKey, portal: Portal, title: str) -> NewEntry:
    """The entry at the end of the list of its kind, which keeps everything it holds."""
    folder = portal.content.folder
    file = content / path
    lines = _filled(f"{key.kind}.md", title, portal).strip("-\n").split("\n")
    entry = "\n".join([f"{_scalar(key.id)}:", *(f"  {line}" for line in lines), ""])
    if not file.exists():
        return _proved(NewEntry(key, path, None, with_modeline(entry, path, folder), title), folder)
    before = _text_of(file)
    ending = "\r\n" if "\r\n" in before else "\n"
    finished = "" if not before or before.endswith("\n") else ending
    gap = "" if not before.strip() or before.endswith(ending * 2) else ending
    added = finished + gap + entry.replace("\n", ending)
    return _proved(NewEntry(key, path, before, added, title), folder)


def _text_of(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise Refusal(f"{file} is not UTF-8; mend it first (`journeybook check` tells more)") from error


def _proved(entry: NewEntry, folder: str) -> NewEntry:
    """`entry`, if its file reads as before with the new thing behind; else refused."""
    before = read_file(entry.path, entry.before, folder) if entry.before is not None else FileContent(entry.path)
    after = read_file(entry.path, (entry.before or "") + entry.added, folder)
    if after.entities[:-1] == before.entities and after.entities and not _new_faults(before, after):
        last = after.entities[-1]
        if (last.kind_of, last.id, last.title) == (entry.key.kind, entry.key.id, entry.title):
            return entry
    raise Refusal(
        f"nothing can be added to the end of {folder}/{entry.path} as it is written; "
        "add this where it belongs:\n\n"
        f"{entry.added.strip()}"
    )


def _new_faults(before: FileContent, after: FileContent) -> set[str]:
    """What is wrong now and was not before; places may have moved."""
    return {one.message for one in after.diagnostics} - {one.message for one in before.diagnostics}
