"""Which schema a file has, and the comment in its first line that says so to editors."""

from __future__ import annotations

import posixpath
from enum import Enum

from journeybook.model.kinds import Kind
from journeybook.model.portal_files import SCHEMAS_FOLDER
from journeybook.reading.roles import Role, part_of


class Written(Enum):
    """How a thing is written; the value ends the name of its schema."""

    ALONE = ""
    """In a YAML file of its own."""
    FRONT_MATTER = ".front-matter"
    """In the front matter of Markdown."""
    TRANSLATION = ".translation"
    """In a file that translates another."""
    LIST = ".list"
    """With others of its kind, each under its id."""
    LIST_TRANSLATION = ".list.translation"


def file_name(kind: Kind, written: Written) -> str:
    """The name of the schema of a `kind`: `journey.json`, `channels.json`."""
    name = kind.folder if written in {Written.LIST, Written.LIST_TRANSLATION} else str(kind)
    return f"{name}{written.value.removeprefix('.list')}.json"


def schema_of_path(path: str) -> str | None:
    """The name of the schema for the file at `path` in the content folder; None if there is none for it."""
    part = part_of(path)
    if part.kind is None:
        return None
    match part.role:
        case Role.LIST:
            return file_name(part.kind, Written.LIST)
        case Role.ENTITY:
            return file_name(part.kind, Written.FRONT_MATTER if part.is_markdown else Written.ALONE)
        case Role.TRANSLATION:
            return file_name(part.kind, Written.LIST_TRANSLATION if part.is_list else Written.TRANSLATION)
        case _:
            return None


def modeline(path: str, content: str) -> str:
    """The line for the file at `path` in the folder `content`; empty if it has no schema.

    Both are relative: the file to that folder, the folder to the portal's root.
    """
    name = schema_of_path(path)
    return _line(name, posixpath.dirname(f"{content}/{path}")) if name else ""


def with_modeline(text: str, path: str, content: str) -> str:
    """`text` of a new file at `path` with the line on top, which in Markdown is that below `---`."""
    line = modeline(path, content)
    if not line:
        return text
    opening = "---\n"
    return f"{opening}{line}\n{text[len(opening) :]}" if text.startswith(opening) else f"{line}\n{text}"


def _line(name: str, folder: str) -> str:
    way = posixpath.relpath(posixpath.join(SCHEMAS_FOLDER, name), posixpath.normpath(folder) if folder else ".")
    return f"# yaml-language-server: $schema={way}"
