"""Opportunities and initiatives as pictures: the plane of impact and effort, the chain, the time."""

from __future__ import annotations

from datetime import date
from typing import Any

from journeybook.model import Initiative, Opportunity
from journeybook.pages.boards.board import BoardPage
from journeybook.pages.figures import Levels, Strip
from journeybook.pages.overview import OverviewPage
from journeybook.pages.sections.chain import Chain
from journeybook.pages.sections.plane import MOST_IN_FIELD, Plane
from journeybook.pages.sections.table import Table

from .portals import CLAIM, EVERYTHING, FILE, ONCE, STEPS, view, with_
from .shown import cells, section, section_titles


def opportunity(name: str, impact: int | None = None, effort: int | None = None, **keys: Any) -> Opportunity:
    return Opportunity(id=name, title=name.capitalize(), impact=impact, effort=effort, **keys)


def plane_of(*found: Opportunity, **options: Any) -> Plane:
    page = view(OverviewPage, "index/opportunity", *found, **options)
    (plane,) = page.opening
    assert isinstance(plane, Plane)
    return plane


def points_in(plane: Plane) -> dict[tuple[str, str], list[str]]:
    """The numbers in each field that has some, by impact and effort."""
    return {
        (line.impact, effort): [point.number for point in field.points]
        for line in plane.lines
        for effort, field in zip(plane.efforts, line.fields, strict=True)
        if field.points
    }


WEIGHED = (
    opportunity("bet", 5, 3, status="draft"),
    opportunity("win", 4, 2, status="reviewed"),
    opportunity("open"),
    opportunity("dear", 2, 5),
    opportunity("small", 3, 1),
    opportunity("gone", 5, 1, status="retired"),
)


def test_the_overview_of_opportunities_opens_with_a_plane() -> None:
    plane = plane_of(*WEIGHED)
    assert points_in(plane) == {("5", "3"): ["2"], ("4", "2"): ["1"], ("3", "1"): ["3"], ("2", "5"): ["4"]}
    assert [(group.name, [point.link.title for point in group.points]) for group in plane.groups] == [
        ("Quick wins", ["Win"]),
        ("Big bets", ["Bet"]),
        ("Fill-ins", ["Small"]),
        ("Think twice", ["Dear"]),
        ("Not weighed", ["Open"]),
    ]


def test_a_point_says_what_it_is_and_its_shape_how_far_its_page_has_come() -> None:
    plane = plane_of(*WEIGHED)
    assert plane.groups[0].points[0].title == "1: Win · Impact 4 of 5 · Effort 2 of 5 · Reviewed"
    assert [shape.word for shape in plane.shapes] == ["Reviewed", "Draft", "No status"]


def test_a_full_field_counts_what_it_does_not_show() -> None:
    many = [opportunity(f"o{number:02}", 5, 1) for number in range(60)]
    field = plane_of(*many).lines[0].fields[0]
    assert len(field.points) == MOST_IN_FIELD
    assert field.more == f"+{60 - MOST_IN_FIELD}"
    nine = plane_of(*many[: MOST_IN_FIELD + 1]).lines[0].fields[0]
    assert (len(nine.points), nine.more) == (MOST_IN_FIELD + 1, "")


def test_the_public_is_not_told_what_nobody_weighed() -> None:
    assert "Not weighed" not in [group.name for group in plane_of(*WEIGHED, audience="public").groups]


def test_without_anything_weighed_there_is_no_plane() -> None:
    page = view(OverviewPage, "index/opportunity", opportunity("open"))
    assert (page.opening, page.list_heading) == ((), None)


def test_the_board_of_opportunities_lists_them_in_the_same_order() -> None:
    page = view(BoardPage, "board/opportunities", *EVERYTHING, opportunity("win", 4, 1))
    assert section_titles(page) == [
        "Impact and effort", "All opportunities", "From pains to opportunities to initiatives",
    ]  # fmt: skip
    assert cells(section(Table, page)) == [
        ["1", "Win", "Quick wins", "4 of 5", "1 of 5", "0", "0", ""],
        ["2", "How might we ask once?", "Big bets", "5 of 5", "3 of 5", "1", "4.8", "One file"],
    ]


