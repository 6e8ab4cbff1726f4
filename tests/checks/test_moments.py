"""Moments of truth: few, with a reason, with evidence."""

import pytest

from journeybook.checks import Limits
from tests.checks.worlds import TODAY, World


def one_moment(status: str, keys: str, reason: str = "Decides whether she stays") -> str:
    """A journey with one moment of truth."""
    return (
        f"title: Claim\npersona: ann\nstatus: {status}\nstages:\n  - title: Report\n    steps:\n"
        f"      - title: Calls\n        moment_of_truth: '{reason}'\n{keys}"
    )


@pytest.mark.parametrize(
    ("reason", "asked"),
    [
        ("yes", True), ("Important!", True), ("*Moment of truth*", True), ("calls", True), ("…", True),
        ("Decides whether she stays", False), ("Trust", False), ("决定她是否留下", False),
    ],
)  # fmt: skip
def test_a_reason_says_why(world: World, reason: str, asked: bool) -> None:
    world.add(journeys__claim=one_moment("in-review", "", reason))
    assert world.marked("JB415") == [f"'{reason}'"] * asked
    world.add(journeys__claim=one_moment("draft", "", reason))
    assert world.keys("JB415") == [], "a draft may say so later"


@pytest.mark.parametrize(
    ("status", "keys", "asked"),
    [
        ("in-review\nevidence: [talks]", "", True),
        ("in-review\nevidence: [talks]", "        evidence: [notes]\n", False),
        ("in-review\nevidence: [talks]", "        pains: [{title: P, severity: 2, evidence: [talks]}]\n", False),
        ("in-review\nevidence: [talks]", "        pains: [{title: P, severity: 2}]\n", True),
        ("in-review\nevidence: [talks]", "        status: draft\n", False),
        ("draft\nevidence: [talks]", "", False),
        ("in-review\nstate: future\nevidence: [talks]", "", False),
    ],
)
def test_somebody_told_us_that_it_matters(world: World, status: str, keys: str, asked: bool) -> None:
    world.add(journeys__claim=one_moment(status, keys))
    assert world.keys("JB416") == ["step/claim/calls"] * asked


def test_a_journey_without_any_evidence_is_not_told_twice(world: World) -> None:
    world.add(journeys__claim=one_moment("in-review", ""))
    assert (world.keys("JB409"), world.keys("JB416")) == (["journey/claim"], [])


@pytest.mark.parametrize(
    ("moments", "steps", "asked"), [(2, 6, False), (3, 6, True), (3, 5, False), (5, 15, False), (6, 15, True)]
)
def test_a_third_of_the_steps_is_the_most(world: World, moments: int, steps: int, asked: bool) -> None:
    lines = [f"      - {{title: S{n}{', moment_of_truth: Why' * (n < moments)}}}" for n in range(steps)]
    world.add(journeys__claim="title: Claim\npersona: ann\nstages:\n  - title: A\n    steps:\n" + "\n".join(lines))
    assert world.keys("JB417") == ["journey/claim"] * asked
    assert world.keys("JB417", Limits(TODAY.today, moments_of_truth=0.9)) == []
