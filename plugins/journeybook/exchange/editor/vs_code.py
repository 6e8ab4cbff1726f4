"""What VS Code needs in a portal's folder: its settings for YAML, and which extension gives it the words."""

from __future__ import annotations

import json
from collections.abc import Iterator

from journeybook.exchange.editor.modelines import Written, file_name
from journeybook.model.kinds import DEFINED_IN_FILES, LISTED_IN_ONE_FILE, Kind
from journeybook.model.portal_files import OPTIONS_FILE, SCHEMAS_FOLDER

_ENDINGS = ("yml", "yaml")


def vs_code_files(content: str) -> dict[str, str]:
    """The files of `.vscode/` by their paths, for a portal with its content in the folder `content`."""
    settings = {
        "yaml.schemas": {f"./{SCHEMAS_FOLDER}/{name}": globs for name, globs in _globs(content)},
        "yaml.schemaStore.enable": False,
        "yaml.hoverSchemaSource": False,
    }
    extensions = {"recommendations": ["redhat.vscode-yaml"]}
    return {".vscode/settings.json": _text(settings), ".vscode/extensions.json": _text(extensions)}


def _globs(content: str) -> Iterator[tuple[str, list[str]]]:
    """Each schema with the files it is for; so those without a line that names it are covered as well."""
    yield OPTIONS_FILE.replace(".yml", ".json"), [OPTIONS_FILE]
    for kind in DEFINED_IN_FILES:
        every, translated = _in(content, kind, "*"), _in(content, kind, "*.*")
        yield file_name(kind, Written.ALONE), [*every, *(f"!{one}" for one in translated)]
        yield file_name(kind, Written.TRANSLATION), translated
        if kind in LISTED_IN_ONE_FILE:
            yield file_name(kind, Written.LIST), _beside(content, kind.folder)
            yield file_name(kind, Written.LIST_TRANSLATION), _beside(content, f"{kind.folder}.*")


def _in(content: str, kind: Kind, stem: str) -> list[str]:
    return [f"{content}/{kind.folder}/**/{stem}.{ending}" for ending in _ENDINGS]


def _beside(content: str, stem: str) -> list[str]:
    return [f"{content}/{stem}.{ending}" for ending in _ENDINGS]


def _text(settings: object) -> str:
    return json.dumps(settings, indent=2) + "\n"
