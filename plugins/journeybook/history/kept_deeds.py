"""What revisions did, kept in a file beside the portal from build to build.

Revisions never change, so neither does what is kept: it only saves the time in which their files are read again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from journeybook.history.changes import FieldChange, HandOffChange, Name, Presence, ThingChange
from journeybook.history.deeds import Deed
from journeybook.history.log import Touched
from journeybook.model.durations import Duration
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind
from journeybook.version import __version__

FILE = ".cache/journeybook/history.json"
"""Where a portal keeps them, from its root folder."""
_FORM = 1
"""To be raised with every change of what is kept, or of how it is found."""

_RECORDS = {one.__name__: one for one in (Deed, ThingChange, FieldChange, HandOffChange, Name, SpotKey)}
_WORDS = {one.__name__: one for one in (Kind, Presence)}


class KeptDeeds:
    """What revisions did, by the texts they changed; where it cannot be read or written, it is found anew."""

    def __init__(self, root: Path) -> None:
        """`root` is the portal's root folder."""
        self._path = root / FILE
        self._known = _read(self._path)
        self._used: dict[str, Any] = {}

    def deeds(self, touched: Sequence[Touched], find: Callable[[], tuple[Deed, ...]]) -> tuple[Deed, ...]:
        """What a revision did that `touched` these files; `find` says so if it is not kept."""
        named = "\0".join(part for one in touched for part in (one.path, one.was, one.before, one.after))
        key = sha256(f"{_FORM} {__version__}\0{named}".encode(errors="surrogateescape")).hexdigest()
        if key in self._known:
            try:
                kept = from_plain(self._known[key])
                self._used[key] = self._known[key]
                return cast("tuple[Deed, ...]", kept)
            except (KeyError, TypeError, ValueError):
                pass  # somebody has damaged it
        found = find()
        with suppress(TypeError):
            self._used[key] = to_plain(found)
        return found

    def save(self) -> None:
        """Keep what was of use, and nothing else, for the next time."""
        if self._used == self._known:
            return
        part = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._used, ensure_ascii=False), encoding="utf-8", newline="\n")
            part.replace(self._path)  # nobody ever sees half of it
        except (OSError, UnicodeEncodeError):
            part.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Any]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", known) if isinstance(known, dict) else {}


def to_plain(value: object) -> Any:
    """`value` as JSON can hold it; every type that JSON does not know is named."""
    if isinstance(value, StrEnum):
        return {type(value).__name__: str(value)}
    if isinstance(value, Duration):
        return {"Duration": value.text}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, tuple):
        return [to_plain(one) for one in cast("tuple[object, ...]", value)]
    if type(value).__name__ in _RECORDS:
        names = (
            value.__struct_fields__
            if isinstance(value, Struct)
            else [one.name for one in fields(cast("Any", value))]
        )
        return {type(value).__name__: {name: to_plain(getattr(value, name)) for name in names}}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} cannot be kept")


def from_plain(value: Any) -> Any:
    """What `to_plain` was given; KeyError, TypeError or ValueError if it was given nothing like it."""
    if isinstance(value, list):
        return tuple(from_plain(one) for one in cast("list[Any]", value))
    if not isinstance(value, dict):
        return value
    ((name, said),) = cast("dict[str, Any]", value).items()
    if name == "date":
        return date.fromisoformat(said)
    if name == "Duration":
        return Duration(said)
    if name in _WORDS:
        return _WORDS[name](said)
    return _RECORDS[name](**{field: from_plain(part) for field, part in said.items()})
