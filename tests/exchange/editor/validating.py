"""Files of a portal held against their schemas, read as editors read YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

from journeybook.exchange.editor import names_of, schema_files, schema_of_path
from journeybook.model.diagnostics import Diagnostic
from journeybook.portal import Portal, assemble
from journeybook.reading import read_content, read_options


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: days are texts, and only true and false are truth values."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in some if tag.rpartition(":")[2] in {"int", "float", "null", "merge"}]
    for first, some in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def assembled(root: Path) -> tuple[Portal, tuple[Diagnostic, ...]]:
    """The portal in `root`, and all that reading and assembling found."""
    options, found = read_options(root)
    portal = assemble(read_content(root, options.content, options.editions))
    return portal, (*found, *portal.diagnostics)


@cache
def held(root: Path) -> tuple[Portal, tuple[Diagnostic, ...], dict[str, Draft7Validator]]:
    """The same and its validators, for a portal that no test changes."""
    portal, found = assembled(root)
    return portal, found, validators_of(portal)


def validators_of(portal: Portal) -> dict[str, Draft7Validator]:
    """A validator for each schema of `portal`, by the schema's name."""
    schemas = {name: json.loads(text) for name, text in schema_files(names_of(portal)).items()}
    return {name: Draft7Validator(schema) for name, schema in schemas.items()}


def files_of(root: Path, portal: Portal) -> Iterator[tuple[str, str, str]]:
    """Every file that has a schema: its path from the root, its YAML, and the schema's name."""
    options = root / "journeybook.yml"
    if options.exists():
        yield "journeybook.yml", options.read_text(encoding="utf-8"), "journeybook.json"
    content = root / portal.content.folder
    for path in sorted(content.rglob("*")):
        inside = path.relative_to(content).as_posix()
        if name := schema_of_path(inside) if path.is_file() else None:
            text = path.read_text(encoding="utf-8")
            yield f"{portal.content.folder}/{inside}", keys_in(text) if path.suffix == ".md" else text, name


def keys_in(markdown: str) -> str:
    """The front matter of a Markdown file, without its lines of `---`."""
    found = re.match(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", markdown, re.DOTALL | re.MULTILINE)
    return found[1] if found else ""


def faults(validator: Draft7Validator, text: str) -> list[str]:
    """What the schema says against a file with `text`."""
    value: Any = yaml.load(text, EditorLoader)  # it makes no objects
    return [
        f"{'/'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in validator.iter_errors(value)
    ]
