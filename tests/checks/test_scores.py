"""Curves that are flat lines."""

import pytest

from tests.checks.worlds import World


def scored(*scores: str, keys: str = "persona: ann") -> str:
    """A journey whose steps have these scores."""
    steps = "\n".join(f"      - {{title: S{n}, score: {score}}}" for n, score in enumerate(scores))
    return f"title: Claim\n{keys}\nstages:\n  - title: A\n    steps:\n{steps}"


@pytest.mark.parametrize(
    ("journey", "asked"),
    [
        (scored(*"33333"), True),
        (scored(*"33334"), False),
        (scored(*"3333"), False),
        (scored(*"33333", keys="persona: ann\nstatus: draft"), False),
        (scored(*"55555", keys="persona: ann\nstate: future"), False),
    ],
)
def test_five_scores_that_are_the_same_are_a_flat_line(world: World, journey: str, asked: bool) -> None:
    assert world.add(journeys__claim=journey).keys("JB418") == ["journey/claim"] * asked


def test_one_persona_among_others_is_named(world: World) -> None:
    world.add(personas__bob="---\ntitle: Bob\n---\n")
    world.add(
        journeys__claim=scored(*(f"{{ann: 3, bob: {n % 4 + 1}}}" for n in range(6)), keys="personas: [ann, bob]")
    )
    (one,) = world.findings("JB418")
    assert one.message == "all 6 scored steps of 'claim' feel the same for 'ann'; the curve is flat"
