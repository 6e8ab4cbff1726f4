"""Owners, and the days of reviews."""

from datetime import date

import pytest

from journeybook.checks import Limits
from tests.checks.worlds import World


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        ("status: in-review", True),
        ("status: reviewed", True),
        ("status: in-review\nowner: support", False),
        ("status: draft", False),
        ("status: retired", False),
        ("summary: Says nothing about its status", False),
    ],
)
def test_past_its_draft_a_journey_has_an_owner(world: World, keys: str, asked: bool) -> None:
    world.add(journeys__claim=f"title: Claim\n{keys}")
    assert world.keys("JB402") == ["journey/claim"] * asked


def test_all_kinds_that_claim_something_are_asked_and_no_others(world: World) -> None:
    world.add(
        personas__bob="---\ntitle: Bob\nstatus: reviewed\n---\n",
        touchpoints__call="---\ntitle: Call\nstatus: reviewed\n---\n",
        opportunities="quick: {title: Quick, status: in-review}",
        initiatives="desk: {title: Desk, status: in-review}",
        metrics="nps: {title: NPS, status: in-review}",
        channels="phone: {title: Phone, status: reviewed}",
        evidence__log="---\ntitle: Log\nstatus: reviewed\n---\n",
    )
    asked = ["initiative/desk", "metric/nps", "opportunity/quick", "persona/bob", "touchpoint/call"]
    assert world.keys("JB402") == asked


def test_who_answers_for_a_touchpoint_keeps_its_page(world: World) -> None:
    world.add(touchpoints__call="---\ntitle: Call\nstatus: reviewed\nteam: support\n---\n")
    assert world.keys("JB402") == []


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        ("from: 2026-09-01", True),
        ("from: 2027-01-01", False),
        ("from: 2026-09-01, status: draft", False),
        ("from: 2026-09-01, progress: 1", False),
    ],
)
def test_an_initiative_that_runs_has_an_owner_whatever_its_status(world: World, keys: str, asked: bool) -> None:
    world.add(initiatives=f"desk: {{title: Desk, {keys}}}")
    assert world.keys("JB402") == ["initiative/desk"] * asked


def test_a_portal_without_teams_hears_of_it_once(world: World) -> None:
    world.add(teams="{}", **{f"journeys__j{n}": f"title: J{n}\nstatus: in-review" for n in range(3)})
    (one,) = world.findings("JB402")
    assert one.key == "journey/j0"
    assert "the same for 2 others, for the portal has no team yet" in one.message


@pytest.mark.parametrize(
    ("keys", "marked"),
    [
        ("status: reviewed", ["reviewed"]),
        ("status: reviewed\nreviewed: 2026-09-14", []),
        ("review_every: 6 months", ["6 months"]),
        ("status: in-review\nreview_every: 6 months", []),
        ("status: draft\nreview_every: 6 months", []),
        ("status: in-review", []),
    ],
)
def test_a_review_has_a_day(world: World, keys: str, marked: list[str]) -> None:
    world.add(journeys__claim=f"title: Claim\n{keys}")
    assert world.marked("JB403") == marked


@pytest.mark.parametrize(("today", "overdue"), [(date(2026, 9, 14), []), (date(2026, 9, 15), ["2026-03-14"])])
def test_the_day_of_the_next_review_passes(world: World, today: date, overdue: list[str]) -> None:
    world.add(journeys__claim="title: Claim\nreviewed: 2026-03-14\nreview_every: 6 months")
    assert world.marked("JB404", Limits(today)) == overdue


def test_steps_have_reviews_of_their_own_unless_their_journey_is_retired(world: World) -> None:
    step = "{title: Calls, reviewed: 2025-03-14, review_every: 6 months}"
    journey = f"title: Claim\nstages: [{{title: Report, steps: [{step}]}}]"
    assert world.add(journeys__claim=journey).keys("JB404") == ["step/claim/calls"]
    assert world.add(journeys__claim=f"{journey}\nstatus: retired").keys("JB404") == []
