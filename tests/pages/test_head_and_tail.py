"""What stands at the head and foot of every page."""

from datetime import date

import pytest

from journeybook.model.addresses import Address
from journeybook.model.text import WebLink
from journeybook.pages import PageView, plan, view_of
from journeybook.pages.pieces import Asset
from journeybook.pages.tail import Extra, extras_of

from .portals import ANN, CLAIM, DESK, EVERYTHING, GITHUB, context_of, edit, view, with_
from .shown import titles


def test_the_head_of_a_journey() -> None:
    head = view(PageView, "journey/claim").head
    assert (head.kind, head.plain_title, head.plain_summary) == (
        "Journey",
        "Report a claim",
        "From the leak to the cheque.",
    )
    assert [(link.title, link.to) for link in head.crumbs] == [
        ("Home", Address("", is_folder=True)),
        ("Journeys", Address("journeys", is_folder=True)),
    ]
    assert head.edit == edit("content/journeys/claim.yml", 1)


def test_the_crumbs_of_a_stage_pass_its_journey() -> None:
    head = view(PageView, "stage/claim/wait").head
    assert titles(head.crumbs) == ["Home", "Journeys", "Report a claim"]
    assert head.kind == "Stage 2 of 2"
    assert head.edit == edit("content/journeys/claim.yml", 38)


def test_who_keeps_a_page_true() -> None:
    upkeep = view(PageView, "journey/claim").head.upkeep
    assert (upkeep.status, upkeep.status_word, upkeep.tags) == ("reviewed", "Reviewed", ("claims",))
    assert upkeep.owner
    assert upkeep.owner.to == Address("teams/desk")
    assert upkeep.reviewed
    assert upkeep.reviewed.shown == "September 14, 2026"
    assert upkeep.every
    assert upkeep.every.shown == "6 months"
    assert upkeep.due
    assert upkeep.due.iso == "2027-03-14"


def test_a_stage_is_kept_true_with_its_journey() -> None:
    journey = view(PageView, "journey/claim").head.upkeep
    stage = view(PageView, "stage/claim/wait").head.upkeep
    assert (stage.status, stage.owner, stage.reviewed, stage.due) == (
        journey.status,
        journey.owner,
        journey.reviewed,
        journey.due,
    )
    assert stage.tags == ()


def test_a_page_nobody_reviewed_is_due_on_no_day() -> None:
    upkeep = view(PageView, "journey/claim", DESK, with_(CLAIM, reviewed=None, owner=None)).head.upkeep
    assert upkeep.every
    assert (upkeep.reviewed, upkeep.due, upkeep.owner) == (None, None, None)


def test_what_only_the_company_may_see_says_so() -> None:
    assert view(PageView, "persona/ann", with_(ANN, audience="internal")).head.upkeep.internal == "Internal"
    assert view(PageView, "persona/ann", with_(ANN, audience="public")).head.upkeep.internal == ""


def test_every_page_can_be_commented_on() -> None:
    context = context_of(*EVERYTHING, comments=GITHUB)
    for page in plan(context.portal):
        comment = view_of(page, context).head.comment
        assert comment
        assert str(page.key).replace("/", "%2F") in comment.write
        assert comment.existing


def test_without_a_tracker_there_are_no_comment_links() -> None:
    assert view(PageView, "journey/claim").head.comment is None


def test_a_comment_says_where_the_spot_stands() -> None:
    comment = view(PageView, "stage/claim/tell", comments=GITHUB).head.comment
    assert comment
    assert "https%3A%2F%2Fexample.org%2Fjourneys%2Fclaim%2Ftell%2F" in comment.write
    assert "content%2Fjourneys%2Fclaim.yml" in comment.write


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [("persona/ann", None, "Bob"), ("persona/bob", "Ann", None), ("stage/claim/wait", "Tell", None)],
)
def test_neighbours(key: str, before: str | None, after: str | None) -> None:
    tail = view(PageView, key).tail
    assert (tail.previous and tail.previous.title, tail.next and tail.next.title) == (before, after)


def test_evidence_says_what_it_weighs() -> None:
    (proof,) = view(PageView, "persona/ann", with_(ANN, evidence=("talks",)), *EVERYTHING[2:]).tail.proofs
    assert proof.link.title == "Talks"
    assert proof.note == "Interview · Customer · n = 9 · May 7, 2026"


def test_further_links_lead_to_pages_files_and_elsewhere() -> None:
    links = (
        WebLink(title="Away", url="https://example.com/a"),
        WebLink(title="File", url="../slides/talk 1.pdf".replace(" ", "%20")),
        WebLink(title="Page", url="../journeys/claim.md"),
        WebLink(title="Lost", url="nowhere.md"),
    )
    tail = view(PageView, "persona/ann", with_(ANN, links=links), CLAIM, assets=("slides/talk 1.pdf",)).tail
    assert [(one.title, one.target) for one in tail.links] == [
        ("Away", "https://example.com/a"),
        ("File", Asset("slides/talk 1.pdf")),
        ("Page", Address("journeys/claim")),
    ]


def test_keys_of_the_authors_own_are_labelled_in_words() -> None:
    extra = {"x-cost-per-move": "€96", "x-live": True, "x-since": date(2026, 1, 2), "x-none": None}
    assert extras_of(extra) == (
        Extra("cost per move", "€96"),
        Extra("live", "true"),
        Extra("since", "2026-01-02"),
        Extra("none", "–"),
    )


def test_nested_values_of_the_authors_own_keys_become_lists() -> None:
    (found,) = extras_of({"x-plan": {"price": 3, "parts": ["a", ["b"]]}})
    parts = Extra("parts", parts=(Extra("", "a"), Extra("", parts=(Extra("", "b"),))))
    assert found == Extra("plan", parts=(Extra("price", "3"), parts))
