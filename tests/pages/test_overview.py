"""The overviews of each kind."""

import pytest

from journeybook.model import Kind
from journeybook.pages.overview import OverviewPage

from .portals import ANN, DESK, EVERYTHING, context_of, view, with_
from .shown import facts, scores, shown


def test_journeys_stand_on_cards() -> None:
    claim, better = view(OverviewPage, "index/journey").cards
    assert (claim.link.title, claim.badges) == ("Report a claim", ("Experience", "Current"))
    assert facts(claim.facts) == {"Personas": ["Ann", "Bob"], "Length": ["2 stages · 3 steps"]}
    assert scores(claim.scores) == ["Ann 3 neutral", "Bob 3.8 good"]
    assert claim.upkeep.status_word == "Reviewed"
    assert better.badges == ("Future",)


def test_personas_stand_on_cards() -> None:
    ann = with_(ANN, kind="customer", basis="assumption", role="Tea shop")
    card = view(OverviewPage, "index/persona", ann, *EVERYTHING[1:]).cards[0]
    assert card.badges == ("Customer", "Assumption")
    assert card.summary
    assert card.summary.written == "Tea shop"
    assert facts(card.facts) == {"Journeys": ["Report a claim, better", "Report a claim"]}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("touchpoint", ["Channels: Phone", "Team: Order desk", "Steps: 2", "Mean score: 2.8 neutral"]),
        ("channel", ["Kind: Human", "Touchpoints: 1", "Steps: 2", "Preferred by: 1"]),
        ("team", ["Department: ", "Touchpoints: 1", "Steps: 2", "Hand-offs: 3"]),
        ("opportunity", ["Impact: 5 of 5", "Effort: 3 of 5", "Pains: 1", "Taken up by: One file"]),
        ("initiative", ["Progress: 35%", "From: April 1, 2026", "To: ", "Opportunities: 1"]),
        ("evidence", ["Kind: Interview", "Voice: Customer", "n: 9", "Gathered: May 7, 2026", "Proves: 2"]),
        ("metric", ["Type: ", "Value: about half", "n: ", "Period: "]),
    ],
)
def test_the_other_kinds_stand_in_a_table(kind: str, said: list[str]) -> None:
    page = view(OverviewPage, f"index/{kind}")
    found = [
        f"{cell.label}: " + ", ".join([*map(shown, cell.values), *scores([cell.score] if cell.score else [])])
        for cell in page.rows[0].cells
    ]
    assert found == said
    assert page.empty is None


def test_all_rows_of_a_table_have_the_same_columns() -> None:
    context = context_of()
    for kind in ("touchpoint", "channel", "team", "metric"):
        labels = {tuple(cell.label for cell in row.cells) for row in view(OverviewPage, f"index/{kind}").rows}
        assert len(labels) == 1
    assert context.portal


@pytest.mark.parametrize("kind", ["persona", "journey", "touchpoint", "channel"])
def test_an_empty_overview_says_how_to_add_the_first(kind: str) -> None:
    page = view(OverviewPage, f"index/{kind}", DESK)
    assert page.empty
    assert page.empty.command == f"journeybook new {Kind(kind)}"
    assert (page.count, page.cards, page.rows) == ("0", (), ())
