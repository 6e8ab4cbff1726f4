"""Pains that nobody weighed, and severe ones that lead nowhere."""

import pytest

from journeybook.checks import Limits
from tests.checks.worlds import TODAY, World


def hurting(*pains: str, status: str = "in-review") -> str:
    """A journey, proven by talks, whose one step has these pains."""
    lines = "\n".join(f"          - {{title: P{n}, {pain}}}" for n, pain in enumerate(pains))
    return (
        f"title: Claim\npersona: ann\nstatus: {status}\nevidence: [talks]\n"
        f"stages:\n  - title: A\n    steps:\n      - title: Calls\n        pains:\n{lines}"
    )


def test_one_pain_without_severity_is_told_at_its_place(world: World) -> None:
    world.add(journeys__claim=hurting("severity: 2", "reach: 0.4"))
    assert world.keys("JB419") == ["pain/claim/p1"]


def test_several_are_one_finding_of_their_journey(world: World) -> None:
    world.add(journeys__claim=hurting(*["reach: 0.4"] * 5))
    (one,) = world.findings("JB419")
    assert one.key == "journey/claim"
    assert one.message.endswith("5 pains of 'claim' do not say how much they hurt: 'p0', 'p1', 'p2' …")


@pytest.mark.parametrize("status", ["draft", "retired", "in-review\nstate: future"])
def test_who_has_only_begun_or_wishes_is_spared(world: World, status: str) -> None:
    world.add(journeys__claim=hurting("reach: 0.4", "severity: 5", status=status))
    assert world.keys("JB419") + world.keys("JB420") == []


def test_severe_pains_lead_to_something(world: World) -> None:
    world.add(opportunities="quick: {title: Quick, impact: 4, effort: 2}")
    world.add(
        journeys__claim=hurting("severity: 3", "severity: 4", "severity: 5", "severity: 5, opportunity: quick")
    )
    assert world.keys("JB420") == ["pain/claim/p1", "pain/claim/p2"]
    assert world.marked("JB420") == ["4", "5"]
    assert world.keys("JB420", Limits(TODAY.today, severe_pain=5)) == ["pain/claim/p2"]


def test_a_portal_without_opportunities_hears_of_its_worst_pain_alone(world: World) -> None:
    world.add(journeys__claim=hurting("severity: 4", "severity: 5", "severity: 4"))
    (one,) = world.findings("JB420")
    assert one.key == "pain/claim/p1"
    assert one.message.endswith("leads to no opportunity (as 2 more; the portal has none)")
