"""Small pictures inside table cells. Each only repeats what the words beside it say."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct

Tone = Literal["", "done", "ahead", "overdue", "never"]
"""How a part stands out; a pattern goes with each, not colour alone."""


class Bar(Struct, frozen=True):
    """How much, as a length."""

    form: ClassVar[str] = "bar"
    share: float
    """Its length, from 0 to 100 per cent."""


class Dots(Struct, frozen=True):
    """A rating from 1 to 5, as filled dots."""

    form: ClassVar[str] = "dots"
    filled: int
    """How many of the five are filled."""


class Pie(Struct, frozen=True):
    """A share of a whole, as a slice."""

    form: ClassVar[str] = "pie"
    share: float
    """Its size, from 0 to 100 per cent."""


class Part(Struct, frozen=True):
    """One of several shares of a whole."""

    share: float
    """Its length, from 0 to 100 per cent."""
    tone: Tone = ""


class Parts(Struct, frozen=True):
    """A whole divided into shares, in order."""

    form: ClassVar[str] = "parts"
    parts: tuple[Part, ...]


class Span(Struct, frozen=True):
    """A stretch of time."""

    start: float
    """Where it begins, in per cent of the axis."""
    length: float
    """How long it is, in per cent of the axis."""
    tone: Tone = ""
    is_open: bool = False
    """Whether nobody said when it ends."""


class Strip(Struct, frozen=True):
    """Stretches and days on the axis of its column."""

    form: ClassVar[str] = "strip"
    spans: tuple[Span, ...]
    days: tuple[float, ...] = ()
    """Single days, in per cent of the axis."""
    size: Literal[1, 2, 3] = 1
    """How large the days are drawn."""


class Level(Struct, frozen=True):
    """How many there are in one division of an axis."""

    label: str
    """The division: `Apr 2026`."""
    number: str
    height: float
    """From 0 to 1, the highest."""


class Levels(Struct, frozen=True):
    """Numbers along the axis of its column."""

    form: ClassVar[str] = "levels"
    levels: tuple[Level, ...]


Figure = Bar | Dots | Pie | Parts | Strip | Levels
"""A small picture inside a cell."""


def part_of(value: float, whole: float) -> float:
    """`value` in per cent of `whole`, with one decimal; 0 where there is no whole."""
    return round(min(max(value / whole, 0), 1) * 100, 1) if whole else 0
