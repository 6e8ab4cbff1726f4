"""What is due for review."""

from datetime import date

import pytest

from journeybook.model import Channel, Persona
from journeybook.model.durations import Duration
from journeybook.portal.freshness import Freshness, freshness_of, review_queue, stale_steps

from .portals import DESK, journey, portal_of, step

AS_OF = date(2026, 11, 22)
YEAR = Duration("1 year")


@pytest.mark.parametrize(
    ("reviewed", "every", "found"),
    [
        (None, None, Freshness.NEVER),
        (None, YEAR, Freshness.NEVER),
        (date(2026, 1, 1), None, Freshness.OPEN),
        (date(2025, 11, 21), YEAR, Freshness.DUE),
        (date(2025, 11, 22), YEAR, Freshness.FRESH),
        (date(2026, 1, 1), YEAR, Freshness.FRESH),
        (date(9999, 1, 1), YEAR, Freshness.OPEN),
    ],
)
def test_a_review_is_due_when_its_day_has_passed(
    reviewed: date | None, every: Duration | None, found: Freshness
) -> None:
    assert freshness_of(reviewed, every, AS_OF) is found


def test_the_longest_overdue_comes_first_and_what_is_retired_is_left_out() -> None:
    def person(name: str, reviewed: date | None, **more: object) -> Persona:
        return Persona(id=name, title=name, reviewed=reviewed, **more)  # type: ignore[arg-type]

    portal = portal_of(
        person("fresh", date(2026, 9, 1), review_every=YEAR),
        person("late", date(2025, 9, 1), review_every=YEAR),
        person("never", None, owner="desk"),
        person("later", date(2024, 9, 1), review_every=YEAR),
        person("open", date(2026, 1, 1)),
        person("gone", date(2020, 1, 1), review_every=YEAR, status="retired"),
        DESK,
    )
    queue = review_queue(portal, AS_OF)
    assert [one.key.id for one in queue] == ["later", "late", "never", "fresh", "open"]
    assert [str(one.owner) for one in queue if one.owner] == ["team/desk"]


def test_kinds_that_claim_nothing_are_listed_only_if_they_name_a_review() -> None:
    plain, kept = Channel(id="a", title="A"), Channel(id="b", title="B", reviewed=AS_OF)
    assert [one.key.id for one in review_queue(portal_of(plain, kept), AS_OF)] == ["b"]


def test_a_step_is_stale_by_its_own_dates_else_its_journeys() -> None:
    steps = [step("old"), step("new", reviewed=date(2026, 9, 1))]
    one = journey(steps, reviewed=date(2024, 1, 1), review_every=YEAR)
    portal = portal_of(one)
    assert stale_steps(portal, "claim", AS_OF) == 1
    assert stale_steps(portal, "claim", date(2024, 6, 1)) == 0
