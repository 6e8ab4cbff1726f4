"""Spot keys: the lasting names of everything that can be commented on or compared."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model.kinds import Kind

_KINDS = frozenset({*Kind, "page", "index", "atlas", "board", "compare", "changes"})
_WITHIN_JOURNEY = frozenset(kind for kind in Kind if kind.within_journey)


class SpotKey(Struct, frozen=True, order=True, gc=False):
    """`persona/site-owner`, `step/claim/calls-support`; `page/<path>` for an ordinary page.

    Pages about many things at once have keys too: `index/<kind>`, `board/<name>`, `ATLAS`, `BOARDS`, `COMPARE`,
    `CHANGES`.
    A step keeps its key when it moves to another stage.
    """

    kind: str
    """A kind, or `page`, `index` (the overview of a kind), `board`, `atlas`, `compare` or `changes`."""
    id: str
    """The id within its kind, or within its journey."""
    journey: str = ""
    """The journey that stages, steps and pains belong to; else empty."""

    def __str__(self) -> str:
        return "/".join(filter(None, (self.kind, self.journey, self.id)))

    @classmethod
    def parse(cls, text: str) -> SpotKey:
        """Read a key; ValueError if `text` is none."""
        kind, _, rest = text.partition("/")
        if kind not in _KINDS or not rest:
            raise ValueError(f"{text!r} is no spot key; write one such as persona/site-owner or step/claim/calls")
        if kind not in _WITHIN_JOURNEY:
            return cls(kind, rest)
        journey, _, own = rest.partition("/")
        if not journey or not own:
            raise ValueError(f"{text!r} lacks a part; write {kind}/<journey>/<id>")
        return cls(kind, own, journey)


ATLAS = SpotKey("atlas", "atlas")
"""The overview of all journeys."""
COMPARE = SpotKey("compare", "index")
"""Where any two journeys stand side by side; the key of a future journey's comparison holds its id instead."""
BOARDS = SpotKey("board", "index")
"""The overview of all boards."""
CHANGES = SpotKey("changes", "index")
"""What changed in the portal, and when."""
TRANSLATIONS = SpotKey("board", "translations")
"""The board of translations, where a portal has several languages."""


def atlas_of(portal: str) -> SpotKey:
    """The atlas of the other portal that is called `portal`."""
    return SpotKey("atlas", f"portal/{portal}")
