"""Spans of time as editors write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.model.durations import Duration


@pytest.mark.parametrize(
    ("text", "months", "seconds"),
    [
        ("20 min", 0, 1200),
        ("3 days", 0, 259_200),
        ("1 h 30 min", 0, 5400),
        ("1.5 hours", 0, 5400),
        ("1,5 h", 0, 5400),
        ("6 months", 6, 0),
        ("2 years", 24, 0),
        ("1 year, 2 weeks", 12, 1_209_600),
        ("PT20M", 0, 1200),
        ("P3D", 0, 259_200),
        ("P1Y6M", 18, 0),
    ],
)
def test_words_and_iso_8601_are_read(text: str, months: int, seconds: int) -> None:
    duration = Duration(text)
    assert (duration.months, duration.seconds, duration.text) == (months, seconds, text)


@pytest.mark.parametrize(
    "text", ["", "soon", "3", "3 dyas", "min 3", "0.3 months", "-3 days", "P", "PTT", "9999 years"]
)
def test_other_texts_say_how_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"write a number|at most a hundred years"):
        Duration(text)


@given(st.text(max_size=30) | st.from_regex(r"P?[0-9]{1,30} ?[a-zA-Z]{1,6}", fullmatch=True))
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        duration = Duration(text)
    except ValueError:
        return
    assert duration.after(date(2026, 1, 1)) >= date(2026, 1, 1)


def test_months_are_calendar_months() -> None:
    assert Duration("6 months").after(date(2026, 8, 31)) == date(2027, 2, 28)
    assert Duration("36 hours").after(date(2026, 1, 1)) == date(2026, 1, 3)
