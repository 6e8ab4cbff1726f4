"""Spans of time as editors write them: `20 min`, `3 days`, `6 months`, or ISO 8601 (`PT20M`, `P3D`)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

_SECONDS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3_600),
    **dict.fromkeys(("d", "day", "days"), 86_400),
    **dict.fromkeys(("w", "wk", "week", "weeks"), 604_800),
}
_MONTHS = {**dict.fromkeys(("month", "months"), 1), **dict.fromkeys(("y", "yr", "year", "years"), 12)}
_MOST_MONTHS, _MOST_SECONDS = 1_200, 3_200_000_000
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]+)\s*,?\s*")
_LONGEST = 100
_EXAMPLE = "write a number and a unit, such as `20 min`, `3 days` or `6 months`"


class Duration:
    """A span of time: whole months (calendar) and seconds, and the words it was written in."""

    __slots__ = ("months", "seconds", "text")

    def __init__(self, text: str) -> None:
        """Read `text`; ValueError says how to write it if it is no span of time."""
        self.text = text.strip()
        if len(self.text) > _LONGEST:
            raise ValueError(_EXAMPLE)
        self.months, self.seconds = _iso(self.text) if self.text[:1] == "P" else _words(self.text)
        if not (0 <= self.months <= _MOST_MONTHS and 0 <= self.seconds <= _MOST_SECONDS):
            raise ValueError("a span of time is at most a hundred years and never negative")

    def after(self, day: date) -> date:
        """The day this span after `day`; part days count as whole ones."""
        return _day_after(day, self.months, -(-self.seconds // 86_400))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Duration) and (self.months, self.seconds) == (other.months, other.seconds)

    def __hash__(self) -> int:
        return hash((self.months, self.seconds))

    def __repr__(self) -> str:
        return f"Duration({self.text!r})"

    @classmethod
    def _of(cls, value: object) -> Duration:
        if isinstance(value, Duration):
            return value
        if not isinstance(value, str):
            raise ValueError(_EXAMPLE)  # Pydantic reports ValueError as a finding
        return cls(value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Validated from text."""
        return core_schema.no_info_plain_validator_function(
            cls._of, serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.text)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Described as text with examples."""
        return {"type": "string", "examples": ["20 min", "3 days", "6 months", "PT20M"]}


@lru_cache(maxsize=10_000)
def _day_after(day: date, months: int, days: int) -> date:
    """The same few sums are asked for on every page and by several rules."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months) + timedelta(days=days)


def _words(text: str) -> tuple[int, int]:
    months, seconds, at = Decimal(0), Decimal(0), 0
    for part in _PART.finditer(text.casefold()):
        if part.start() != at:
            break
        amount, unit = Decimal(part[1].replace(",", ".")), part[2]
        if unit in _SECONDS:
            seconds += amount * _SECONDS[unit]
        elif unit in _MONTHS and amount * _MONTHS[unit] % 1 == 0:
            months += amount * _MONTHS[unit]
        else:
            break
        at = part.end()
    if not text or at != len(text):
        raise ValueError(_EXAMPLE)
    return int(months), int(seconds)


def _iso(text: str) -> tuple[int, int]:
    import isodate

    try:
        value = isodate.parse_duration(text)
    except (isodate.ISO8601Error, ValueError, ArithmeticError) as error:
        raise ValueError(_EXAMPLE) from error
    if isinstance(value, timedelta):
        return 0, int(value.total_seconds())
    return int(value.months + 12 * value.years), int(value.tdelta.total_seconds())
