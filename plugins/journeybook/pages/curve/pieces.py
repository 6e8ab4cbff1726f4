"""What a picture of the experience curve is made of."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from journeybook.model.addresses import Address
from journeybook.pages.pieces import Link, Score

STYLES = 6
"""How many lines can be told apart by dashes, shape and colour; more repeat the styles under other letters."""


class Stroke(Struct, frozen=True):
    """A line."""

    style: int
    """From 1 to 6; 0 for a line alone."""
    path: str
    is_today: bool = False
    """Whether it is the journey as it is, below one as it shall be."""


class Area(Struct, frozen=True):
    """What lies between the curve and the middle of the scale, or between it and the journey as it is."""

    kind: Literal["good", "bad", "gain", "loss"]
    path: str
    hatching: str = ""
    """The path of the lines across a loss, which tell it from a gain without colour."""


class Drawing(Struct, frozen=True):
    """The lines of a picture, or of one column of it."""

    width: int
    """In units of which its height is 100."""
    guides: str
    """The path of the lines at 1, 2, 4 and 5."""
    middle: str
    """The path of the line at 3."""
    areas: tuple[Area, ...]
    strokes: tuple[Stroke, ...]


class CurveMark(Struct, frozen=True):
    """Something that happens at a point."""

    kind: Literal["truth", "pain"]
    title: str
    to: Address


class CurvePoint(Struct, frozen=True, kw_only=True):
    """One score."""

    score: Score
    said: str
    """What it says besides the number: `bad; Site owner`."""
    at: float
    """How far below the top it stands, in per cent."""
    style: int
    """From 1 to 6; 0 where one line stands alone."""
    letter: str
    """Tells the lines apart; empty where there is one."""
    aside: float = 0
    """How many marks to the right it stands, so that equal scores do not cover each other."""
    is_below: bool = False
    """Whether its number stands below it."""
    is_bare: bool = False
    """Whether its number is said but not seen, because too many stand there."""
    change: str = ""
    """What the future gains or loses, as `+1.5`."""
    marks: tuple[CurveMark, ...] = ()


class MeanTick(Struct, frozen=True):
    """The mean score of a stage."""

    score: Score
    said: str
    """Whose mean it is."""
    at: float
    """How far below the top it stands, in per cent."""
    label_at: float
    """The same for its number, which keeps clear of others."""
    style: int
    letter: str


class CurveCell(Struct, frozen=True):
    """One column of the curve."""

    drawing: Drawing
    points: tuple[CurvePoint, ...]
    ticks: tuple[MeanTick, ...]
    """Where a stage begins, its means."""


class ScaleMark(Struct, frozen=True):
    """A score at the side of the picture."""

    score: Score
    at: float
    """How far below the top it stands, in per cent."""


class LegendLine(Struct, frozen=True):
    """A line, and whose it is."""

    persona: str
    """The persona's id."""
    style: int
    letter: str
    who: Link


class CurveLegend(Struct, frozen=True, kw_only=True):
    """What the signs of the picture mean."""

    lines: tuple[LegendLine, ...]
    """Where there are several, each with whose it is."""
    today: Link | None
    """The journey as it is, which lies below this one."""
    futures: tuple[Link, ...]
    """Journeys as they shall be instead of this one."""
    signs: frozenset[str]
    """Of `truth`, `pain`, `mean`, `gain`, `loss`, those that stand in it."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to explain."""
        return not (self.lines or self.today or self.futures or self.signs)
