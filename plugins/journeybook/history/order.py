"""The fewest things that must have moved for one order to become another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved(positions: Sequence[int]) -> frozenset[int]:
    """Which of `positions` moved: those outside a longest increasing subsequence.

    `positions` holds, in the order of now, where each thing stood before; all differ. In O(n log n).
    """
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for number, position in enumerate(positions):
        length = bisect_left(tails, position)
        before.append(tail_at[length - 1] if length else -1)
        if length == len(tails):
            tails.append(position)
            tail_at.append(number)
        else:
            tails[length], tail_at[length] = position, number
    stayed: set[int] = set()
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        stayed.add(positions[at])
        at = before[at]
    return frozenset(positions) - stayed
