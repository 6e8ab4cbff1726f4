"""The atlas: all journeys in one table."""

import gzip

from msgspec.structs import replace

from journeybook.model import Journey, Stage
from journeybook.model.keys import ATLAS
from journeybook.pages import plan, view_of
from journeybook.pages.atlas import AtlasPage, atlas_page
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import OutsideLink
from journeybook.rendering import Renderer

from .portals import BETTER, CLAIM, DESK, EVERYTHING, context_of, view, with_


def test_a_journey_shows_whose_it_is_how_it_feels_and_how_well_it_is_kept() -> None:
    row = view(AtlasPage, "atlas/atlas").rows[0]
    assert (row.link.title, row.depth, row.kinds, row.portal) == ("Report a claim", 0, ("Experience",), "")
    assert [one.title for one in row.personas] == ["Ann", "Bob"]
    assert [(one.link.title, one.score.shown if one.score else "") for one in row.stages] == [
        ("Tell", "3.4"),
        ("Wait", ""),
    ]
    counts = (row.steps, row.pains, row.moments_of_truth, row.stale, row.unproven)
    assert [one.value if one else None for one in counts] == [3, 1, 1, 0, 1]
    assert row.upkeep.status_word == "Reviewed"


def test_a_future_journey_stands_beside_the_current_one_and_claims_nothing() -> None:
    row = view(AtlasPage, "atlas/atlas").rows[1]
    assert (row.link.title, row.depth, row.kinds, row.unproven) == ("Report a claim, better", 0, ("Future",), None)
    assert row.relation
    assert row.relation.title == "Report a claim"
    assert row.compare
    assert row.compare.to.path == "compare/better"


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
    assert page.rows[0].stale
    assert page.rows[0].stale.shown == "3"
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


def test_the_row_of_a_part_knows_its_whole() -> None:
    part = with_(BETTER, state="current", improves=None)
    rows = view(AtlasPage, "atlas/atlas", *(one for one in EVERYTHING if one is not BETTER), part).rows
    assert [(row.id, row.within) for row in rows] == [("claim", ""), ("better", "claim")]


def test_the_curve_passes_through_the_mean_of_each_step_and_stops_where_there_is_none() -> None:
    curve = view(AtlasPage, "atlas/atlas").rows[0].curve
    assert curve
    assert (curve.width, curve.path) == (3, "M0.5 2.25h0L1.5 1")


def test_journeys_are_found_by_what_is_true_of_them() -> None:
    page = view(AtlasPage, "atlas/atlas")
    assert {name: [one.value for one in them] for name, them in page.rows[0].traits} == {
        "persona": ["ann", "bob"],
        "scope": ["experience"],
        "state": ["current"],
        "status": ["reviewed"],
        "owner": ["desk"],
        "channel": ["phone"],
        "tag": ["claims"],
    }


def test_only_values_that_occur_are_offered_and_only_filters_that_leave_something_out() -> None:
    one = Journey(id="one", title="One", scope="buying", status="reviewed", tags=("big move", "small"))
    two = Journey(id="two", title="Two", scope="buying", status="draft")
    page = view(AtlasPage, "atlas/atlas", one, two)
    assert [(each.name, [(value.value, value.label) for value in each.options]) for each in page.filters] == [
        ("status", [("draft", "Draft"), ("reviewed", "Reviewed")]),
        ("tag", [("big_move", "big move"), ("small", "small")]),
    ]


def test_three_hundred_journeys_stay_a_light_page() -> None:
    """Some 2.2 kB a journey with six stages, most of it addresses; compressed, a tenth of that."""
    stages = CLAIM.stages * 3
    journeys = [
        with_(CLAIM, id=f"journey-{number}", title=f"{CLAIM.title} {number}", stages=_own_ids(stages))
        for number in range(300)
    ]
    context = context_of(*(one for one in EVERYTHING if not isinstance(one, Journey)), *journeys)
    page = next(page for page in plan(context.portal) if page.key == ATLAS)
    html = Renderer(context, lambda _: "").render(view_of(page, context)).html.encode()
    assert html.count(b"jb-heat jb-heat--") >= 900
    assert len(html) < 900_000
    assert len(gzip.compress(html)) < 80_000


def _own_ids(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    return tuple(
        with_(
            stage,
            id=f"{stage.id}-{number}",
            steps=tuple(with_(step, id=f"{step.id}-{number}", next=None, pains=()) for step in stage.steps),
        )
        for number, stage in enumerate(stages)
    )
