"""The face of a persona: its photo, or a drawn monogram where there is none."""

from __future__ import annotations

import re

from msgspec import Struct

from journeybook.model import Persona
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Picture

_WORDS = re.compile(r"[^\W\d_]+")
_WITHOUT_BLANKS = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
"""Scripts whose names are one run of signs, the given name last."""


class Portrait(Struct, frozen=True):
    """The face of a persona."""

    photo: Picture | None
    initials: str
    """One or two letters that stand where there is no photo."""


def portrait_of(maker: PageMaker, persona: Persona) -> Portrait:
    """The face of `persona`."""
    photo = maker.picture(persona.photo, maker.voice(persona))
    return Portrait(photo, initials_of(maker.plain(persona.title)))


def initials_of(name: str) -> str:
    """One or two letters for `name`: of `Shop owner Ines` S and I, of 苏州的周敏 the last two signs.

    Scripts whose letters change their shape in a word, and have no capitals, give one letter.
    """
    words: list[str] = _WORDS.findall(name)
    if not words:
        return name[:1]
    if _WITHOUT_BLANKS.match(words[-1]):
        return words[-1][-2:]
    first, last = words[0][0], words[-1][0]
    has_capitals = first.upper() != first.lower()
    return (first + (last if len(words) > 1 else "")).upper() if has_capitals else first
