"""The schemas in a portal's folder: written where they have changed, so that no editor reads them for nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from journeybook.exchange.editor.documents import schema_files
from journeybook.exchange.editor.names import Names
from journeybook.model.portal_files import SCHEMAS_FOLDER

_IGNORE = "# Made by `journeybook schema` for editors; build and serve keep it fresh.\n*\n"


def keep_fresh(root: Path, names: Names) -> OSError | None:
    """Write the schemas of the portal in `root`; what kept us from it, where its folder cannot be written.

    Git is told to ignore them: they follow from the content.
    """
    folder = root / SCHEMAS_FOLDER
    try:
        _write(folder.parent / ".gitignore", _IGNORE)
        write_schemas(folder, schema_files(names))
    except OSError as error:
        return error
    return None


def write_schemas(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write `files` into `folder`; returns the names of those that were not there like this."""
    return [name for name, text in files.items() if _write(folder / name, text)]


def _write(path: Path, text: str) -> bool:
    """Write `text` unless it stands there already; nobody ever sees half of it."""
    content = text.encode()
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return True
