"""From where on practice has something to say."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from journeybook.model.thresholds import Thresholds


@dataclass(frozen=True)
class Limits(Thresholds):
    """The thresholds of the rules, and the day they are held against.

    A new threshold is a field of `Thresholds`, so that `journeybook.yml` can set it and the reference knows it.
    """

    today: date
    """The reference day: what is overdue or old is so on this day."""


def limits_on(today: date, thresholds: Thresholds) -> Limits:
    """The limits that a portal sets, held against `today`."""
    return Limits(today, **{one.name: getattr(thresholds, one.name) for one in fields(thresholds)})
