"""The ways through a journey and its changes of team."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.model import Step
from journeybook.portal import Portal

from .portals import DESK, SALES, journey, portal_of, step, ways


def edges(portal: Portal, name: str = "claim") -> list[tuple[str, str, str]]:
    return [(edge.source.step.id, edge.target.step.id, str(edge.way)) for edge in portal.flow(name).edges]


def hand_offs(*steps: Step) -> list[tuple[str, str]]:
    flow = portal_of(SALES, DESK, journey(list(steps))).flow("claim")
    return [(one.source.step.id, one.target.step.id) for one in flow.hand_offs]


def test_without_next_the_written_order_counts_across_stages() -> None:
    assert edges(portal_of(journey([step("a")], [], [step("b"), step("c")]))) == [
        ("a", "b", "order"),
        ("b", "c", "order"),
    ]


@pytest.mark.parametrize(
    ("next_of_b", "way"),
    [
        (["c"], [("b", "c", "order")]),
        (["d"], [("b", "d", "next")]),
        ([("c", "if it rains")], [("b", "c", "branch")]),
        (["c", "d"], [("b", "c", "branch"), ("b", "d", "branch")]),
        (["a", "c"], [("b", "a", "loop"), ("b", "c", "branch")]),
        (["b"], [("b", "b", "loop")]),
        (["other/z"], [("b", "z", "away")]),
        ([], []),
        (["nowhere"], []),
    ],
)
def test_ways_on(next_of_b: Sequence[str], way: list[tuple[str, str, str]]) -> None:
    one = journey([step("a"), step("b", next=ways(*next_of_b)), step("c"), step("d")])
    portal = portal_of(one, journey([step("z")], name="other"))
    assert [edge for edge in edges(portal) if edge[0] == "b"] == way


def test_ends_and_steps_that_no_way_reaches() -> None:
    flow = portal_of(journey([step("a", next=ways("c")), step("b"), step("c", next=()), step("d")])).flow("claim")
    assert [spot.step.id for spot in flow.ends] == ["c", "d"]
    assert [spot.step.id for spot in flow.unreached] == ["b", "d"]


def test_a_hand_off_is_a_change_of_team() -> None:
    assert hand_offs(step("a", team="sales"), step("b", team="desk"), step("c", team="desk")) == [("a", "b")]


def test_steps_without_a_team_are_passed_over() -> None:
    assert hand_offs(step("a", team="sales"), step("b"), step("c", team="desk")) == [("a", "c")]
    assert hand_offs(step("a", team="sales"), step("b"), step("c", team="sales")) == []


def test_every_branch_and_loop_hands_over() -> None:
    steps = (
        step("a", team="sales", next=ways("b", "c")),
        step("b", team="desk", next=ways("c")),
        step("c", next=ways("a", "d")),
        step("d", team="desk"),
    )
    assert hand_offs(*steps) == [("a", "b"), ("a", "d"), ("b", "a")]


def test_hand_offs_cross_into_other_journeys() -> None:
    one = journey([step("a", team="sales", next=ways("other/z"))])
    portal = portal_of(SALES, DESK, one, journey([step("z", team="desk")], name="other"))
    assert [str(one.target.key) for one in portal.hand_offs_of("desk")] == ["step/other/z"]
    assert portal.hand_offs_of("sales") == portal.hand_offs_of("desk")


_NAMES = [f"n{number}" for number in range(8)]


@given(st.lists(st.none() | st.lists(st.sampled_from(_NAMES), max_size=3, unique=True), min_size=8, max_size=8))
def test_any_graph_ends_and_is_consistent(targets: list[list[str] | None]) -> None:
    """Loops of any shape neither hang nor lose a step."""
    teams = (None, "sales", "desk")
    steps = [
        step(name, team=teams[number % 3], next=None if to is None else ways(*to))
        for number, (name, to) in enumerate(zip(_NAMES, targets, strict=True))
    ]
    flow = portal_of(SALES, DESK, journey(steps)).flow("claim")
    leaving = {edge.source.step.id for edge in flow.edges}
    assert {spot.step.id for spot in flow.ends} == set(_NAMES) - leaving
    assert "n0" not in {spot.step.id for spot in flow.unreached}
    assert all(one.giver != one.taker for one in flow.hand_offs)
