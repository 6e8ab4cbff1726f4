"""Days as editors write them, and the one way in which they are written here."""

from __future__ import annotations

import re
from datetime import date

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)
"""Days outside are slips of the pen."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d\d?)[-/.]?(\d\d?)(?:[Tt ].*)?")
_YEAR_LAST = re.compile(r"(\d\d?)([./-])\s?(\d\d?)[./-]\s?(\d{4})")
_NAMED = re.compile(
    r"(?:(\d\d?)\.?\s+([a-z]{3})[a-z]*\.?,?|([a-z]{3})[a-z]*\.?\s+(\d\d?)(?:st|nd|rd|th)?,?)\s+(\d{4})"
)


def day_of(text: str) -> date | None:
    """The day that `text` names as year-month-day; None if it is written otherwise or there is no such day."""
    found = _ISO.fullmatch(text)
    return _day(*found.groups()) if found else None


def certain_day(text: str) -> date | None:
    """The one day that `text` can mean, however it is written; None if it could be several or none."""
    text = text.strip().lower()
    if found := _YEAR_FIRST.fullmatch(text):
        year, second, third = found.groups()
        return _day(year, second, third) or (_day(year, third, second) if int(second) > 12 else None)
    if found := _YEAR_LAST.fullmatch(text):
        first, mark, second, year = found.groups()
        day, swapped = _day(year, second, first), _day(year, first, second)
        certain = mark == "." or day == swapped or not (day and swapped)
        return (day or swapped) if certain else None
    if (found := _NAMED.fullmatch(text)) and (month := found[2] or found[3]) in _MONTHS:
        return _day(found[5], str(_MONTHS.index(month) + 1), found[1] or found[4])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
