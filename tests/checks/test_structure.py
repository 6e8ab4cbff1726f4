"""Length, names of stages, futures, and ways that lead nowhere."""

from collections.abc import Sequence

import pytest

from journeybook.model import Journey, Stage, Step, Team
from tests.portal.portals import SALES, journey, step, ways

from .findings import findings, keys


def steps(count: int) -> list[Step]:
    return [step(f"s{number}") for number in range(count)]


def test_twenty_steps_are_one_journey_and_twenty_one_are_too_many() -> None:
    assert keys("JB430", journey(steps(20)), journey(steps(21), name="long")) == ["long"]
    assert keys("JB430", journey(steps(5)), steps=4) == ["claim"]
    assert keys("JB430", journey(steps(30), status="retired")) == []


@pytest.mark.parametrize(
    ("title", "lang"),
    [
        ("Sales", None),
        ("  customer   Service", None),
        ("The Billing department", None),
        ("Night desk", None),
        ("The night desk team", None),
        ("Larkmere, cards", None),
        ("Dział reklamacji", "pl"),
        ("Księgowość", "pl"),
        ("客服部", "zh-Hans"),
        ("售後服務部", "zh-Hant"),
        ("销售部门", "zh-Hans"),
    ],
)
def test_a_stage_named_after_a_department(title: str, lang: str | None) -> None:
    desk = Team(id="desk", title="Night desk", department="Larkmere, cards")
    one = Journey(id="claim", title="Claim", stages=(Stage(id="s1", title=title, lang=lang),))
    assert keys("JB431", desk, one) == ["s1"]


@pytest.mark.parametrize(
    "title",
    ["Buy", "Decide", "Support", "Purchase", "Get help from sales", "Sales talk", "Arrive at the department",
     "Choose a team", "Leave the call centre", "联系部门", "全部", "Zgłoszenie", "Rozliczenie", "Serwis"],
)  # fmt: skip
def test_a_stage_named_after_something_to_do(title: str) -> None:
    assert keys("JB431", Journey(id="claim", title="Claim", stages=(Stage(id="s1", title=title),))) == []


def test_employees_do_go_to_departments() -> None:
    stages = (Stage(id="s1", title="Sales"),)
    assert keys("JB431", SALES, Journey(id="work", title="Work", scope="employee", stages=stages)) == []


def test_a_future_journey_names_what_it_improves() -> None:
    alone = journey([], name="alone", state="future")
    better = journey([], name="better", state="future", improves="claim")
    lost = journey([], name="lost", state="future", improves="no-such")
    drawn = journey([], name="drawn", state="future", status="draft")
    assert keys("JB432", journey([]), alone, better, lost, drawn) == ["alone"]


@pytest.mark.parametrize(
    ("written", "unreachable"),
    [
        ([step("a"), step("b"), step("c")], []),
        ([step("a", next=ways("c")), step("b"), step("c")], ["b"]),
        ([step("a", next=ways("d")), step("b"), step("c"), step("d")], ["b"]),
        ([step("a", next=()), step("b", next=ways("b"))], ["b"]),
        ([step("a", next=()), step("b", next=()), step("c", next=())], ["b", "c"]),
        ([step("a", next=ways("c")), step("b", next=ways("c")), step("c", next=ways("b", "d")), step("d")], []),
        ([step("a", next=ways("ghost")), step("b")], []),
    ],
)
def test_the_first_of_the_steps_to_which_no_way_leads(written: list[Step], unreachable: Sequence[str]) -> None:
    assert keys("JB433", journey(written)) == unreachable


def test_a_step_may_be_entered_from_another_journey() -> None:
    other = journey([step("x", next=ways("claim/b"))], name="other")
    assert keys("JB433", journey([step("a", next=()), step("b")]), other) == []


@pytest.mark.parametrize(
    ("written", "stuck"),
    [
        ([step("a"), step("b", next=())], []),
        ([step("a", next=()), step("b")], []),
        ([step("a"), step("b", next=ways("a"))], ["b"]),
        ([step("a"), step("b", next=ways("b"))], ["b"]),
        ([step("a"), step("b", next=ways(("a", "nobody answers"), "c")), step("c")], []),
        ([step("a"), step("b", next=ways("other/z"))], []),
        ([step("a", next=ways("b", "d")), step("b"), step("c", next=ways("b")), step("d")], ["c"]),
        ([step("a", next=ways("b", "c")), step("b", next=ways("b")), step("c", next=ways("c"))], ["b", "c"]),
        ([step("a"), step("b", next=ways("a", "ghost"))], []),
    ],
)
def test_loops_without_a_way_out(written: list[Step], stuck: Sequence[str]) -> None:
    assert keys("JB434", journey(written), journey([step("z")], name="other")) == stuck


def test_a_very_long_chain_is_walked_once() -> None:
    chain = [step(f"s{number}", next=ways(f"s{(number * 7919 + 1) % 3000}")) for number in range(3000)]
    assert len(findings("JB434", journey(chain))) <= 1
