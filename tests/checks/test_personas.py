"""Whose journey it is, and how we know them."""

import pytest

from journeybook.checks import Limits
from tests.checks.worlds import TODAY, World


def steps(count: int) -> str:
    """A stage of so many steps."""
    return f"stages: [{{title: Report, steps: [{', '.join(f'S{n}' for n in range(count))}]}}]"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"status: in-review\n{steps(1)}", True),
        (steps(4), True),
        (steps(3), False),
        (f"status: draft\n{steps(9)}", False),
        (f"status: retired\n{steps(9)}", False),
        (f"persona: ann\n{steps(9)}", False),
        ("status: in-review", False),
    ],
)
def test_a_map_is_somebodys(world: World, text: str, asked: bool) -> None:
    world.add(journeys__claim=f"title: Claim\n{text}")
    assert world.keys("JB405") == ["journey/claim"] * asked


@pytest.mark.parametrize(("count", "marked"), [(4, []), (5, ["[p0, p1, p2, p3, p4]"])])
def test_one_map_holds_four_personas(world: World, count: int, marked: list[str]) -> None:
    names = [f"p{n}" for n in range(count)]
    world.add(**{f"personas__{name}": f"---\ntitle: {name}\n---\n" for name in names})
    world.add(journeys__claim=f"title: Claim\npersonas: [{', '.join(names)}]")
    assert world.marked("JB406") == marked
    assert world.keys("JB406", Limits(TODAY.today, personas=3)) == ["journey/claim"]


def test_an_assumption_is_told_where_somebody_relies_on_it(world: World) -> None:
    world.add(personas__bob="---\ntitle: Bob\nbasis: assumption\nstatus: draft\n---\n")
    assert world.keys("JB407") == []
    world.add(journeys__claim="title: Claim\npersona: bob\nstatus: draft")
    assert world.keys("JB407") == [], "a draft may stand on a guess"
    world.add(journeys__claim="title: Claim\npersona: bob\nstatus: in-review")
    (one,) = world.findings("JB407")
    assert one.message == "persona 'bob' is an assumption, and 'claim' relies on it"
    assert world.marked("JB407") == ["assumption"]
    world.add(**{f"journeys__j{n}": f"title: J{n}\npersona: bob\nstatus: reviewed" for n in range(3)})
    assert "'claim' and 'j0' and 2 more rely on it" in world.findings("JB407")[0].message


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        ("basis: assumption\nstatus: in-review", True),
        ("status: in-review", True),
        ("status: in-review\nevidence: [talks]", False),
        ("basis: research\nstatus: in-review\nevidence: [talks]", False),
        ("basis: assumption\nstatus: retired", False),
    ],
)
def test_past_its_draft_a_persona_rests_on_something(world: World, keys: str, asked: bool) -> None:
    world.add(personas__bob=f"---\ntitle: Bob\n{keys}\n---\n")
    assert world.keys("JB407") == ["persona/bob"] * asked


@pytest.mark.parametrize(
    ("keys", "marked"),
    [
        ("basis: research", ["research"]),
        ("basis: research\nevidence: [talks]", []),
        ("basis: research\nstatus: draft", []),
        ("basis: assumption", []),
    ],
)
def test_research_has_a_name(world: World, keys: str, marked: list[str]) -> None:
    world.add(personas__bob=f"---\ntitle: Bob\n{keys}\n---\n")
    assert world.marked("JB408") == marked
