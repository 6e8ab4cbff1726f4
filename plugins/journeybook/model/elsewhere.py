"""How a text names something of another portal: `hosting:touchpoint/support-call`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journeybook.model import ids
from journeybook.model.kinds import Kind

KEY = rf"(?:{'|'.join(Kind)})/[^\s\[\]|]+"
"""A spot key, as a pattern."""

_ELSEWHERE = re.compile(rf"(?P<portal>[^\s\[\]:/|]+):(?P<key>{KEY})")

_SCHEMES = frozenset(
    {
        "about",
        "blob",
        "data",
        "file",
        "ftp",
        "http",
        "https",
        "javascript",
        "journeybook",
        "mailto",
        "sms",
        "tel",
        "urn",
    }
    | {"vbscript", "view-source", "ws", "wss"}
)
_TAKEN = frozenset({*Kind, "page", "index"})


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something of another portal."""

    portal: str
    """The name that `journeybook.yml` gives the portal."""
    key: str
    """Its spot key there."""

    def __str__(self) -> str:
        return f"{self.portal}:{self.key}"


def elsewhere(text: str) -> Elsewhere | None:
    """What `text` names in another portal; None if it is no such name, whether or not there is such a thing."""
    if ":" not in text:
        return None  # as with nearly every name
    found = _ELSEWHERE.fullmatch(ids.normal(text.strip()))
    return Elsewhere(found["portal"], found["key"]) if found and not fault_of_name(found["portal"]) else None


def fault_of_name(name: str) -> str | None:
    """What keeps `name` from being the name of another portal, in words; None if nothing does."""
    if name in _TAKEN:
        return f"'{name}' is a kind, and `{name}:` names one of this portal"
    if name.lower() in _SCHEMES:
        return f"`{name}:` begins an address"
    return ids.fault_of(name)
