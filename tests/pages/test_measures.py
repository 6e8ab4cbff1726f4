"""Figures as readers see them."""

import pytest

from journeybook.model.durations import Duration
from journeybook.pages.measures import basis, level_of, of_five, score, share, time
from journeybook.words import Words

ENGLISH = Words("en")


@pytest.mark.parametrize(
    ("value", "level"),
    [(1, 1), (1.5, 1), (1.6, 2), (2.5, 2), (2.6, 3), (3, 3), (3.4, 3), (3.5, 4), (4.4, 4), (4.5, 5), (5, 5)],
)
def test_halves_go_away_from_the_middle(value: float, level: int) -> None:
    assert level_of(value) == level
    assert level_of(6 - value) == 6 - level


def test_a_score_is_a_number_and_a_word() -> None:
    shown = score(3.4, ENGLISH)
    assert (shown.shown, shown.word, shown.level) == ("3.4", "neutral", 3)
    assert score(3.4, Words("pl")).shown == "3,4"


def test_a_mean_says_what_it_rests_on() -> None:
    assert basis(5, 6, ENGLISH) == "5 of 6 steps scored"
    assert basis(1, 1, ENGLISH) == "1 of 1 step scored"


@pytest.mark.parametrize(
    ("written", "shown", "iso"),
    [
        ("20 min", "20 minutes", "PT1200S"),
        ("PT3H40M", "3 hours 40 minutes", "PT13200S"),
        ("P3W", "3 weeks", "PT1814400S"),
        ("30 days", "30 days", "PT2592000S"),
        ("18 months", "1 year 6 months", ""),
    ],
)
def test_spans_of_time_are_written_out(written: str, shown: str, iso: str) -> None:
    found = time(Duration(written), ENGLISH)
    assert found
    assert (found.shown, found.iso) == (shown, iso)


def test_what_nobody_measured_is_not_shown() -> None:
    assert time(None, ENGLISH) is None
    assert share(None, ENGLISH) is None
    assert of_five(None, ENGLISH) is None
    assert share(0.6, ENGLISH) == "60%"
    assert of_five(4, ENGLISH) == "4 of 5"
