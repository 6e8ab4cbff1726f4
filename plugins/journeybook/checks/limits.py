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
