"""Touchpoints nobody uses, and those that differ from channel to channel."""

from journeybook.model import Touchpoint
from tests.portal.portals import CALL, MAIL, PHONE, journey, step

from .findings import findings, keys

UNUSED = Touchpoint(id="fair", title="Trade fair")


def test_a_touchpoint_is_used_by_a_step() -> None:
    assert keys("JB451", CALL, UNUSED, journey([step("a", touchpoints=("call",))])) == ["fair"]


def test_drafts_and_what_is_gone_need_no_step() -> None:
    for status in ("draft", "retired"):
        assert keys("JB451", Touchpoint(id="fair", title="Trade fair", status=status)) == []


def test_a_touchpoint_feels_the_same_in_every_channel() -> None:
    one = journey([
        step("a", touchpoints=("call",), channel="phone", score={"*": 4}),
        step("b", touchpoints=("call",), channel="mail", score={"*": 2}),
    ])  # fmt: skip
    (found,) = findings("JB452", CALL, PHONE, MAIL, one)
    assert "2.0 through E-mail (one step), and like 4.0 through Phone (one step)" in found.message
    assert findings("JB452", CALL, PHONE, MAIL, one, channel_spread=2.5) == []
