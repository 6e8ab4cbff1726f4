"""Opportunities weighed, initiatives in time, and what no customer has spoken about."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from journeybook.model import Evidence, Gain, Initiative, Opportunity, Pain
from journeybook.portal.running import is_late, is_running, runs_between
from journeybook.portal.voices import unheard
from journeybook.portal.weighing import Quadrant, quadrant_of, weighed

from .portals import ANN, BOB, CALL, journey, portal_of, step


@pytest.mark.parametrize(
    ("impact", "effort", "quadrant"),
    [
        (5, 1, Quadrant.QUICK_WIN), (4, 2, Quadrant.QUICK_WIN),
        (4, 3, Quadrant.BIG_BET), (5, 5, Quadrant.BIG_BET),
        (3, 2, Quadrant.FILL_IN), (1, 1, Quadrant.FILL_IN),
        (3, 3, Quadrant.THINK_TWICE), (1, 5, Quadrant.THINK_TWICE),
    ],
)  # fmt: skip
def test_the_middle_counts_to_the_harder_side(impact: int, effort: int, quadrant: Quadrant) -> None:
    assert quadrant_of(impact, effort) is quadrant


def test_numbers_go_by_quarter_impact_effort_and_the_weight_of_pains() -> None:
    def opportunity(name: str, impact: int | None, effort: int | None, **keys: Any) -> Opportunity:
        return Opportunity(id=name, title=name, impact=impact, effort=effort, **keys)

    portal = portal_of(
        opportunity("unweighed", 5, None),
        opportunity("light", 4, 2),
        opportunity("heavy", 4, 2),
        opportunity("easier", 4, 1),
        opportunity("bet", 5, 3),
        opportunity("gone", 5, 1, status="retired"),
        journey([step("a", pains=(Pain(id="p", title="P", opportunity="heavy"),))]),
    )
    assert [(one.number, one.opportunity.id) for one in weighed(portal)] == [
        (1, "easier"), (2, "heavy"), (3, "light"), (4, "bet"), (5, "unweighed"),
    ]  # fmt: skip


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("keys", "running", "late"),
    [
        ({"from_": date(2026, 11, 22)}, True, False),
        ({"from_": date(2026, 11, 23)}, False, False),
        ({"to": date(2026, 11, 22)}, True, False),
        ({"to": date(2026, 11, 21), "progress": 0.9}, True, True),
        ({"to": date(2026, 11, 21), "progress": 1}, False, False),
        ({"to": date(2026, 11, 21)}, False, False),
        ({"from_": date(2026, 1, 1), "progress": 1}, False, False),
        ({"progress": 0.5}, False, False),
    ],
)
def test_what_runs_and_what_is_late(keys: dict[str, Any], running: bool, late: bool) -> None:
    one = Initiative(id="i", title="I", **keys)
    assert (is_running(one, TODAY), is_late(one, TODAY)) == (running, late)


def test_an_initiative_runs_in_a_month_that_it_touches() -> None:
    one = Initiative(id="i", title="I", from_=date(2026, 3, 31), to=date(2026, 5, 1))
    months = [(date(2026, month, 1), date(2026, month, 28)) for month in range(2, 7)]
    assert [runs_between(one, first, last) for first, last in months] == [False, False, True, True, False]


def test_a_customer_is_heard_through_steps_pains_and_gains() -> None:
    said = Evidence(id="said", title="Said", voice="customer")
    guessed = Evidence(id="guessed", title="Guessed", voice="insider")
    heard = [
        journey([step("a", evidence=("said",))], name="by-step"),
        journey([step("a", pains=(Pain(id="p", title="P", evidence=("said",)),))], name="by-pain"),
        journey([step("a", gains=(Gain(title="G", evidence=("said",)),), touchpoints=("call",))], name="by-gain"),
    ]
    silent = [
        journey([step("a", evidence=("guessed",))], name="by-insider"),
        journey([step("a")], name="wish", state="future"),
    ]
    portal = portal_of(said, guessed, ANN, BOB, CALL, *heard, *silent)
    assert [str(key) for key in unheard(portal)] == ["persona/ann", "persona/bob", "journey/by-insider"]