def chain_of(*entities: Any, **options: Any) -> list[tuple[list[str], str, str]]:
    """Each row: its pains and what is missing there, its opportunity or its lack, its initiative or its lack."""
    page = view(BoardPage, "board/opportunities", *entities, public_boards=("opportunities",), **options)
    return [
        (
            [pain.link.title for pain in row.pains] + [one for one in (row.more, row.no_pains) if one],
            row.opportunity.title if row.opportunity else row.no_opportunity,
            group.initiative.link.title if group.initiative else group.no_initiative,
        )
        for group in section(Chain, page).groups
        for row in group.rows
    ]


LOOSE = with_(STEPS[0].pains[0], id="loose", title="Loose", opportunity=None)
STAGES = (with_(CLAIM.stages[0], steps=(with_(STEPS[0], pains=(*STEPS[0].pains, LOOSE)), *STEPS[1:2])),)
BROKEN = (
    *(one for one in EVERYTHING if one is not CLAIM),
    with_(CLAIM, stages=STAGES),
    opportunity("idle"),
    Initiative(id="look", title="New look"),
)


def test_the_chain_shows_where_it_breaks() -> None:
    assert chain_of(*BROKEN) == [
        (["Told twice"], "How might we ask once?", "One file"),
        (["No pain"], "Idle", "No initiative"),
        (["Loose"], "No opportunity", ""),
        (["No pain"], "No opportunity", "New look"),
    ]


def test_the_chain_of_a_public_build_tells_of_no_gap() -> None:
    assert chain_of(*BROKEN, audience="public") == [(["Told twice"], "How might we ask once?", "One file")]


def test_many_pains_of_one_opportunity_are_counted() -> None:
    pains = tuple(with_(STEPS[0].pains[0], id=f"p{n}", title=f"P{n}") for n in range(100))
    stages = (with_(CLAIM.stages[0], steps=(with_(STEPS[0], pains=pains),)),)
    others = (one for one in EVERYTHING if one is not CLAIM)
    assert chain_of(*others, with_(CLAIM, stages=stages))[0][0] == ["P0", "P1", "P2", "P3", "and 96 more"]


TIMED = (
    with_(FILE, owner="desk", to=date(2026, 10, 31)),
    Initiative(id="next", title="Next", owner="desk", from_=date(2026, 11, 1), progress=0.5),
    Initiative(id="done", title="Done", from_=date(2026, 4, 1), to=date(2026, 12, 31), progress=1),
    *(one for one in EVERYTHING if one.id == "desk"),
)


def timeline(**options: Any) -> Table:
    (found,) = view(OverviewPage, "index/initiative", *TIMED, **options).opening
    assert isinstance(found, Table)
    return found


def test_the_overview_of_initiatives_opens_with_their_time() -> None:
    found = timeline()
    assert found.lead == "2 initiatives run on November 22, 2026, where the line stands."
    assert cells(found) == [
        ["One file, Late", "35%", "April 1, 2026 – October 31, 2026", "Order desk, 2 at once"],
        ["Done", "100%", "April 1, 2026 – December 31, 2026", ""],
        ["Next", "50%", "from November 1, 2026, open end", "Order desk, 2 at once"],
        ["Running at once", "", "", ""],
    ]
    strip, levels = found.rows[2].cells[2].figure, found.rows[3].cells[2].figure
    assert isinstance(strip, Strip)
    assert (strip.spans[0].is_open, strip.spans[1].length) == (True, strip.spans[0].length / 2)
    assert isinstance(levels, Levels)
    assert [(level.label, level.number) for level in levels.levels] == [
        ("Mar 2026", "2"), ("May 2026", "2"), ("Jul 2026", "2"), ("Sep 2026", "2"), ("Nov 2026", "2"),
    ]  # fmt: skip


def test_the_public_is_not_told_what_is_late() -> None:
    assert cells(timeline(audience="public"))[0][0] == "One file"


def test_initiatives_without_days_and_progress_have_no_picture() -> None:
    page = view(OverviewPage, "index/initiative", Initiative(id="plain", title="Plain"))
    assert page.opening == ()


def test_an_opportunity_knows_its_number_only_among_those_that_live() -> None:
    page = view(BoardPage, "board/opportunities", with_(ONCE, status="retired"))
    assert (page.counts, page.sections) == ((), ())
