"""Labels beside each other that must not cover each other."""

from __future__ import annotations

from collections.abc import Sequence


def spread(places: Sequence[float], gap: float) -> tuple[float, ...]:
    """`places` moved as little as that takes so that any two are at least `gap` apart; their order stays."""
    order = sorted(range(len(places)), key=lambda n: places[n])
    # Blocks of labels that touch: how many, and where the first would stand if each had its way on average.
    blocks: list[tuple[int, float]] = []
    for n in order:
        count, first = 1, places[n]
        while blocks and blocks[-1][1] + blocks[-1][0] * gap > first:
            before, start = blocks.pop()
            first = (before * start + count * (first - before * gap)) / (before + count)
            count += before
        blocks.append((count, first))
    moved = [first + k * gap for count, first in blocks for k in range(count)]
    found = dict(zip(order, moved, strict=True))
    return tuple(found[n] for n in range(len(places)))
