"""The closed list of boards: what a portal's owners need to see across all journeys."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, get_args


class Board(StrEnum):
    """A board. The value is its part of an address and of its spot key; the order is that of the overview."""

    PAINS = "pains"
    OPPORTUNITIES = "opportunities"
    MOMENTS_OF_TRUTH = "moments-of-truth"
    NEEDS = "needs"
    HAND_OFFS = "hand-offs"
    EVIDENCE = "evidence"
    FRESHNESS = "freshness"


BoardName = Literal[
    "pains", "opportunities", "moments-of-truth", "needs", "hand-offs", "evidence", "freshness", "translations"
]  # fmt: skip
"""What an author calls a board; that of translations is there where a portal has several languages."""

ALL_BOARDS: tuple[BoardName, ...] = get_args(BoardName)
"""What the company gets."""

BOARDS_FOR_ALL: tuple[BoardName, ...] = ("pains", "moments-of-truth", "hand-offs")
"""What everybody gets, unless a portal says otherwise: the other boards tell how well it is kept."""
