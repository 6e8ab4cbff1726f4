"""Steps told from the company's side, and texts that are hard to read."""

from typing import Any

import pytest

from journeybook.model import Evidence, Persona, Step
from tests.portal.portals import ANN, journey, step

from .findings import findings, keys

BUYER = Persona(id="buyer", title="Buyer", kind="customer")


def titled(title: str, **of_journey: Any) -> list[str]:
    one = journey([step("a", does="Waits"), Step(id="b", title=title)], **of_journey)
    return keys("JB437", BUYER, one)


@pytest.mark.parametrize(
    "title",
    [
        "We send an invoice",
        "we contact her about the offer",
        "Our team calls the customer",
        "Customer is contacted by sales",
        "The client gets notified",
        "Send invoice to customer",
        "Notify customers",
        "Call client",
        "Follow up with the lead",
        "Lead nurturing",
        "Wysyłamy fakturę",
        "Klient zostaje poinformowany o terminie",
        "通知客户",
        "向客户发送报价",
        "客戶被通知",
    ],
)
def test_what_no_customer_would_say(title: str) -> None:
    assert titled(title) == ["b"]


@pytest.mark.parametrize(
    "title",
    [
        "Calls support",
        "Call customer service",
        "Contact the customer centre",
        "Customer calls the hotline",
        "Customer is happy about it",
        "Customer gets an answer",
        "Is contacted by an adviser",
        "Gets the invoice",
        "Sends the papers to a friend",
        "Send a message to other users",
        "Notify my customers",
        "Offer my old phone to other users",
        "Provide customer number",
        "Sends invoice to customer",
        "We compare prices",
        "We look for a flat",
        "Klient dzwoni do sklepu",
        "Dzwoni do obsługi klienta",
        "给客服打电话",
        "联系客服",
        "我们一起去看房",
    ],
)
def test_what_a_customer_may_say(title: str) -> None:
    assert titled(title) == []


def test_does_is_looked_at_too_and_a_step_has_one_finding() -> None:
    (found,) = findings("JB437", journey([Step(id="a", title="Notify customers", does="We send the form")]))
    assert "'Notify customers'" in found.message
    assert keys("JB437", journey([step("a", does="We send the form")])) == ["a"]


def test_where_the_customer_says_i_we_may_be_customers() -> None:
    assert keys("JB437", journey([step("a", does="I find the form"), step("b", does="We send it back")])) == []


def test_a_text_in_another_language_is_not_read_as_english() -> None:
    assert keys("JB437", journey([step("a", does="We send", lang="nl")])) == []


def test_people_of_the_company_serve_customers() -> None:
    clerk = Persona(id="clerk", title="Clerk", kind="employee")
    agent = Persona(id="agent", title="Agent", kind="partner")
    work = step("a", does="Call the customer")
    for one in (
        journey([work], personas=("clerk",)),
        journey([work], personas=("agent",)),
        journey([work], scope="employee"),
    ):
        assert keys("JB437", clerk, agent, one) == []
    assert keys("JB437", ANN, journey([work], personas=("ann",))) == ["a"]


HARD = "Notwithstanding aforementioned contractual considerations, organisational responsibilities " * 20 + "."
EASY = "She rings the desk and asks. They say no. " * 14


def level(narrative: str, limit: float | None = 55) -> list[str]:
    return keys("JB438", Evidence(id="talks", title="Talks", narrative=narrative), reading_level=limit)


def test_a_hard_text_is_reported_where_there_is_a_limit() -> None:
    assert level(HARD) == ["talks"]
    assert level(HARD, None) == []
    assert level(EASY) == []


def test_what_is_no_prose_or_too_short_is_not_judged() -> None:
    assert level("Notwithstanding considerations") == []
    assert level("在此之前必须完成全部手续。" * 40) == []
    assert level(f"```text\n{HARD}\n```\n\n| {HARD} |\n") == []
