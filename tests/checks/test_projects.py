"""Opportunities that nobody weighed, and initiatives without need or in heaps."""

import pytest

from journeybook.checks import Limits
from tests.checks.worlds import TODAY, World

HURTS = "stages: [{title: A, steps: [{title: Calls, pains: [{title: Waits, severity: 3, opportunity: quick}]}]}]"


@pytest.mark.parametrize(
    ("keys", "lacks"),
    [
        ("impact: 4", "no effort"),
        ("summary: S", "no impact and no effort"),
        ("impact: 4, effort: 2", ""),
        ("impact: 4, status: draft", ""),
        ("impact: 4, status: retired", ""),
    ],
)
def test_an_opportunity_is_weighed(world: World, keys: str, lacks: str) -> None:
    world.add(opportunities=f"quick: {{title: Quick, {keys}}}")
    messages = [one.message for one in world.findings("JB421")]
    assert len(messages) == bool(lacks)
    assert all(f"has {lacks}," in message for message in messages)


def test_an_initiative_answers_a_pain(world: World) -> None:
    world.add(initiatives="desk: {title: Desk, owner: support}")
    assert world.findings("JB422")[0].message.endswith("no opportunity names it")
    world.add(opportunities="quick: {title: Quick, impact: 4, effort: 2, initiative: desk}")
    assert world.findings("JB422")[0].message.endswith("no step has a pain that leads to 'quick'")
    world.add(journeys__claim=f"title: Claim\npersona: ann\n{HURTS}")
    assert world.findings("JB422") == []


@pytest.mark.parametrize("keys", ["status: draft", "status: retired", "progress: 1"])
def test_what_is_planned_dropped_or_done_is_left_in_peace(world: World, keys: str) -> None:
    world.add(initiatives=f"desk: {{title: Desk, {keys}}}")
    assert world.keys("JB422") == []


def test_a_team_runs_three_initiatives_at_once(world: World) -> None:
    line = "i{n}: {{title: I{n}, owner: support, from: 2026-0{n}-01{keys}}}\n"
    three = "".join(line.format(n=n, keys="") for n in (1, 2, 3))
    done = line.format(n=4, keys=", progress: 1")
    assert world.add(initiatives=three + done).keys("JB423") == []
    assert world.keys("JB423", Limits(TODAY.today, initiatives_at_once=2)) == ["initiative/i3"]
    (one,) = world.add(initiatives=line.format(n=5, keys="") + three).findings("JB423")
    assert one.key == "initiative/i5", "the one that began last"
    assert one.message == "'support' runs 4 initiatives at once: this one, 'i1', 'i2', 'i3'"
    assert world.marked("JB423") == ["support"]
