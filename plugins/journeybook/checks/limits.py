"""From where on practice has something to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Limits:
    """The thresholds of the rules, and the day they are held against."""

    today: date
    """The reference day: what is overdue or old is so on this day."""
    moments_of_truth: float = 1 / 3
    """The largest share of a journey's steps that can be moments of truth, 0 to 1."""
    steps: int = 20
    """The most steps that readers can take in as one journey."""
    perception_gap: float = 0.2
    """How far a figure and its perceived twin may lie apart: of percentages 0.2 is 20 points, of all else a
    share of the company's figure."""
    channel_spread: float = 1.0
    """From how many points of score between its best and its worst channel on a touchpoint is uneven."""
    reading_level: float | None = None
    """The highest LIX of a narrative; 40 is a newspaper, 55 an official report. Nothing is said without one."""
