"""Texts taken apart into words as a search compares them: without case, without accents, in any script.

`search_worker.js` of the theme does the same with what readers type; a test holds the two against each other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese: scripts without blanks between words."""
_WORD = re.compile(f"[{_UNSPACED}]+|[^\\W_{_UNSPACED}]+")
_PLAIN_WORD = re.compile("[a-z0-9]+")
_SPACED_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile("[^\x00-\x7f]+")
_UNSPACED_WORD = re.compile(f"[{_UNSPACED}]+")
_LONGEST = 40
_ALIKE = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ"}
)
"""Letters that people type in another way, and that Unicode does not take apart."""


class _WithoutMarks(dict[int, int | None]):
    """What becomes of each character, found out when it first comes: to ask for all takes a tenth of a second."""

    def __missing__(self, code: int) -> int | None:
        kept = self[code] = None if unicodedata.category(chr(code)) == "Mn" else code
        return kept


_WITHOUT_MARKS = _WithoutMarks()


def folded(text: str) -> str:
    """`text` without what a search does not tell apart."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return _NOT_ASCII.sub(_folded_letters, lower)  # what is ASCII stands for itself, beside whatever it stands


def _folded_letters(found: re.Match[str]) -> str:
    return _taken_apart(found[0])


@lru_cache(maxsize=4_096)
def _taken_apart(letters: str) -> str:
    return unicodedata.normalize("NFKD", letters).translate(_WITHOUT_MARKS).translate(_ALIKE)


def words_in(text: str) -> list[str]:
    """The words of `text`, in order. Where a script has no blanks, every two characters in a row are one."""
    plain = folded(text)
    if plain.isascii():
        return _cut(_PLAIN_WORD.findall(plain))
    if not _UNSPACED_WORD.search(plain):
        return _cut(_SPACED_WORD.findall(plain))
    found: list[str] = []
    for word in _WORD.findall(plain):
        if _UNSPACED_WORD.match(word):
            found += (word[start : start + 2] for start in range(len(word)))
        else:
            found.append(word[:_LONGEST])
    return found


def _cut(words: list[str]) -> list[str]:
    """`words`, none of which is too long."""
    return [word[:_LONGEST] for word in words] if len(max(words, key=len, default="")) > _LONGEST else words
