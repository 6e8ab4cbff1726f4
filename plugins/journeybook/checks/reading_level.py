"""How hard a text is to read: LIX, which counts no syllables and so holds for every language in Latin script."""

from __future__ import annotations

import re
import unicodedata

_LEAST_WORDS = 100
"""Below this many words one long name moves the figure too much."""
_LONG = 6
"""Words with more letters than this are long."""
_FENCE = re.compile(r"^([ \t]*)(```+|~~~+).*?^\1\2[ \t]*$", re.MULTILINE | re.DOTALL)
_NO_PROSE = re.compile(r"^[ \t]*(\||#|\[\^?[^\]]+\]:).*$", re.MULTILINE)
_TARGET = re.compile(r"(?<=\])\([^)\s]*\)|<[^>\s]+>|`[^`]*`|https?://\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.:!?…]+(?=\s|$|[\"'”’)])|\n[ \t]*\n|\n[ \t]*[-*+][ \t]")


def lix_of(markdown: str) -> float | None:
    """The LIX of a narrative: words per sentence, plus the share of words longer than six letters in per cent.

    None where there is too little text to tell, or where it is not in Latin script. After C. H. Björnsson,
    Läsbarhet (1968): up to 30 very easy, 40 a newspaper, 50 official texts, from 60 on very hard.
    """
    prose = _TARGET.sub("", _NO_PROSE.sub("\n", _FENCE.sub("\n", markdown)))
    words = _WORD.findall(prose)
    if len(words) < _LEAST_WORDS or not _is_latin("".join(words)):
        return None
    sentences = sum(bool(_WORD.search(part)) for part in _SENTENCE.split(prose))
    return len(words) / max(sentences, 1) + 100 * sum(len(word) > _LONG for word in words) / len(words)


def _is_latin(letters: str) -> bool:
    if letters.isascii():
        return True
    sample = [one for one in letters[:400] if one.isalpha()]
    return sum("LATIN" in unicodedata.name(one, "") for one in sample) > 0.9 * len(sample)
