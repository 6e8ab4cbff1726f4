"""What a metric says, and what customers say about the same thing."""

from typing import Any

import pytest

from journeybook.model import Metric, Touchpoint
from tests.portal.portals import journey, step

from .findings import findings, keys

WHEN = {"period": "June", "source": "Survey"}
FULL = {"method": "Mean", "scale": "1–7", "value": 4, "n": 40, **WHEN}


def metric(name: str = "m", **keys_: Any) -> Metric:
    return Metric(id=name, title=name.capitalize(), **keys_)


@pytest.mark.parametrize(
    ("written", "lacks"),
    [
        ({"type": "ces", **FULL}, ""),
        ({**FULL}, "`type`"),
        ({"type": "NPS", "value": 18, "n": 212, **WHEN}, ""),
        ({"type": "Net Promoter Score", "value": 18}, "`n`, `period` and `source`"),
        ({"type": "NPS (yearly)", "value": 18, "n": 212, **WHEN}, ""),
        ({"type": "csat", "value": 61, "n": 5, **WHEN}, "`method` and `scale`"),
        ({"type": "csat"}, "`method` and `scale`"),
        ({"type": "fcr", "method": "No second contact", "window": "7 days", "value": 57, **WHEN}, "`n`"),
        ({"type": "operational", "method": "Median", "unit": "hours", "value": 11, **WHEN}, ""),
        ({"type": "operational", "method": "Median", "value": 11, **WHEN}, "`scale`"),
        ({"type": "operational", "method": "Share", "value": "98 %", **WHEN}, "`n`"),
        ({"type": "churn", "method": "Leavers", "value": 11, "unit": "people", **WHEN}, ""),
        ({"status": "draft"}, ""),
    ],
)
def test_what_each_type_of_metric_needs(written: dict[str, Any], lacks: str) -> None:
    found = findings("JB444", metric(**written))
    assert [one.message for one in found] == ([f"'M' lacks {lacks}, {WITHOUT}"] if lacks else [])


WITHOUT = "without which the figure can be misread"


def test_first_contact_resolution_has_a_window() -> None:
    assert keys("JB445", metric("a", type="FCR"), metric("b", type="first-contact resolution")) == ["a", "b"]
    assert keys("JB445", metric(type="fcr", window="7 days"), metric("n", type="nps")) == []


def two(one: Metric, other: Metric, *, stages: bool = True) -> list[str]:
    first, last = step("a", metrics=(one.id,)), step("b", metrics=(other.id,))
    return keys("JB446", one, other, journey([first], [last]) if stages else journey([first, last]))


def test_one_type_has_one_scale_window_and_method_in_a_journey() -> None:
    five, seven = metric("x", type="csat", scale="1–5"), metric("y", type="CSAT", scale="1–7")
    assert two(five, seven) == ["y"]
    assert two(five, seven, stages=False) == []
    assert two(five, metric("y", type="csat", scale="1 to 5")) == []
    assert two(metric("x", type="fcr", window="7 days"), metric("y", type="fcr", window="30 days")) == ["y"]
    assert two(metric("x", type="fcr", window="7 days"), metric("y", type="fcr", window="1 week")) == []
    assert two(metric("x", type="csat", method="Mean"), metric("y", type="csat", method="Top-two-box")) == ["y"]
    assert two(metric("x", type="csat", method="Share"), metric("y", type="csat", method="Top-two-box")) == []
    assert two(metric("x", type="operational", scale="1–5"), metric("y", type="operational", scale="1–7")) == []


def test_one_title_has_one_meaning() -> None:
    one = Metric(id="x", title="Wait", type="operational", window="1 day")
    other = Metric(id="y", title="wait", type="operational", window="2 days")
    assert two(one, other) == ["y"]


def test_two_meanings_that_the_titles_tell_apart_are_no_mistake() -> None:
    one = Metric(id="x", title="Settled within 7 days", type="fcr", window="7 days")
    assert two(one, Metric(id="y", title="Settled within 30 days", type="fcr", window="30 days")) == []


def test_metrics_of_touchpoints_count_where_the_touchpoint_is_met() -> None:
    five, seven = metric("x", type="csat", scale="1–5"), metric("y", type="csat", scale="1–7")
    call = Touchpoint(id="call", title="Call", metrics=("y",))
    one = journey([step("a", metrics=("x",))], [step("b", touchpoints=("call",))])
    assert keys("JB446", five, seven, call, one) == ["y"]


def test_a_promise_that_is_counted_is_also_asked_about() -> None:
    counted: dict[str, Any] = {"type": "operational", "value": 98}
    at_step = [step("a", metrics=("m",))]
    assert keys("JB447", metric(**counted), journey(at_step, promise="No downtime")) == ["m"]
    assert keys("JB447", metric(**counted), journey(at_step)) == []
    assert keys("JB447", metric(**counted), Touchpoint(id="t", title="T", promise="Fast", metrics=("m",))) == ["m"]
    assert keys("JB447", metric(type="operational"), journey(at_step, promise="No downtime")) == []
    twin = metric("seen", type="perceived", value=70)
    seen = metric(**counted, perceived_by="seen")
    assert keys("JB447", seen, twin, journey(at_step, promise="No downtime")) == []


@pytest.mark.parametrize(
    ("counted", "seen", "unit", "is_wide"),
    [
        (98.7, 70.9, "%", True),
        (90, 70, "%", False),
        (23, 35, "%", False),
        (1.6, 19, "days", True),
        (10, 11, "days", False),
        (0, 3, "days", False),
    ],
)
def test_a_gap_past_the_limit(counted: float, seen: float, unit: str, is_wide: bool) -> None:
    pair = metric(value=counted, unit=unit, perceived_by="seen"), metric("seen", value=seen, unit=unit)
    assert keys("JB448", *pair) == (["m"] if is_wide else [])
    assert keys("JB448", *pair, perception_gap=100) == []
