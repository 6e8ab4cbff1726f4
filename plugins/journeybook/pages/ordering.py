"""The order in which things of one kind are listed, and in which readers leaf through their pages.

It is that of their titles: file order, which comes first to mind, is that of ids nobody sees, and puts
what is written inside a journey before everything else. No machine's collation is asked, for it would
give other pages on another machine: letters of Latin scripts count as their base letter (`ł` as `l`),
others by their code point, numbers by their value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from journeybook.model import Entity
from journeybook.model.inline import to_plain

_E = TypeVar("_E", bound=Entity)
_NUMBER = re.compile(r"(\d{1,18})")


def by_title(entities: Iterable[_E]) -> tuple[_E, ...]:
    """`entities` by their titles; those with equal titles by id."""
    return tuple(sorted(entities, key=order_of))


def order_of(entity: Entity) -> tuple[str, str]:
    """What `entity` is ordered by."""
    return title_order(to_plain(entity.title)), entity.id


@lru_cache(maxsize=16_384)
def title_order(title: str) -> str:
    """What the plain text `title` is ordered by: numbers by value, before words.

    A text and no tuple of its parts, which takes five times the room: each part begins with what no title holds.
    """
    parts = _NUMBER.split("".join(map(_base, unicodedata.normalize("NFC", title).casefold())))
    return "".join(f"\0{int(part):018}" if part.isdecimal() else f"\1{part}" for part in parts if part)


@lru_cache(maxsize=4_096)
def _base(letter: str) -> str:
    """The base letter of a Latin letter: `l` of `ł`; other characters as they are."""
    if letter.isascii() or not (name := unicodedata.name(letter, "")).startswith("LATIN"):
        return letter
    try:
        return unicodedata.lookup(name.partition(" WITH ")[0])
    except KeyError:  # a few names are made otherwise
        return letter
