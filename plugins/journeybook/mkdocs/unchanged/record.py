"""What a finished build leaves for the next one: from what it was made, how its site stands, what it said."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from journeybook.mkdocs.unchanged.said import Line, Said

FOLDER = "builds"
"""Where records stand in the cache."""
MOST = 32
"""How many sites are remembered."""
_FORM = 1


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """A build that went well."""

    inputs: str
    """Stands for all that it was made from."""
    beside: str
    """Stands for what it left beside the site."""
    site: str
    """Stands for the site, file by file."""
    files: int
    """How many the site has."""
    pages: int
    """How many of them are pages."""
    said: Said
    """What it told."""


def record_path(cache: Path, site: Path) -> Path:
    """Where the record of the build of `site` stands in the folder `cache`."""
    return cache / FOLDER / f"{sha256(os.fsencode(site)).hexdigest()[:32]}.json"


def load(path: Path) -> BuildRecord | None:
    """The record at `path`; None if there is none, or if it is damaged."""
    try:
        checksum, _, rest = path.read_bytes().partition(b"\n")
        if checksum.decode() != sha256(rest).hexdigest():
            return None
        form, kept = cast("tuple[int, dict[str, Any]]", json.loads(rest))
        if form != _FORM:
            return None
        said = kept.pop("said")
        return BuildRecord(**kept, said=Said(said["level"], _lines(said["first"]), _lines(said["rest"])))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def save(path: Path, record: BuildRecord) -> None:
    """Keep `record` at `path`, and the records of not too many sites; nobody ever sees half of one."""
    rest = json.dumps((_FORM, asdict(record))).encode()
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(sha256(rest).hexdigest().encode() + b"\n" + rest)
        part.replace(path)
        kept = sorted(path.parent.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in kept[MOST:]:
            old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _lines(kept: Sequence[Sequence[Any]]) -> tuple[Line, ...]:
    return tuple(Line(str(log), int(level), str(text)) for log, level, text in kept)
