"""What a portal rests on: something, of our days, said by those whom it is about."""

from datetime import date

import pytest

from journeybook.checks import Limits
from journeybook.model.durations import Duration
from tests.checks.worlds import TODAY, World

BARE = """
title: Claim
persona: ann
status: {status}
stages:
  - title: Report
    {stage}
    steps:
      - {{title: Calls, score: 2{first}}}
      - {{title: Waits, score: 2{second}}}
      - {{title: Is paid}}
"""


def claim(world: World, *, status: str = "in-review", stage: str = "", first: str = "", second: str = "") -> World:
    """The world with a journey of two steps that claim something, and one that does not."""
    return world.add(journeys__claim=BARE.format(status=status, stage=stage, first=first, second=second))


def test_a_journey_that_nothing_proves_is_one_finding(world: World) -> None:
    (one,) = claim(world).findings("JB409")
    assert (one.key, one.message.split(" say ")[0]) == ("journey/claim", "all steps of 'claim'")


def test_one_step_among_proven_ones_is_told_at_its_place(world: World) -> None:
    claim(world, first=", evidence: [talks]")
    assert world.keys("JB409") == ["step/claim/waits"]


@pytest.mark.parametrize(
    "proof",
    [
        {"stage": "evidence: [talks]"},
        {"first": ", evidence: [talks]", "second": ", evidence: [notes]"},
        {"status": "draft"},
        {"status": "retired"},
        {"status": "in-review\nevidence: [talks]"},
        {"status": "in-review\nstate: future"},
    ],
)
def test_proof_of_the_whole_of_a_stage_or_of_each_step_will_do(world: World, proof: dict[str, str]) -> None:
    assert claim(world, **proof).keys("JB409") == []


def test_a_portal_without_evidence_hears_of_it_once(world: World) -> None:
    claim(world)
    world.remove("evidence/talks.md", "evidence/notes.md")
    world.add(journeys__other=BARE.format(status="reviewed", stage="", first="", second=""))
    (one,) = world.findings("JB409")
    assert "the same for another, for the portal has no evidence yet" in one.message


@pytest.mark.parametrize(
    ("names", "marked"),
    [("[old]", ["[old]"]), ("[old, talks]", []), ("[old, undated]", []), ("[talks]", [])],
)
def test_the_newest_evidence_counts(world: World, names: str, marked: list[str]) -> None:
    world.add(
        evidence__old="---\ntitle: Old\nkind: interview\nvoice: customer\ndate: 2024-11-21\n---\n",
        evidence__undated="---\ntitle: Undated\nvoice: customer\n---\n",
    )
    claim(world, status=f"reviewed\nevidence: {names}")
    assert world.marked("JB410") == marked
    assert world.keys("JB410", Limits(date(2026, 11, 21))) == [], "on its last day it still holds"
    assert world.keys("JB410", Limits(TODAY.today, evidence_holds=Duration("10 years"))) == []


@pytest.mark.parametrize(
    ("names", "marked"),
    [("[notes]", ["[notes]"]), ("[notes, talks]", []), ("[notes, unsigned]", []), ("[talks]", [])],
)
def test_somebody_outside_has_spoken(world: World, names: str, marked: list[str]) -> None:
    world.add(evidence__unsigned="---\ntitle: Unsigned\ndate: 2026-09-01\n---\n")
    assert claim(world, status=f"reviewed\nevidence: {names}").marked("JB411") == marked


def test_a_customer_at_one_step_is_heard_in_the_whole_journey(world: World) -> None:
    world.add(
        journeys__claim=BARE.format(
            status="reviewed\nevidence: [notes]",
            stage="",
            first="",
            second=", gains: [{title: G, evidence: talks}]",
        )
    )
    assert world.keys("JB411") == []


def test_colleagues_speak_for_themselves(world: World) -> None:
    world.add(personas__ann="---\ntitle: Ann\nkind: employee\nstatus: reviewed\nevidence: [notes]\n---\n")
    assert claim(world, status="reviewed\nevidence: [notes]").keys("JB411") == []


@pytest.mark.parametrize(
    ("names", "asked"),
    [("[counted]", True), ("[counted, notes]", True), ("[counted, talks]", False), ("[notes]", False)],
)
def test_a_customer_has_looked_at_the_map(world: World, names: str, asked: bool) -> None:
    world.add(evidence__counted="---\ntitle: C\nkind: survey\nvoice: customer\nn: 90\ndate: 2026-09-01\n---\n")
    assert claim(world, status=f"reviewed\nevidence: {names}").keys("JB412") == ["journey/claim"] * asked


@pytest.mark.parametrize(
    ("keys", "lacks"),
    [
        ("kind: interview", ["when it was gathered", "who speaks"]),
        ("kind: interview\nvoice: customer", ["when it was gathered"]),
        ("kind: analytics\ndate: 2026-09-01", []),
        ("kind: interview\nstatus: draft", []),
    ],
)
def test_evidence_says_who_speaks_and_when(world: World, keys: str, lacks: list[str]) -> None:
    world.add(evidence__note=f"---\ntitle: Note\n{keys}\n---\n")
    assert world.keys("JB413") == [], "nothing rests on it"
    claim(world, first=", evidence: [note]")
    messages = [one.message for one in world.findings("JB413")]
    assert len(messages) == bool(lacks)
    assert all(what in messages[0] for what in lacks)


@pytest.mark.parametrize(
    ("keys", "marked"),
    [
        ("kind: survey\nvoice: customer\nn: 29", ["29"]),
        ("kind: survey\nvoice: customer\nn: 30", []),
        ("kind: survey\nvoice: insider\nn: 9", []),
        ("kind: interview\nvoice: customer\nn: 9", []),
        ("kind: survey\nvoice: customer", []),
    ],
)
def test_a_survey_has_enough_answers(world: World, keys: str, marked: list[str]) -> None:
    world.add(evidence__asked=f"---\ntitle: Asked\n{keys}\n---\n")
    assert world.marked("JB414") == marked
