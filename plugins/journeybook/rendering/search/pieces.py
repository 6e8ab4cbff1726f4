"""The search index of a large portal: small pieces, of which readers fetch those that hold what they type.

Words stand in alphabetical order, divided into pieces of about the same size; so do the entries, in the order of
pages. Each piece is a script that calls `piece(name, content)`: that is what pages opened from a disk can load.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from itertools import islice
from typing import Any

import msgspec

from journeybook.reading.aside import Aside
from journeybook.rendering.search.words import words_in

_PIECE_OF_WORDS = 40_000
"""About how many bytes a piece of words has."""
_ENTRIES = 20
"""How many entries stand in a piece."""
_TITLE, _TAG, _SAID = 24, 24, 4
"""What it counts to find a word in a title, in a tag, in a text."""
_OFTEN = 3
"""Oftener than so a word in a text counts no more."""
_BITS = 8
_MOST = 255
"""The largest weight, in so many bits."""
_COMMON = 0.25
"""In which share of the entries a word is so common that it is found in titles and tags only …"""
_FEW = 2_000
"""… if it is in more than so many."""
_SHORT = 200
"""How many entries are kept for beginnings of words that stand in many pieces."""
_SPREAD = 2
"""Over how many pieces a beginning may be spread and still be looked up in them."""
_WORTH_A_PROCESS = 2_000
"""So many entries take several times as long as a process needs to start."""


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


def pieces_of(entries: Iterable[Found]) -> Pieces:
    """The index of `entries`, which are asked for more than once, and the same each time."""
    count = sum(1 for _ in entries)
    index = _Index()
    if count < 2 * _WORTH_A_PROCESS:
        shown = index.fill(entries)
    else:
        half = count // 2 // _ENTRIES * _ENTRIES
        rest = Aside(lambda: _part_of(entries, half))
        shown = index.fill(islice(entries, half))
        shown += index.join(rest.result())
    starts: list[str] = []
    words: list[tuple[str, str]] = []
    for number, piece in enumerate(_pieces_of_words(index)):
        starts.append(next(iter(piece)))
        words.append(_file(f"words-{number}", piece))
    short = _short(index.titles, starts)
    files = [*words, *shown, _file("short", short)]
    stamp = blake2b(digest_size=6)
    for number, (_, text) in enumerate(files):
        stamp.update(b"\n" if number else b"")
        stamp.update(text.encode())
    guide = {"words": starts, "short": list(short), "size": _ENTRIES, "count": index.count}
    return Pieces(tuple(files), {**guide, "stamp": stamp.hexdigest()})


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of the entries gave, for one who makes the index of all."""

    count: int
    """How many entries there are up to its end."""
    postings: dict[str, bytes]
    titles: dict[str, bytes]
    shown: list[tuple[str, str]]
    """The files of the entries as they are shown."""


def _part_of(entries: Iterable[Found], first: int) -> _Part:
    index = _Index(first)
    shown = index.fill(islice(entries, first, None))
    postings = {word: found.tobytes() for word, found in index.postings.items()}
    titles = {word: found.tobytes() for word, found in index.titles.items()}
    return _Part(index.count, postings, titles, shown)


_as_json = msgspec.json.Encoder().encode


class _Weights(dict[float, int]):
    """What each weight counts in entries of one boost."""

    def __init__(self, boost: float) -> None:
        super().__init__()
        self._boost = boost

    def __missing__(self, weight: float) -> int:
        found = self[weight] = max(1, min(_MOST, round(weight * self._boost)))
        return found


_Postings = defaultdict[str, "array[int]"]
"""For each word the entries that hold it, in turn: the number of each, and in the last eight bits its weight."""


