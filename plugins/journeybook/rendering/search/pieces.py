"""The search index of a large portal: small pieces, of which readers fetch those that hold what they type.

Words stand in alphabetical order, divided into pieces of about the same size; so do the entries, in the order of
pages. Each piece is a script that calls `piece(name, content)`: that is what pages opened from a disk can load.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Any

from journeybook.rendering.search.words import words_in

_PIECE_OF_WORDS = 40_000
"""About how many bytes a piece of words has."""
_ENTRIES = 20
"""How many entries stand in a piece."""
_TITLE, _TAG, _SAID = 24, 24, 4
"""What it counts to find a word in a title, in a tag, in a text."""
_OFTEN = 3
"""Oftener than so a word in a text counts no more."""
_MOST = 255
_COMMON = 0.25
"""In which share of the entries a word is so common that it is found in titles and tags only …"""
_FEW = 2_000
"""… if it is in more than so many."""
_SHORT = 200
"""How many entries are kept for beginnings of words that stand in many pieces."""
_SPREAD = 2
"""Over how many pieces a beginning may be spread and still be looked up in them."""


@dataclass(frozen=True, slots=True)
class Found:
    """What readers find, with its place in the site. All of it is plain text."""

    location: str
    """Its address from the root of its edition on, encoded, with an anchor if it is a spot."""
    title: str
    page: str
    """The title of the page it stands on."""
    said: tuple[str, ...]
    tags: tuple[str, ...] = ()
    boost: float = 1


@dataclass(frozen=True, slots=True)
class Pieces:
    """A search index."""

    files: tuple[tuple[str, str], ...]
    """Name and text of each file, to be put into one folder."""
    guide: dict[str, Any]
    """What the worker needs to find its way: `words`, the first word of each piece; `short`, beginnings that have
    lists of their own; `size`, how many entries stand in a piece; `count`, how many there are; `stamp`."""


def pieces_of(entries: Sequence[Found]) -> Pieces:
    """The index of `entries`."""
    postings, titles = _postings(entries)
    words = list(_pieces_of_words(postings, len(entries)))
    starts = [next(iter(piece)) for piece in words]
    short = _short(titles, starts)
    files = [_file(f"words-{number}", piece) for number, piece in enumerate(words)]
    files += (_file(f"entries-{number}", piece) for number, piece in enumerate(_pieces_of_entries(entries)))
    files.append(_file("short", short))
    stamp = blake2b("\n".join(text for _, text in files).encode(), digest_size=6).hexdigest()
    guide = {"words": starts, "short": list(short), "size": _ENTRIES, "count": len(entries), "stamp": stamp}
    return Pieces(tuple(files), guide)


def _postings(entries: Iterable[Found]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """For each word, number and weight of the entries that hold it, in turn; and the same for words of titles."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    titles: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        weights: dict[str, float] = {}
        for word in words_in("\n".join(entry.said)):
            weights[word] = weights.get(word, 0) + _SAID
        for word, weight in weights.items():
            weights[word] = min(weight, _SAID * _OFTEN)
        for word in words_in(" ".join(entry.tags)):
            weights[word] = weights.get(word, 0) + _TAG
        named = words_in(entry.title)
        for word in dict.fromkeys(named):
            weight = _TITLE * (0.5 + 1 / len(named))  # the fewer words a title has, the more each says
            weights[word] = weights.get(word, 0) + weight
            titles[word] += (number, _weight(weight, entry))
        for word, weight in weights.items():
            postings[word] += (number, _weight(weight, entry))
    return postings, titles


def _weight(weight: float, entry: Found) -> int:
    return max(1, min(_MOST, round(weight * entry.boost)))


def _pieces_of_words(postings: dict[str, list[int]], count: int) -> Iterator[dict[str, list[int]]]:
    """Words in order with a list each: 1 if it is common and so not told whole, else 0; then steps and weights."""
    piece: dict[str, list[int]] = {}
    size = 0
    for word in sorted(postings, key=_as_scripts_sort):
        found = postings[word]
        common = len(found) // 2 > max(_FEW, count * _COMMON)
        if common:
            pairs = zip(found[::2], found[1::2], strict=True)
            found = [part for pair in pairs if pair[1] > _SAID * _OFTEN for part in pair]
        if piece and size > _PIECE_OF_WORDS:
            yield piece
            piece, size = {}, 0
        piece[word] = [int(common), *_as_steps(found)]
        size += len(word) + 4 * len(found) + 8
    if piece:
        yield piece


def _as_scripts_sort(word: str) -> bytes:
    """What JavaScript compares texts by: half of a character beyond 16 bits comes before some whole ones."""
    return word.encode("utf-16-be")


def _as_steps(found: list[int]) -> Iterator[int]:
    """The same, each number told as the step from the one before it, which is shorter."""
    before = 0
    for number, weight in zip(found[::2], found[1::2], strict=True):
        yield number - before
        yield weight
        before = number


def _short(titles: dict[str, list[int]], starts: Sequence[str]) -> dict[str, list[int]]:
    """The best entries for each beginning of a word that is spread over many pieces, by their titles alone."""
    spread: defaultdict[str, set[int]] = defaultdict(set)
    for length in (1, 2, 3):
        for number, start in enumerate(starts):
            spread[start[:length]].add(number)
    wanted = {beginning for beginning, pieces in spread.items() if len(pieces) > _SPREAD}
    best: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for word, found in titles.items():
        for length in (1, 2, 3):
            if (beginning := word[:length]) in wanted:
                weights = best[beginning]
                for number, weight in zip(found[::2], found[1::2], strict=True):
                    weights[number] = max(weight, weights.get(number, 0))
    return {beginning: _best(best[beginning]) for beginning in sorted(wanted)}


def _best(weights: dict[int, int]) -> list[int]:
    kept = islice(sorted(weights.items(), key=lambda one: (-one[1], one[0])), _SHORT)
    return [part for pair in sorted(kept) for part in pair]


def _pieces_of_entries(entries: Sequence[Found]) -> Iterator[list[list[Any]]]:
    for start in range(0, len(entries), _ENTRIES):
        yield [
            [one.location, one.title, "" if one.page == one.title else one.page, list(one.said), list(one.tags)]
            for one in entries[start : start + _ENTRIES]
        ]


def _file(name: str, content: object) -> tuple[str, str]:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # Line separators of Unicode end a line of older scripts.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{name}.js", f'piece("{name}",{text})\n'
