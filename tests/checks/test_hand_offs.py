"""What is passed on between teams, and what is asked again."""

import pytest

from journeybook.model import Step, Work
from tests.portal.portals import DESK, SALES, journey, step, ways

from .findings import findings, keys

BAD = {"score": {"*": 2}}
SHARED = (Work(does="Reads the note", team="sales"),)


@pytest.mark.parametrize(
    ("giving", "taking", "asked"),
    [
        (step("a", team="desk"), step("b", team="sales", **BAD), ["a"]),
        (step("a", team="desk"), step("b", team="sales", score={"*": 3}), []),
        (step("a", team="desk"), step("b", team="sales"), []),
        (step("a", team="desk"), step("b", team="desk", **BAD), []),
        (step("a", team="desk"), step("b", **BAD), []),
        (step("a", team="desk", handover="The ticket"), step("b", team="sales", **BAD), []),
        (step("a", team="desk", backstage=SHARED), step("b", team="sales", **BAD), []),
        (
            step("a", team="desk"),
            step("b", team="sales", frontstage=(Work(does="Calls", team="desk"),), **BAD),
            [],
        ),
    ],
)
def test_a_hand_off_says_what_is_passed_on(giving: Step, taking: Step, asked: list[str]) -> None:
    assert keys("JB440", DESK, SALES, journey([giving, taking])) == asked


def test_a_journey_is_told_once_where_people_feel_worst() -> None:
    spots = [step("a", team="desk"), step("b", team="sales"), step("c", team="desk", score={"*": 1}), step("d")]
    (found,) = findings("JB440", DESK, SALES, journey(spots))
    assert found.key == "step/claim/b"
    assert "at 2 of 2 hand-offs" in found.message
    assert findings("JB440", DESK, SALES, journey(spots, status="draft")) == []


def asks(name: str, *texts: str, team: str | None = "desk", **more: object) -> Step:
    return step(name, team=team, asks=texts, **more)


@pytest.mark.parametrize(
    ("written", "again"),
    [
        ([asks("a", "Order number"), asks("b", "order-number", team="sales")], ["b"]),
        ([asks("a", "order number"), asks("b", "address", team="sales")], []),
        ([asks("a", "order number"), asks("b", "order number")], []),
        ([asks("a", "order number"), asks("b", "order number", team=None)], []),
        ([asks("a", "name"), step("b"), asks("c", "name", team="sales"), asks("d", "name", team="sales")], ["c"]),
        ([asks("a", "name", next=ways("c")), asks("b", "name", team="sales"), step("c")], []),
        ([step("a", next=ways("b", "c")), asks("b", "name", next=()), asks("c", "name", team="sales")], []),
        ([asks("a", "name", team="sales"), asks("b", "name", next=ways("a", "c")), step("c")], ["b"]),
    ],
)
def test_what_one_team_was_told_another_asks_again(written: list[Step], again: list[str]) -> None:
    assert keys("JB441", DESK, SALES, journey(written)) == again


def test_all_that_a_team_has_asked_for_at_a_step_is_one_finding() -> None:
    questions = ("name", "address", "order number", "date of birth")
    (found,) = findings(
        "JB441", DESK, SALES, journey([asks("a", *questions), asks("b", *questions, team="sales")])
    )
    assert "'name', 'address', 'order number' and 1 more" in found.message
