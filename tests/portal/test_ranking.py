"""Pains ranked."""

from journeybook.model import Pain, Touchpoint

from .portals import CALL, journey, portal_of, step

BOT = Touchpoint(id="bot", title="Bot")


def hurts(name: str, severity: int | None = None, reach: float | None = None) -> tuple[Pain, ...]:
    return (Pain(id=name, title=name, severity=severity, reach=reach),)


def weights(*steps: object, **more: object) -> list[tuple[int, str, float]]:
    portal = portal_of(CALL, BOT, journey(list(steps), **more))  # type: ignore[arg-type]
    return [(one.rank, one.spot.pain.id, one.weight) for one in portal.ranked_pains]


def test_severity_reach_and_uses_are_multiplied() -> None:
    found = weights(
        step("a", touchpoints=("call",), pains=hurts("small", 2, 0.5)),
        step("b", touchpoints=("call",)),
        step("c", touchpoints=("call",)),
        step("d", pains=hurts("alone", 5, 0.5)),
    )
    assert found == [(1, "small", 3.0), (2, "alone", 2.5)]


def test_uses_are_counted_over_all_journeys_and_each_step_once() -> None:
    other = journey([step("a", touchpoints=("call", "bot")), step("b", touchpoints=("bot",))], name="other")
    here = journey([step("a", touchpoints=("call", "bot"), pains=hurts("one", 1, 1.0))])
    assert [one.uses for one in portal_of(CALL, BOT, here, other).ranked_pains] == [3]


def test_equal_weights_share_a_rank_and_stand_in_file_order() -> None:
    # 3 × 0.1 and 1 × 0.3 differ in the last binary digit.
    found = weights(
        step("a", pains=hurts("first", 3, 0.1)),
        step("b", pains=hurts("second", 1, 0.3)),
        step("c", pains=hurts("last", 1, 0.2)),
    )
    assert found == [(1, "first", 0.3), (1, "second", 0.3), (3, "last", 0.2)]


def test_what_nobody_said_counts_as_the_middle_and_is_marked() -> None:
    portal = portal_of(journey([step("a", pains=hurts("bare") + hurts("half", 4) + hurts("full", 4, 0.0))]))
    assert [(one.spot.pain.id, one.weight, one.is_assumed) for one in portal.ranked_pains] == [
        ("half", 2.0, True),
        ("bare", 1.5, True),
        ("full", 0.0, False),
    ]


def test_without_pains_nothing_is_ranked() -> None:
    assert portal_of(journey([step("a")])).ranked_pains == ()
