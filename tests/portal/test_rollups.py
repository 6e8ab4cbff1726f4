"""Scores of steps, rolled up."""

import pytest

from journeybook.model import Journey

from .portals import ANN, BOB, journey, portal_of, step


def moods(
    *steps: dict[str, float], personas: tuple[str, ...] = ("ann", "bob")
) -> list[tuple[str, float, int, int]]:
    one = journey([step(f"n{number}", score=score) for number, score in enumerate(steps)], personas=personas)
    portal = portal_of(ANN, BOB, one)
    found = portal.moods(portal.get(Journey, "claim"))
    return [(mood.persona.id if mood.persona else "", mood.mean, mood.n, mood.of) for mood in found]


def test_the_mean_is_over_scored_steps_only() -> None:
    assert moods({"*": 2.0}, {}, {"*": 5.0}, personas=("ann",)) == [("ann", 3.5, 2, 3)]


def test_each_persona_has_its_own() -> None:
    assert moods({"ann": 1.0, "bob": 5.0}, {"*": 4.0, "bob": 2.0}) == [("ann", 2.5, 2, 2), ("bob", 3.5, 2, 2)]


def test_without_personas_there_is_one_mood() -> None:
    assert moods({"*": 3.0}, {"*": 4.0}, personas=()) == [("", 3.5, 2, 2)]


@pytest.mark.parametrize("personas", [(), ("ann",)])
def test_nothing_scored_gives_no_figure(personas: tuple[str, ...]) -> None:
    assert moods({}, {}, personas=personas) == []


def test_a_stage_counts_its_own_steps() -> None:
    one = journey([step("a", score={"*": 1.0})], [step("b", score={"*": 5.0})], personas=("ann",))
    portal = portal_of(ANN, one)
    assert [portal.moods(one, stage)[0].mean for stage in one.stages] == [1.0, 5.0]
    assert portal.moods(one)[0].mean == 3.0
