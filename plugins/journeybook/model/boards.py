"""The closed list of boards: what a portal's owners need to see across all journeys."""

from __future__ import annotations

from enum import StrEnum


class Board(StrEnum):
    """A board. The value is its part of an address and of its spot key; the order is that of the overview."""

    PAINS = "pains"
    MOMENTS_OF_TRUTH = "moments-of-truth"
    NEEDS = "needs"
    HAND_OFFS = "hand-offs"
    EVIDENCE = "evidence"
    FRESHNESS = "freshness"
