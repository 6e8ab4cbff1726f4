"""The atlas: all journeys in one table."""

from dataclasses import replace

from journeybook.model import Journey
from journeybook.model.keys import ATLAS
from journeybook.pages import plan
from journeybook.pages.atlas import AtlasPage, atlas_page
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import OutsideLink

from .portals import BETTER, CLAIM, DESK, EVERYTHING, context_of, view, with_


def test_a_journey_shows_whose_it_is_how_it_feels_and_how_well_it_is_kept() -> None:
    row = view(AtlasPage, "atlas/atlas").rows[0]
    assert (row.link.title, row.depth, row.kinds, row.portal) == ("Report a claim", 0, ("Experience",), "")
    assert [one.title for one in row.personas] == ["Ann", "Bob"]
    assert [(one.link.title, one.score.shown if one.score else "") for one in row.stages] == [
        ("Tell", "3.4"),
        ("Wait", ""),
    ]
    assert (row.steps, row.pains, row.moments_of_truth, row.stale, row.unproven) == ("3", "1", "1", "0", "1")
    assert row.upkeep.status_word == "Reviewed"


def test_a_future_journey_stands_beside_the_current_one_and_claims_nothing() -> None:
    row = view(AtlasPage, "atlas/atlas").rows[1]
    assert (row.link.title, row.depth, row.kinds, row.unproven) == ("Report a claim, better", 0, ("Future",), "")
    assert row.relation
    assert row.relation.title == "Report a claim"


def test_a_part_is_indented_below_its_whole() -> None:
    part = with_(BETTER, state="current", improves=None)
    rows = view(AtlasPage, "atlas/atlas", *(one for one in EVERYTHING if one is not BETTER), part).rows
    assert [(row.link.title, row.depth) for row in rows] == [
        ("Report a claim", 0),
        ("Report a claim, better", 1),
    ]


def test_what_is_due_is_counted() -> None:
    claim = with_(CLAIM, reviewed=CLAIM.reviewed.replace(year=2024))
    page = view(AtlasPage, "atlas/atlas", claim)
    assert page.rows[0].stale == "3"
    assert [f"{one.number} {one.label}" for one in page.counts] == [
        "1 Current journeys",
        "0 Future journeys",
        "2 Stages",
        "3 Steps",
        "1 due for review",
    ]


def test_an_empty_atlas_says_how_to_add_a_journey() -> None:
    page = view(AtlasPage, "atlas/atlas", DESK)
    assert page.empty
    assert "journeybook new journey" in page.empty.written
    assert (page.rows, page.counts) == ((), ())


def test_rows_of_other_portals_come_last_under_their_portals_name() -> None:
    context = context_of()
    maker = PageMaker(context, next(page for page in plan(context.portal) if page.key == ATLAS))
    own = atlas_page(maker)
    other = replace(own.rows[0], portal="Sales", link=OutsideLink("Buy", "https://example.com/buy"))
    page = atlas_page(maker, [other])
    assert page.rows == (*own.rows, other)
    assert (own.shows_portals, page.shows_portals) == (False, True)


def test_many_journeys_are_in_the_order_of_their_titles() -> None:
    journeys = [Journey(id=f"j{number}", title=f"Journey {number}") for number in range(300)]
    page = view(AtlasPage, "atlas/atlas", *reversed(journeys))
    assert [row.link.title for row in page.rows] == [one.title for one in journeys]
