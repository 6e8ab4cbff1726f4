"""Making a comment's address short enough: which text gives way first, and where it is cut."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from msgspec.structs import replace

from journeybook.reviews.draft import Draft

LONGEST = 2_000
"""Characters an address may have: what every browser, mail program and tracker is known to take."""

_JOINER = "\u200d"
"""Makes one picture of two emoji."""

_TEXTS = ("where", "about", "title")
"""What is shortened, the least important first."""

_DISPENSABLE: tuple[dict[str, object], ...] = ({"file": ""}, {"page": ""}, {"labels": ()})
"""What is left out whole if shortening does not help, for half an address or label is of no use."""


def fitted(draft: Draft, write: Callable[[Draft], str]) -> str:
    """The address that `write` makes of `draft`, texts shortened until it has at most `LONGEST` characters."""
    for text in _TEXTS:
        if len(address := write(draft)) <= LONGEST:
            return address
        draft = _with_shorter(draft, text, write)
    for left_out in _DISPENSABLE:
        if len(address := write(draft)) <= LONGEST:
            return address
        draft = replace(draft, **left_out)
    return write(draft)


def _with_shorter(draft: Draft, name: str, write: Callable[[Draft], str]) -> Draft:
    """`draft` with as much of the text `name` as there is room for; with none of it if there is no room."""
    whole: str = getattr(draft, name)
    fits, too_long = 0, len(whole)
    while too_long - fits > 1:
        length = (fits + too_long) // 2
        if len(write(replace(draft, **{name: shortened(whole, length)}))) <= LONGEST:
            fits = length
        else:
            too_long = length
    return replace(draft, **{name: shortened(whole, fits)})


def shortened(text: str, length: int) -> str:
    """The beginning of `text`, at most `length` characters with its ellipsis; nothing if `length` is below 2.

    It is cut between words where that costs less than half of it, and never inside a character
    that is made of several code points.
    """
    if len(text) <= length:
        return text
    if length < 2:
        return ""
    end = length - 1
    if not text[end].isspace():
        between_words = max(text.rfind(" ", 0, end), 0)
        end = between_words if between_words > end // 2 else _character_start(text, end)
    return f"{text[:end].rstrip()}…" if text[:end].strip() else ""


def _character_start(text: str, end: int) -> int:
    """The last place at or before `end` where no mark or joined character is torn off."""
    while end and (unicodedata.category(text[end])[0] == "M" or _JOINER in text[end - 1 : end + 1]):
        end -= 1
    return end
