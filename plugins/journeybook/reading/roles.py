"""What a file of the content folder is, by its path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from pathlib import PurePosixPath

from journeybook.model.kinds import LISTED_IN_ONE_FILE, Kind, kind_of_folder

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""Endings of Markdown files."""

YAML = frozenset({".yml", ".yaml"})
"""Endings of YAML files."""

_DATA = frozenset({".csv", ".tsv", ".parquet", ".xlsx"})
"""Endings of surveys and contact logs."""

_FOLDER_PAGES = frozenset({"index", "readme"})
_TRANSLATION = re.compile(r"(?P<stem>.+)\.(?P<language>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)")


class Role(Enum):
    """What a file is to us."""

    ENTITY = auto()
    """One entity."""
    LIST = auto()
    """Many of one kind: ids with their keys."""
    PAGE = auto()
    """An ordinary page, unless its front matter says otherwise."""
    OTHER_YAML = auto()
    """Nothing of ours, unless it says what it is."""
    TRANSLATION = auto()
    """A translation of an entity's file, or of a list."""
    DATA = auto()
    """A survey or a contact log in `evidence/`: never published."""
    OTHER = auto()
    """Nothing of ours: a picture, a download."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a file is by its path alone."""

    role: Role
    kind: Kind | None = None
    """Of what kind its entities are."""
    stem: str = ""
    """Its name without ending."""
    is_markdown: bool = False
    language: str = ""
    """The language its name says it is a translation into."""
    is_list: bool = False
    """Whether it maps ids to keys, or translates what does."""


@lru_cache(maxsize=100_000)
def part_of(path: str) -> Part:
    """What the file at `path`, relative to the content folder, is by its path alone."""
    pure = PurePosixPath(path)
    ending, stem = pure.suffix.lower(), pure.stem
    is_markdown = ending in MARKDOWN
    if not is_markdown and ending not in YAML:
        is_data = ending in _DATA and pure.parts[0] == Kind.EVIDENCE.folder
        return Part(Role.DATA if is_data else Role.OTHER)
    top = pure.parts[0] if len(pure.parts) > 1 else ""
    kind = kind_of_folder(top) if top else None
    listed = kind_of_folder(stem if not (found := _TRANSLATION.fullmatch(stem)) else found["stem"])
    is_list = not top and not is_markdown and listed in LISTED_IN_ONE_FILE
    language = found["language"] if found and is_language(found["language"]) else ""
    elsewhere = Part(Role.PAGE if is_markdown else Role.OTHER_YAML, None, stem, is_markdown, language)
    if kind is None and not is_list:
        return elsewhere
    if found and language:
        folder_page = is_markdown and found["stem"].lower() in _FOLDER_PAGES
        translation = Part(Role.TRANSLATION, kind or listed, found["stem"], is_markdown, language, is_list)
        return elsewhere if folder_page else translation
    if is_markdown and stem.lower() in _FOLDER_PAGES:
        return elsewhere
    return Part(Role.LIST if is_list else Role.ENTITY, kind or listed, stem, is_markdown, is_list=is_list)


def is_language(tag: str) -> bool:
    """Whether `tag` begins with the code of a language people write in."""
    from babel import localedata

    return localedata.exists(re.split("[-_]", tag)[0].lower())
