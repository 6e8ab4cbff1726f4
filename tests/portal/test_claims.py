"""What is claimed, and what it rests on."""

import pytest

from journeybook.model import Evidence, Gain, Pain, Persona
from journeybook.portal.claims import Basis, Coverage, claims_of, unproven_steps

from .portals import journey, portal_of, step

ASKED = Evidence(id="asked", title="Asked", voice="customer")
DESK_SAYS = Evidence(id="desk-says", title="Desk says", voice="proxy")
BOSS_SAYS = Evidence(id="boss-says", title="Boss says", voice="insider")
LOG = Evidence(id="log", title="Log")
PROOFS = (ASKED, DESK_SAYS, BOSS_SAYS, LOG)


def bases(one: object, **more: object) -> list[tuple[str, str]]:
    portal = portal_of(*PROOFS, journey([one], **more))  # type: ignore[list-item,arg-type]
    return [(claim.kind.value, claim.basis.value) for claim in claims_of(portal)]


@pytest.mark.parametrize("said", [{"score": {"*": 2}}, {"feels": "lost"}, {"thinks": "Why?"}, {"quote": "Why?"}])
def test_how_a_step_feels_is_one_claim(said: dict[str, object]) -> None:
    assert bases(step("a", **said)) == [("step", "assumption")]
    assert bases(step("a", evidence=("asked",), **said)) == [("step", "customer")]


def test_a_step_that_says_nothing_claims_nothing() -> None:
    assert bases(step("a", does="Waits", evidence=("asked",))) == []


def test_pains_and_gains_rest_on_their_own_evidence_else_on_that_of_their_step() -> None:
    found = bases(
        step(
            "a",
            evidence=("desk-says",),
            moment_of_truth="It decides",
            pains=(Pain(id="p", title="P"), Pain(id="q", title="Q", evidence=("asked",))),
            gains=(Gain(title="G"), Gain(title="H", evidence=("boss-says",))),
        )
    )
    assert found == [
        ("moment-of-truth", "proxy"),
        ("pain", "proxy"),
        ("pain", "customer"),
        ("gain", "proxy"),
        ("gain", "insider"),
    ]


def test_the_strongest_voice_counts() -> None:
    assert bases(step("a", feels="lost", evidence=("log", "boss-says", "asked"))) == [("step", "customer")]
    assert bases(step("a", feels="lost", evidence=("log",))) == [("step", "unsaid")]


def test_a_future_journey_claims_nothing() -> None:
    one = journey([step("a", feels="glad")], state="future")
    assert bases(step("a", feels="glad"), state="future") == []
    assert unproven_steps(portal_of(one), one) == 0


def test_a_persona_that_is_an_assumption_rests_on_nothing() -> None:
    def basis(**more: object) -> Basis:
        return claims_of(portal_of(ASKED, Persona(id="ann", title="Ann", **more)))[0].basis  # type: ignore[arg-type]

    assert basis(evidence=("asked",), basis="research") is Basis.CUSTOMER
    assert basis(evidence=("asked",), basis="assumption") is Basis.ASSUMPTION
    assert basis() is Basis.ASSUMPTION


def test_coverage_is_the_proven_share() -> None:
    steps = [step("a", feels="lost"), step("b", feels="glad", evidence=("asked",)), step("c")]
    one = journey(steps)
    portal = portal_of(ASKED, one)
    coverage = Coverage(claims_of(portal))
    assert (coverage.proven, coverage.share) == (1, 0.5)
    assert coverage.by_basis[Basis.CUSTOMER] == coverage.by_basis[Basis.ASSUMPTION] == 1
    assert unproven_steps(portal, one) == 1
    assert Coverage(()).share is None
