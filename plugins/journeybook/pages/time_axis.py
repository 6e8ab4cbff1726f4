"""Axes of time: where days stand on a strip, and what its divisions are called."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from journeybook.pages.figures import Span, Tone
from journeybook.words import Words

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
"""How many months a division may have."""
_MOST = 8
"""How many divisions still have room for their names."""


class TimeAxis(Struct, frozen=True):
    """A stretch of the calendar in equal divisions of whole months."""

    first: int
    """Its first month, counted from the year 0."""
    step: int
    """How many months a division has."""
    divisions: int
    today: float
    """Where the reference day stands, in per cent."""
    labels: tuple[str, ...]
    """What its divisions are called, in short: the month each begins with, or the year that begins with it."""
    names: tuple[str, ...]
    """The same in full: the month with its year."""

    def at(self, day: date) -> float:
        """Where `day` stands, in per cent of the axis; days beyond it stand at its ends."""
        return _at(day, self.first, self.step * self.divisions)

    def span(self, start: date | None, end: date | None, tone: Tone = "") -> Span | None:
        """From `start` to the end of day `end`, without the parts beyond the axis; None where there is nothing."""
        begins = self.at(start) if start else 0.0
        length = round((self.at(end) if end else 100.0) - begins, 1)
        return Span(begins, length, tone, is_open=end is None) if length > 0 else None


def axis_over(days: Iterable[date | None], today: date, words: Words) -> TimeAxis:
    """The axis that holds `days` and the reference day, `today`."""
    months = [_month(day) for day in (*days, today) if day]
    step = next((one for one in _STEPS if _divisions(months, one) <= _MOST), _STEPS[-1])
    first, divisions = min(months) // step * step, _divisions(months, step)
    starts = [month_of(first + step * number) for number in range(divisions)]
    return TimeAxis(
        first,
        step,
        divisions,
        today=_at(today, first, step * divisions),
        labels=tuple(words.year(day) if day.month == 1 else words.short_month(day) for day in starts),
        names=tuple(words.year(day) if step % 12 == 0 else words.month(day) for day in starts),
    )


def month_of(number: int) -> date:
    """The first day of the month with that number, counted from the year 0."""
    return date(min(max(number // 12, 1), 9999), number % 12 + 1, 1)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _divisions(months: list[int], step: int) -> int:
    return max(months) // step - min(months) // step + 1


def _at(day: date, first: int, months: int) -> float:
    passed = _month(day) - first + (day.day - 1) / monthrange(day.year, day.month)[1]
    return round(min(max(passed / months, 0), 1) * 100, 1)
