"""From where on practice has something to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeybook.model.durations import Duration

TWO_YEARS = Duration("2 years")


@dataclass(frozen=True, slots=True)
class Limits:
    """The thresholds of the rules, and the day they are held against."""

    today: date
    """The reference day: what is overdue or old is so on this day."""
    personas: int = 4
    """How many personas one map can hold: each has a curve of its own, and more cannot be told apart."""
    begun_from_steps: int = 4
    """From how many steps on a journey that names no status is a map, and no longer a beginning."""
    evidence_holds: Duration = TWO_YEARS
    """How long evidence speaks for the world as it is."""
    survey_answers: int = 30
    """The least answers of a survey whose shares say something: with 30, a half is known within 18 points."""
    moments_of_truth: float = 1 / 3
    """The largest share of a journey's steps that can be moments of truth, 0 to 1."""
    moments_from_steps: int = 6
    """From how many steps on that share means anything: in a journey of three, one is a third."""
    flat_from_steps: int = 5
    """From how many scored steps on scores that are all the same are no accident."""
    severe_pain: int = 4
    """The severity from which on a pain needs an answer, 1 to 5."""
    initiatives_at_once: int = 3
    """How many running initiatives one team can own."""
    steps: int = 20
    """The most steps that readers can take in as one journey."""
    perception_gap: float = 0.2
    """How far a figure and its perceived twin may lie apart: of percentages 0.2 is 20 points, of all else a
    share of the company's figure."""
    channel_spread: float = 1.0
    """From how many points of score between its best and its worst channel on a touchpoint is uneven."""
    reading_level: float | None = None
    """The highest LIX of a narrative; 40 is a newspaper, 55 an official report. Nothing is said without one."""
