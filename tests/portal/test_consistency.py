"""Touchpoints held side by side in the channels they are met through."""

from __future__ import annotations

from typing import Any

from journeybook.model import Channel, Touchpoint

from .portals import journey, portal_of, step

PHONE, MAIL, BOT = (Channel(id=name, title=name.title()) for name in ("phone", "mail", "bot"))
CLAIM = Touchpoint(id="claim", title="Claim", channels=("phone", "mail", "bot"))
BILL = Touchpoint(id="bill", title="Bill", channels=("mail", "phone"))


def at(name: str, channel: str | None, score: float | None = None, touchpoint: str = "claim") -> Any:
    return step(
        name,
        touchpoints=(touchpoint,),
        channel=channel,
        score={} if score is None else {"*": score},
    )


def found(
    *steps: Any, **more: Any
) -> list[tuple[str, float | None, bool, list[tuple[str, float | None, int, int]]]]:
    portal = portal_of(PHONE, MAIL, BOT, CLAIM, BILL, journey(list(steps), **more))
    return [
        (
            one.touchpoint.id,
            one.spread,
            one.is_uneven,
            [(met.channel.id, met.mean, met.n, met.of) for met in one.channels],
        )
        for one in portal.consistencies
    ]


def test_each_channel_has_the_mean_of_its_scores_and_how_many_steps_they_come_from() -> None:
    steps = at("a", "mail", 4), at("b", "phone", 2), at("c", "phone", 3), at("d", "phone")
    assert found(*steps) == [("claim", 1.5, True, [("phone", 2.5, 2, 3), ("mail", 4.0, 1, 1)])]


def test_a_full_point_between_best_and_worst_is_uneven_less_is_not() -> None:
    assert [one[1:3] for one in found(at("a", "mail", 4), at("b", "phone", 3))] == [(1.0, True)]
    assert [one[1:3] for one in found(at("a", "mail", 4), at("b", "phone", 3.5))] == [(0.5, False)]
    # 4.1 - 3.1 is less than 1 in binary fractions.
    assert [one[1:3] for one in found(at("a", "mail", 4.1), at("b", "phone", 3.1))] == [(1.0, True)]


def test_what_is_met_through_one_channel_is_not_compared() -> None:
    assert not found(at("a", "mail", 4), at("b", "mail", 1))


def test_without_two_scored_channels_there_is_no_spread() -> None:
    steps = at("a", "mail", 4), at("b", "phone")
    assert found(*steps) == [("claim", None, False, [("phone", None, 0, 1), ("mail", 4.0, 1, 1)])]


def test_steps_that_leave_their_channel_open_do_not_count() -> None:
    assert not found(at("a", None, 1), at("b", "phone", 4))


def test_scores_of_a_future_journey_are_targets_and_do_not_count() -> None:
    assert not found(at("a", "mail", 4), at("b", "phone", 1), state="future")


def test_the_widest_spread_comes_first_and_what_has_none_last() -> None:
    steps = (
        at("a", "mail", 4),
        at("b", "phone"),
        at("c", "mail", 2, "bill"),
        at("d", "phone", 5, "bill"),
    )
    assert [(name, spread) for name, spread, *_ in found(*steps)] == [("bill", 3.0), ("claim", None)]
