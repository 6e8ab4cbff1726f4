"""The interface's words."""

from datetime import date

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
