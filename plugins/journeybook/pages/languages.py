"""Languages of texts, and which way they run."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from journeybook.pages.pieces import Direction

_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@lru_cache(maxsize=64)
def direction_of(language: str) -> Direction:
    """Which way `language`, a tag such as `ar` or `zh-Hant`, is written; left to right if it is unknown."""
    try:
        locale = Locale.parse(language.partition("-x")[0], sep="-")
    except (ValueError, UnknownLocaleError):
        return "ltr"
    return "rtl" if locale.text_direction == "rtl" else "ltr"


def direction_in(text: str) -> Direction:
    """Which way `text` runs by its first letter that has a direction; empty if none has."""
    if text.isascii():
        return "ltr"
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return "ltr"
        if kind in _RIGHT_TO_LEFT:
            return "rtl"
    return ""
