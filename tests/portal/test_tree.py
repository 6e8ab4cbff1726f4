"""All journeys in one order."""

from typing import Any

from journeybook.portal.tree import journey_tree

from .portals import journey, portal_of, step


def tree(*found: Any) -> list[tuple[str, int]]:
    return [(one.journey.id, one.depth) for one in journey_tree(portal_of(*found), lambda one: one.title)]


def test_parts_stand_below_their_whole_and_futures_beside_the_current() -> None:
    found = tree(
        journey(name="zoo"),
        journey(name="pay", part_of="claim/s1"),
        journey(name="ask", part_of="claim"),
        journey(name="card", part_of="pay"),
        journey(name="better", state="future", improves="claim"),
        journey([step("a")], name="claim"),
    )
    assert found == [("claim", 0), ("better", 0), ("ask", 1), ("pay", 1), ("card", 2), ("zoo", 0)]


def test_what_names_something_unknown_stands_for_itself() -> None:
    assert tree(journey(name="ask", part_of="nothing")) == [("ask", 0)]


def test_a_circle_loses_no_journey() -> None:
    found = tree(journey(name="a", part_of="b"), journey(name="b", part_of="a"), journey(name="c"))
    assert sorted(found) == [("a", 0), ("b", 1), ("c", 0)]


def test_a_chain_of_parts_is_as_deep_as_it_is_long() -> None:
    chain = [journey(name="j0"), *(journey(name=f"j{n}", part_of=f"j{n - 1}") for n in range(1, 30))]
    assert tree(*reversed(chain)) == [(f"j{n}", n) for n in range(30)]


def test_no_journeys() -> None:
    assert tree() == []
