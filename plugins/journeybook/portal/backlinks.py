"""The other side of every reference."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model.keys import SpotKey


class Backlink(Struct, frozen=True, gc=False):
    """Something that names, or leads to, the thing one looks at."""

    source: SpotKey
    """What names it."""
    field: str
    """The field that does (`touchpoints`, `backstage.team`, `narrative`), which tells the reason."""
    via: SpotKey | None = None
    """The touchpoint in between, where a step reaches a team or channel through one."""
