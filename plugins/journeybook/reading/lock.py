"""`journeybook.lock`: which bytes of other portals a build may read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from journeybook.model.portal_files import LOCK_FILE, OTHERS_FOLDER

_VERSION = 1
_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Pinned:
    """One other portal as it was fetched."""

    source: str
    """Where it was fetched from."""
    sha256: str
    """Of the file in `portals/`."""
    source_sha256: str
    """Of the document that was fetched."""


def path_of(name: str) -> str:
    """The file that holds the portal `name`, relative to the portal's root."""
    return f"{OTHERS_FOLDER}/{name}.json"


def read_lock(root: Path) -> Mapping[str, Pinned] | None:
    """What is pinned in `root`, by name; nothing if there is no lock, None if it cannot be read."""
    try:
        text = (root / LOCK_FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        return None
    try:
        found = cast("dict[str, Any]", json.loads(text))
        if found["version"] != _VERSION:
            return None
        return {str(name): _pinned(one) for name, one in found["portals"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _pinned(written: Mapping[str, Any]) -> Pinned:
    pinned = Pinned(str(written["source"]), str(written["sha256"]), str(written["source_sha256"]))
    if not (_SHA256.fullmatch(pinned.sha256) and _SHA256.fullmatch(pinned.source_sha256)):
        raise ValueError("no SHA-256")
    return pinned


def lock_text(pins: Mapping[str, Pinned]) -> str:
    """The lock of `pins`, by name, so that two people's changes meet as seldom as can be."""
    portals = {
        name: {"source": pin.source, "sha256": pin.sha256, "source_sha256": pin.source_sha256}
        for name, pin in sorted(pins.items())
    }
    return json.dumps({"version": _VERSION, "portals": portals}, ensure_ascii=False, indent=1) + "\n"
