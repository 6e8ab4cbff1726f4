"""The numbers from which on rules of good practice have something to say."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated

from pydantic import Field

from journeybook.model.durations import Duration
from journeybook.model.places import NOWHERE
from journeybook.model.record import SourcePlace, record
from journeybook.model.text import Count, Fraction, OneToFive

TWO_YEARS = Duration("2 years")


@record
class Thresholds:
    """From where on practice has something to say."""

    personas: Count = 4
    """How many personas one map can hold: each has a curve of its own, and more cannot be told apart."""
    begun_from_steps: Count = 4
    """From how many steps on a journey that names no status is a map, and no longer a beginning."""
    evidence_holds: Duration = TWO_YEARS
    """How long evidence speaks for the world as it is."""
    survey_answers: Count = 30
    """The least answers of a survey whose shares say something: with 30, a half is known within 18 points."""
    moments_of_truth: Fraction = 1 / 3
    """The largest share of a journey's steps that can be moments of truth, 0 to 1."""
    moments_from_steps: Count = 6
    """From how many steps on that share means anything: in a journey of three, one is a third."""
    flat_from_steps: Count = 5
    """From how many scored steps on scores that are all the same are no accident."""
    severe_pain: OneToFive = 4
    """The severity from which on a pain needs an answer, 1 to 5."""
    initiatives_at_once: Count = 3
    """How many running initiatives one team can own."""
    steps: Count = 20
    """The most steps that readers can take in as one journey."""
    perception_gap: Annotated[float, Field(ge=0)] = 0.2
    """How far a figure and its perceived twin may lie apart: 20 points of percentages, a fifth of all else."""
    channel_spread: Annotated[float, Field(ge=0)] = 1.0
    """From how many points of score between its best and its worst channel on a touchpoint is uneven."""
    reading_level: Annotated[float, Field(ge=0)] | None = None
    """The highest LIX of a narrative; 40 is a newspaper, 55 an official report. Nothing is said without one."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where they were written."""
