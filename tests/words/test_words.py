"""The interface's words."""

from datetime import date

import pytest

from journeybook.words import Words


def test_numbers_and_dates_as_the_language_writes_them() -> None:
    assert Words("en").day(date(2026, 9, 14)) == "September 14, 2026"
    assert Words("pl").day(date(2026, 9, 14)) == "14 września 2026"
    assert Words("pl").number(3.25) == "3,2"
    assert Words("en").percent(0.125) == "12.5%"


def test_values_are_filled_in() -> None:
    words = Words("en")
    assert words.gettext("used in %(step)s", step="A & B") == "used in A & B"
    assert words.ngettext("%(count)s step", "%(count)s steps", 1) == "1 step"
    assert words.ngettext("%(count)s step", "%(count)s steps", 1200) == "1,200 steps"


def test_a_language_nobody_knows_gives_english() -> None:
    assert Words("xx-Nowhere").gettext("Owner") == "Owner"


@pytest.mark.parametrize(
    ("language", "number", "percent", "day", "time"),
    [
        ("pl", "12 345,5", "12,5%", "14 września 2026", "3 godziny 40 minut"),
        ("zh-Hans", "12,345.5", "12.5%", "2026年9月14日", "3小时 40分钟"),
        ("zh-TW", "12,345.5", "12.5%", "2026年9月14日", "3 小時 40 分鐘"),
        ("en", "12,345.5", "12.5%", "September 14, 2026", "3 hours 40 minutes"),
    ],
)
def test_each_published_language(language: str, number: str, percent: str, day: str, time: str) -> None:
    words = Words(language)
    assert words.number(12345.5).replace("\N{NO-BREAK SPACE}", " ") == number
    assert words.percent(0.125) == percent
    assert words.day(date(2026, 9, 14)) == day
    assert words.time(0, 3 * 3600 + 40 * 60) == time
