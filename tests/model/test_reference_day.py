"""The reference day."""

from datetime import date

import pytest

from journeybook.model.reference_day import reference_day

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("environment", "day"),
    [
        ({}, TODAY),
        ({"JOURNEYBOOK_AS_OF": "", "SOURCE_DATE_EPOCH": ""}, TODAY),
        ({"SOURCE_DATE_EPOCH": "1796083200"}, date(2026, 12, 1)),
        ({"SOURCE_DATE_EPOCH": "1796083199"}, date(2026, 11, 30)),
        ({"JOURNEYBOOK_AS_OF": "2027-03-01", "SOURCE_DATE_EPOCH": "1796083200"}, date(2027, 3, 1)),
    ],
)
def test_what_was_asked_for_comes_first_then_the_source_then_today(environment: dict[str, str], day: date) -> None:
    assert reference_day(environment, TODAY) == day


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("JOURNEYBOOK_AS_OF", "tomorrow"),
        ("JOURNEYBOOK_AS_OF", "2026-02-30"),
        ("SOURCE_DATE_EPOCH", "yesterday"),
        ("SOURCE_DATE_EPOCH", "9" * 30),
    ],
)
def test_a_day_that_is_none_is_refused_with_its_variable(variable: str, value: str) -> None:
    with pytest.raises(ValueError, match=f"{variable} is '{value}'"):
        reference_day({variable: value}, TODAY)
