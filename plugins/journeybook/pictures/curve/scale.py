"""Where scores stand in a picture."""

from __future__ import annotations

LEVELS = (5, 4, 3, 2, 1)
"""The scores that have a guide line, from top to bottom."""

_TOP = 15.0
_PER_SCORE = 17.5


def percent(score: float) -> float:
    """How far below the top `score` stands, in per cent of the height; marks have room above 5 and below 1."""
    return round(_TOP + (5 - score) * _PER_SCORE, 1)
