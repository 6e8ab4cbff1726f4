"""Figures twice: as the company counts them, and as customers see the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeybook.model import Metric
from journeybook.portal.mentions import key_of

if TYPE_CHECKING:
    from journeybook.portal.graph import Portal

PERCENT = "%"
_NUMBER = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(\D*)\s*")


@dataclass(frozen=True, slots=True)
class Twins:
    """An operational metric and how customers see the same thing."""

    operational: Metric
    perceived: Metric

    @property
    def unit(self) -> str:
        """What both are measured in: `%`, or the scale that both name; empty where they differ."""
        first, second = _measured(self.operational), _measured(self.perceived)
        return first[1] if first and second and first[1] == second[1] else ""

    @property
    def gap(self) -> float | None:
        """The operational value minus the perceived one; None where they cannot be subtracted."""
        first, second = _measured(self.operational), _measured(self.perceived)
        return round(first[0] - second[0], 9) if first and second and self.unit else None


def twins_of(portal: Portal, metric: Metric) -> Iterator[Twins]:
    """The pairs that `metric` is in, on either side."""
    for key in portal.named_by(key_of(metric), "perceived_by"):
        yield Twins(metric, portal.get(Metric, key.id))
    for link in portal.backlinks(key_of(metric)):
        if link.field == "perceived_by":
            yield Twins(portal.get(Metric, link.source.id), metric)


def _measured(metric: Metric) -> tuple[float, str] | None:
    """Value and unit of `metric`; None where the value is no number or nobody said what it counts."""
    value, unit = metric.value, ""
    if isinstance(value, str):
        if not (found := _NUMBER.fullmatch(value)):
            return None
        value, unit = float(found[1]), found[2].strip()
    scale = (metric.scale or "").strip()
    if not unit:
        unit = PERCENT if PERCENT in scale else scale
    return (value, unit.casefold()) if value is not None and unit else None
