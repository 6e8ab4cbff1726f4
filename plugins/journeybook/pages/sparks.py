"""How a journey feels from its first step to its last, as a small line."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean

from journeybook.pictures.spark import Spark, spark
from journeybook.portal import StepSpot


def spark_of(spots: Iterable[StepSpot], persona: str = "") -> Spark | None:
    """The scores of `persona`, or the mean of everybody's, step by step; None where there is none."""
    if persona:
        return spark([spot.scores.get(persona) for spot in spots])
    return spark([fmean(spot.scores.values()) if spot.scores else None for spot in spots])
