"""How messages name things."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from journeybook.model import ids

_NAMES = {
    "WebLink": "link",
    "Next": "way on",
    "Work": "piece of work",
    "PortalOptions": "portal",
    "Comments": "comments section",
    "OtherSource": "portal",
    "Where": "`where`",
    "Limits": "number with limits",
    "Checks": "checks section",
    "Thresholds": "limits section",
    "FolderRules": "folder of checks",
}


def thing(record: type[Any]) -> str:
    """What editors call a `record`: `step`, `piece of work`."""
    return _NAMES.get(record.__name__) or record.__name__.lower()


def a(noun: str) -> str:
    """`noun` with its article."""
    return f"an {noun}" if re.match("[aeio]", noun) else f"a {noun}"


def one_of(words: Iterable[object]) -> str:
    """`a, b or c`."""
    *most, last = [str(word) for word in words]
    return f"{', '.join(most)} or {last}" if most else last


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str = "") -> str:
    """A question with the nearest of the `known` words, or `otherwise` if none is near."""
    near = ids.nearest(wrong, known)
    return f"did you mean {one_of(repr(word) for word in near)}?" if near else otherwise
