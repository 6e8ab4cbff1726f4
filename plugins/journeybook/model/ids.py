"""Ids: what makes one valid, how a title gives one, and which known id a typo meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

MAX_BYTES = 80
"""An id is at most this long in UTF-8, so that it fits into every file system and address."""

RESERVED = frozenset({"index", "readme"})
"""Stems that stand for a folder's own page and can be nobody's id."""


def normal(text: str) -> str:
    """`text` in Unicode normal form C, in which all ids are compared."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """The form in which two ids count as equal: ids are unique without regard to case."""
    return unicodedata.normalize("NFC", normal(text).casefold())


def _allowed(character: str) -> bool:
    return character == "-" or unicodedata.category(character)[0] in "LNM"


def fault_of(text: str) -> str | None:
    """What keeps `text` from being an id, in words, or None if nothing does."""
    if not text:
        return "it is empty"
    if wrong := next((character for character in text if not _allowed(character)), None):
        return f"it holds {wrong!r}; use letters, digits and hyphens"
    if text.startswith("-") or text.endswith("-"):
        return "it begins or ends with a hyphen"
    if not any(unicodedata.category(character)[0] in "LN" for character in text):
        return "it holds no letter and no digit"
    if len(text.encode()) > MAX_BYTES:
        return f"it is longer than {MAX_BYTES} bytes"
    if folded(text) in RESERVED:
        return "that name stands for a folder's own page"
    return None


def from_title(title: str) -> str | None:
    """The id a title gives in its own script, cut at a word to at most `MAX_BYTES`; None if it gives none."""
    from slugify import slugify

    words = [
        "".join(filter(_allowed, word)).strip("-")
        for word in slugify(normal(title), allow_unicode=True).split("-")
    ]
    slug = ""
    for word in filter(None, words):
        longer = f"{slug}-{word}" if slug else word
        if len(longer.encode()) > MAX_BYTES:
            break
        slug = longer
    if not slug and words:
        slug = _cut(words[0])
    slug = normal(slug)
    return slug if slug and fault_of(slug) is None else None


def _cut(word: str) -> str:
    return word.encode()[:MAX_BYTES].decode(errors="ignore")


def nearest(wrong: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Known words that `wrong` most likely meant, the nearest first, at most `count` of them."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    found = process.extract(
        wrong,
        sorted(known),
        scorer=DamerauLevenshtein.normalized_similarity,
        processor=folded,
        limit=count,
        score_cutoff=0.6,
    )
    return [match for match, _, _ in found]
