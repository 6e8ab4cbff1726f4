"""Pairs, parts and circles."""

import pytest

from journeybook.model import Journey, Metric
from journeybook.model.keys import SpotKey

from .portals import ANN, BOB, CALL, DESK, MAIL, PHONE, journey, portal_of, step, ways


def test_current_and_future_find_each_other() -> None:
    now = journey([step("a")])
    future = journey([step("a")], name="claim-2027", state="future", improves="claim")
    portal = portal_of(now, future)
    assert portal.diagnostics == ()
    assert portal.current_of(future) == now
    assert portal.futures_of(now) == (future,)


@pytest.mark.parametrize("whole", ["claim", "claim/s1"])
def test_a_journey_can_be_part_of_a_journey_or_a_stage(whole: str) -> None:
    part = journey([step("a")], name="part", part_of=whole)
    portal = portal_of(journey([step("a")]), part)
    key = portal.whole_of(part)
    assert portal.diagnostics == ()
    assert key == SpotKey.parse("stage/claim/s1" if "/" in whole else "journey/claim")
    assert key
    assert portal.parts_of(key) == (part,)


def codes(*entities: Journey | Metric) -> list[str]:
    return [finding.code for finding in portal_of(*entities).diagnostics]


def test_circles_are_found_wherever_they_start() -> None:
    one = journey([step("a")], name="one", part_of="two/s1")
    two = journey([step("a")], name="two", part_of="one")
    three = journey([step("a")], name="three", part_of="one")
    assert codes(one, two, three) == ["JB210", "JB210"]
    assert codes(journey([step("a")], part_of="claim")) == ["JB210"]


def test_however_long_a_chain_or_a_circle_each_journey_in_it_is_told_of_once() -> None:
    def wholes(count: int, top: str | None) -> list[Journey]:
        names = [f"j{number}" for number in range(count)]
        return [journey(name=name, part_of=whole) for name, whole in zip(names, [top, *names], strict=False)]

    chain = wholes(3_000, None)
    portal = portal_of(*chain)
    assert portal.diagnostics == ()
    assert portal.whole_of(chain[-1]) == SpotKey("journey", "j2998")
    circle = portal_of(*wholes(3_000, "j2999"), journey(name="beside", part_of="j7")).diagnostics
    assert [one.code for one in circle] == ["JB210"] * 3_000
    assert max(len(one.message) for one in circle) < 250
    assert "'journey/j1' → 'journey/j0' → 'journey/j2999'" in circle[1].message


def test_only_a_future_journey_improves_a_current_one() -> None:
    now = journey([step("a")])
    assert codes(now, journey([step("a")], name="b", improves="claim")) == ["JB213"]
    futures = [
        journey([step("a")], name=name, state="future", improves=of) for name, of in (("b", "c"), ("c", "b"))
    ]
    assert sorted(codes(now, *futures)) == ["JB211", "JB211", "JB213", "JB213"]


def test_metrics_do_not_perceive_each_other_in_a_circle() -> None:
    pair = (Metric(id="a", title="A", perceived_by="b"), Metric(id="b", title="B"))
    assert codes(*pair) == []
    assert codes(Metric(id="a", title="A", perceived_by="b"), Metric(id="b", title="B", perceived_by="a")) == [
        "JB212",
        "JB212",
    ]


def test_a_score_of_somebody_else_is_noticed() -> None:
    portal = portal_of(ANN, BOB, journey([step("a", score={"ann": 1.0, "bob": 2.0})], personas=("ann",)))
    (finding,) = portal.diagnostics
    assert (finding.code, finding.message) == ("JB214", "'bob' is not among the personas of this journey")


def test_a_channel_that_the_touchpoint_does_not_have_is_noticed() -> None:
    letter = PHONE.__class__(id="letter", title="Letter")
    right = portal_of(CALL, PHONE, MAIL, DESK, journey([step("a", touchpoints=("call",), channel="mail")]))
    wrong = portal_of(
        CALL, PHONE, MAIL, DESK, letter, journey([step("a", touchpoints=("call",), channel="letter")])
    )
    assert right.diagnostics == ()
    (finding,) = wrong.diagnostics
    assert (finding.code, finding.hint) == (
        "JB215",
        "add the channel to the touchpoint, or choose one of 'mail', 'phone'",
    )


def test_an_empty_portal_is_a_portal() -> None:
    portal = portal_of()
    assert portal.all(Journey) == ()
    assert portal.pains() == ()
    with pytest.raises(KeyError):
        portal.get(Journey, "claim")


def test_of_two_journeys_with_one_id_the_first_counts() -> None:
    portal = portal_of(CALL, PHONE, MAIL, DESK, journey([step("a")]), journey([step("b", touchpoints=("call",))]))
    assert [spot.step.id for spot in portal.steps("claim")] == ["a"]
    assert portal.backlinks(SpotKey.parse("touchpoint/call")) == ()


def test_a_step_written_twice_does_not_break_the_graph() -> None:
    portal = portal_of(journey([step("a", next=ways("a")), step("a", next=ways("b")), step("b")]))
    assert len(portal.steps("claim")) == 3