@dataclass(slots=True)
class _Index:
    """Where words stand, entry after entry."""

    count: int = 0
    postings: _Postings = field(default_factory=lambda: _Postings(partial(array, "I")))
    titles: _Postings = field(default_factory=lambda: _Postings(partial(array, "I")))
    """The same for words of titles alone."""
    weights: dict[float, _Weights] = field(default_factory=dict[float, _Weights])
    """By boost."""

    def fill(self, entries: Iterable[Found]) -> list[tuple[str, str]]:
        """Note the words of more `entries`; the files of them as they are shown."""
        first = self.count // _ENTRIES
        pieces = _pieces_of_entries(self, entries)
        return [_file(f"entries-{number}", piece) for number, piece in enumerate(pieces, first)]

    def join(self, part: _Part) -> list[tuple[str, str]]:
        """Note the words of the entries that follow; the files of them as they are shown."""
        self.count = part.count
        for ours, theirs in ((self.postings, part.postings), (self.titles, part.titles)):
            for word, found in theirs.items():
                ours[word].frombytes(found)
        return part.shown

    def add(self, entry: Found) -> None:
        """Note the words of one more `entry`."""
        here = self.count << _BITS
        self.count += 1
        if (weighed := self.weights.get(entry.boost)) is None:
            weighed = self.weights[entry.boost] = _Weights(entry.boost)
        said = Counter(words_in("\n".join(entry.said)))
        postings, weights = self.postings, self.named(entry, here, weighed, said)
        once = here | weighed[_SAID]
        for word, times in said.items():
            if word not in weights:  # most words come once, and in the text alone
                postings[word].append(once if times == 1 else here | weighed[_SAID * min(times, _OFTEN)])
        for word, weight in weights.items():
            postings[word].append(here | weighed[weight])

    def named(self, entry: Found, here: int, weighed: _Weights, said: Counter[str]) -> dict[str, float]:
        """Note the words of the title of `entry`; what they and those of its tags weigh, wherever they stand."""
        weights: dict[str, float] = {}
        if entry.tags:
            for word in words_in(" ".join(entry.tags)):
                weights[word] = weights.get(word, _SAID * min(said[word], _OFTEN)) + _TAG
        words = words_in(entry.title)
        for word in dict.fromkeys(words):
            weight = _TITLE * (0.5 + 1 / len(words))  # the fewer words a title has, the more each says
            weights[word] = weights.get(word, _SAID * min(said[word], _OFTEN)) + weight
            self.titles[word].append(here | weighed[weight])
        return weights


def _pieces_of_words(index: _Index) -> Iterator[dict[str, list[int]]]:
    """Words in order with a list each: 1 if it is common and so not told whole, else 0; then steps and weights."""
    piece: dict[str, list[int]] = {}
    size = 0
    for word in sorted(index.postings, key=_as_scripts_sort):
        found: Sequence[int] = index.postings.pop(word)
        common = len(found) > max(_FEW, index.count * _COMMON)
        if common:
            found = [one for one in found if one & _MOST > _SAID * _OFTEN]
        if piece and size > _PIECE_OF_WORDS:
            yield piece
            piece, size = {}, 0
        piece[word] = [int(common), *_as_steps(found)]
        size += len(word) + 8 * len(found) + 8
    if piece:
        yield piece


def _as_scripts_sort(word: str) -> bytes:
    """What JavaScript compares texts by: half of a character beyond 16 bits comes before some whole ones."""
    return word.encode("utf-16-be")


def _as_steps(found: Iterable[int]) -> Iterator[int]:
    """Number and weight in turn, each number told as the step from the one before it, which is shorter."""
    before = 0
    for one in found:
        number = one >> _BITS
        yield number - before
        yield one & _MOST
        before = number


def _short(titles: Mapping[str, Iterable[int]], starts: Sequence[str]) -> dict[str, list[int]]:
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
                for one in found:
                    number, weight = one >> _BITS, one & _MOST
                    weights[number] = max(weight, weights.get(number, 0))
    return {beginning: _best(best[beginning]) for beginning in sorted(wanted)}


def _best(weights: dict[int, int]) -> list[int]:
    kept = islice(sorted(weights.items(), key=lambda one: (-one[1], one[0])), _SHORT)
    return [part for pair in sorted(kept) for part in pair]


def _pieces_of_entries(index: _Index, entries: Iterable[Found]) -> Iterator[list[list[Any]]]:
    """The `entries` as they are shown; `index` gets their words."""
    piece: list[list[Any]] = []
    for one in entries:
        index.add(one)
        page = "" if one.page == one.title else one.page
        piece.append([one.location, one.title, page, list(one.said), list(one.tags)])
        if len(piece) == _ENTRIES:
            yield piece
            piece = []
    if piece:
        yield piece


def _file(name: str, content: object) -> tuple[str, str]:
    text = _as_json(content).decode()
    # Line separators of Unicode end a line of older scripts.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{name}.js", f'piece("{name}",{text})\n'
