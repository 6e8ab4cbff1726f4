"""A small curve without axes: how the steps of a journey feel, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

_BEST = 5


class Spark(Struct, frozen=True):
    """A line from the first step to the last, in a box as wide as there are steps and four high."""

    width: int
    """How many steps there are."""
    path: str
    """The line for an SVG path: from 0 (very good) down to 4 (very bad), half a step from the edges."""


def spark(scores: Sequence[float | None]) -> Spark | None:
    """The curve through `scores`, one for each step; steps without one break it. None where there is no score."""
    parts: list[str] = []
    is_drawing = False
    for number, score in enumerate(scores):
        if score is not None:
            point = f"{number}.5 {_BEST - score:.3g}"
            parts.append(f"L{point}" if is_drawing else f"M{point}h0")  # so that one alone is seen as a dot
        is_drawing = score is not None
    return Spark(len(scores), "".join(parts)) if parts else None
