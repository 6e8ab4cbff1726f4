"""Pains, the opportunities they raise, the initiatives that take these up."""

from journeybook.model import Initiative, Opportunity, Pain
from journeybook.portal.answers import (
    needless_initiatives,
    opportunities_of,
    pains_answered_by,
    unanswered_pains,
    untaken_opportunities,
)

from .portals import journey, portal_of, step


def pain(name: str, severity: int, opportunity: str | None = None) -> Pain:
    return Pain(id=name, title=name, severity=severity, reach=1.0, opportunity=opportunity)


PORTAL = portal_of(
    journey(
        [step("a", pains=(pain("mild", 1), pain("sore", 4), pain("asked", 2, "taken"), pain("sharp", 5, "idle")))]
    ),
    Opportunity(id="empty", title="Empty"),
    Opportunity(id="taken", title="Taken", initiative="real"),
    Opportunity(id="idle", title="Idle"),
    Opportunity(id="gone", title="Gone", status="retired"),
    Opportunity(id="hollow", title="Hollow", initiative="busy"),
    Initiative(id="real", title="Real"),
    Initiative(id="busy", title="Busy"),
    Initiative(id="alone", title="Alone"),
    Initiative(id="over", title="Over", status="retired"),
)


def test_pains_without_an_opportunity_the_heaviest_first() -> None:
    assert [one.spot.pain.id for one in unanswered_pains(PORTAL)] == ["sore", "mild"]


def test_opportunities_without_an_initiative_those_with_the_heaviest_pains_first() -> None:
    assert [one.id for one in untaken_opportunities(PORTAL)] == ["idle", "empty"]


def test_initiatives_that_answer_no_pain() -> None:
    assert [one.id for one in needless_initiatives(PORTAL)] == ["busy", "alone"]


def test_an_initiative_answers_the_pains_of_its_opportunities() -> None:
    real = PORTAL.get(Initiative, "real")
    assert [one.id for one in opportunities_of(PORTAL, real)] == ["taken"]
    assert [one.spot.pain.id for one in pains_answered_by(PORTAL, real)] == ["asked"]
