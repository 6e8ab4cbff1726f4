"""Two texts compared by word; scripts that write no blanks, by character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from journeybook.history.runs import Mark, Run, Runs

_TOKEN = re.compile(
    r"[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
    r"|[^\W\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+(?:['’-]\w+)*"
    r"|\s+|[^\w\s]",
)
_GAP = "\n\n"
_MOST = 1_200
"""Paragraphs of a text, or tokens of a stretch, that are compared one by one; more count as written anew."""
_LEAST_SHARED = 0.25
"""Stretches that share less are told as written anew: a patchwork of common words says nothing."""


def by_word(before: str, after: str) -> Runs:
    """`after`, with what `before` said and it no longer does, and what it says now, marked.

    Long texts are compared by paragraph first, so that the time grows with what changed.
    """
    old, new = _paragraphs(before), _paragraphs(after)
    if max(len(old), len(new)) > _MOST:
        return tuple(_anew("".join(old), "".join(new)))
    found: list[Run] = []
    for tag, one, two, three, four in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Run("".join(new[three:four])))
        else:
            found.extend(_words("".join(old[one:two]), "".join(new[three:four])))
    return tuple(_merged(found))


def _paragraphs(text: str) -> list[str]:
    """Paragraphs, each with the gap before it; where lines break inside of one says nothing."""
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip())]
    return [f"{_GAP if number else ''}{part}" for number, part in enumerate(parts)]


def _words(before: str, after: str) -> Iterator[Run]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if not old or not new or max(len(old), len(new)) > _MOST:
        yield from _anew(before, after)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _LEAST_SHARED:
        yield from _anew(before, after)
        return
    for tag, one, two, three, four in _smoothed(matcher.get_opcodes(), old):
        if tag == "equal":
            yield Run("".join(new[three:four]))
        else:
            yield from _anew("".join(old[one:two]), "".join(new[three:four]))


_Code = tuple[str, int, int, int, int]


def _smoothed(codes: Sequence[_Code], old: Sequence[str]) -> Iterator[_Code]:
    """`codes` in which a blank alone does not part two changes: they read as one."""
    held: _Code | None = None
    for number, code in enumerate(codes):
        tag, one, two, _, four = code
        is_blank = tag == "equal" and not "".join(old[one:two]).strip()
        if held and (tag != "equal" or (is_blank and number + 1 < len(codes))):
            held = ("replace", held[1], two, held[3], four)
        elif tag != "equal":
            held = code
        else:
            if held:
                yield held
            held = None
            yield code
    if held:
        yield held


def _anew(before: str, after: str) -> Iterator[Run]:
    if before:
        yield Run(before, Mark.GONE)
    if after:
        yield Run(after, Mark.NEW)


def _merged(runs: Sequence[Run]) -> Iterator[Run]:
    last: Run | None = None
    for one in runs:
        if last and last.mark == one.mark:
            last = Run(last.text + one.text, one.mark)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last
