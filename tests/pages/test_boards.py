"""Boards: what owners need to see across all journeys."""

from datetime import date

import pytest

from journeybook.model.boards import Board
from journeybook.model.durations import Duration
from journeybook.pages import PageView, plan, view_of
from journeybook.pages.boards.board import BoardPage
from journeybook.pages.boards.boards import BoardsPage
from journeybook.pages.sections.table import Table

from .portals import ANN, CLAIM, DESK, EVERYTHING, STEPS, context_of, view, with_
from .shown import cells, notes, section, section_titles

BARE = with_(STEPS[0].pains[0], id="bare", title="Bare", severity=None, reach=None, opportunity=None)


def counts(page: BoardPage) -> list[str]:
    return [f"{one.number} {one.label}" for one in page.counts]


def with_step(**changes: object) -> tuple[object, ...]:
    """Everything, with other values in the first step."""
    stages = (with_(CLAIM.stages[0], steps=(with_(STEPS[0], **changes), STEPS[1])), CLAIM.stages[1])
    return (*(one for one in EVERYTHING if one is not CLAIM), with_(CLAIM, stages=stages))


@pytest.mark.parametrize("board", Board)
def test_every_board_says_how_it_counts_and_is_friendly_when_empty(board: Board) -> None:
    page = view(BoardPage, f"board/{board}", DESK)
    assert page.rule.written
    assert page.empty
    assert (page.counts, page.sections) == ((), ())
    assert view(BoardPage, f"board/{board}", *EVERYTHING).empty is None or board is Board.NEEDS


@pytest.mark.parametrize("board", Board)
def test_all_rows_of_a_table_have_its_columns(board: Board) -> None:
    tables = [one for one in view(BoardPage, f"board/{board}").sections if isinstance(one, Table)]
    assert all(len(row.cells) == len(table.columns) for table in tables for row in table.rows)


def test_the_board_of_pains_ranks_and_marks_what_is_assumed() -> None:
    page = view(BoardPage, "board/pains", *with_step(pains=(BARE, *STEPS[0].pains)))  # type: ignore[arg-type]
    assert counts(page) == ["2 Pains", "1 without an opportunity", "1 with an assumed figure"]
    table = section(Table, page)
    assert cells(table) == [
        ["1", "Told twice", "Support call", "4 of 5", "60%", "2", "4.8", "How might we ask once?"],
        ["2", "Bare", "Support call", "3 of 5", "50%", "2", "3", ""],
    ]
    assert notes(table, 1)[0] == ["Calls support", "Report a claim"]
    assert (notes(table, 3), notes(table, 4)) == ([[], ["assumed"]], [[], ["assumed"]])


def test_the_board_of_moments_of_truth() -> None:
    page = view(BoardPage, "board/moments-of-truth")
    assert counts(page) == ["1 Moments of truth", "33.3% of all steps", "0 without evidence"]
    assert cells(section(Table, page)) == [
        ["Calls support", "Decides whether she stays", "Ann 2 bad, Bob 3.5 good", "Order desk", "Talks"]
    ]


def test_a_moment_of_truth_without_evidence_says_so() -> None:
    page = view(BoardPage, "board/moments-of-truth", *with_step(evidence=()))  # type: ignore[arg-type]
    assert cells(section(Table, page))[0][-1] == "none"


def test_the_board_of_needs_lists_where_the_chain_breaks() -> None:
    steps = with_step(pains=(BARE,))
    page = view(BoardPage, "board/needs", *steps)  # type: ignore[arg-type]
    assert counts(page) == [
        "1 Pains without an opportunity",
        "0 Opportunities without an initiative",
        "1 Initiatives that answer no pain",
    ]
    assert section_titles(page) == ["Pains that lead to no opportunity", "Initiatives that answer no pain"]
    assert [one.to is not None for one in page.counts] == [True, False, True]


def test_where_every_need_is_answered_the_board_says_so() -> None:
    page = view(BoardPage, "board/needs")
    assert page.empty
    assert page.empty.written.startswith("Every pain leads to an opportunity")


def test_the_board_of_hand_offs_counts_pairs_of_teams() -> None:
    page = view(BoardPage, "board/hand-offs")
    assert counts(page) == ["3 Hand-offs", "2 Pairs of teams", "1 Journeys"]
    assert cells(section(Table, page, "Between which teams")) == [
        ["Sales", "Order desk", "2", "1", "2.8 neutral"],
        ["Order desk", "Sales", "1", "1", "4 good"],
    ]
    assert len(section(Table, page, "Every hand-off").rows) == 3


def test_the_board_of_evidence_counts_claims_by_voice() -> None:
    page = view(BoardPage, "board/evidence")
    # Two personas, two steps that say how they feel, a moment of truth, a pain and a gain.
    assert counts(page) == [
        "7 Claims",
        "57.1% rest on evidence",
        "57.1% rest on customers' own words",
        "3 rest on assumption",
    ]
    assert cells(section(Table, page, "By journey")) == [
        ["Personas", "2", "0%", "0", "0", "0", "2"],
        ["Report a claim", "5", "80%", "4", "0", "0", "1"],
    ]
    assert [row[0] for row in cells(section(Table, page, "What rests on assumption"))] == [
        "Ann", "Bob", "Gets an offer",
    ]  # fmt: skip


def test_the_board_of_freshness_lists_what_is_due_by_owner_and_age() -> None:
    claim = with_(CLAIM, reviewed=date(2026, 3, 1))
    page = view(BoardPage, "board/freshness", ANN, claim, DESK)
    assert page.as_of
    assert page.as_of.iso == "2026-11-22"
    assert counts(page) == ["1 Review due", "1 Never reviewed", "0 Fresh", "0 No next review"]
    assert cells(section(Table, page, "By owner")) == [
        ["Order desk", "1", "0", "0", "0"],
        ["Nobody", "0", "1", "0", "0"],
    ]
    queue = section(Table, page, "What to review, the longest overdue first")
    assert cells(queue) == [
        ["Report a claim", "Review due", "September 1, 2026", "March 1, 2026", "6 months", "Order desk"],
        ["Ann", "Never reviewed", "", "", "", ""],
    ]
    assert notes(queue) == [["Journey"], ["Persona"]]


def test_a_page_whose_review_is_due_says_so_in_its_head() -> None:
    def overdue(reviewed: date) -> str | None:
        head = view(PageView, "journey/claim", with_(CLAIM, reviewed=reviewed)).head
        return head.upkeep.overdue.shown if head.upkeep.overdue else None

    assert overdue(date(2026, 5, 21)) == "November 22, 2026"
    assert overdue(date(2026, 5, 22)) is None


def test_a_review_past_the_end_of_the_calendar_is_never_due() -> None:
    claim = with_(CLAIM, reviewed=date(9990, 1, 1), review_every=Duration("20 years"))
    assert view(PageView, "journey/claim", claim).head.upkeep.due is None


def test_the_overview_shows_the_totals_of_every_board_as_the_board_does() -> None:
    context = context_of()
    pages = {str(page.key): view_of(page, context) for page in plan(context.portal) if page.key.kind == "board"}
    overview = pages.pop("board/index")
    assert isinstance(overview, BoardsPage)
    assert len(overview.cards) == len(pages) == len(Board)
    for card, page in zip(overview.cards, pages.values(), strict=True):
        assert isinstance(page, BoardPage)
        assert (card.link.to, card.link.title) == (page.page.address, page.head.plain_title)
        assert card.counts == page.counts


def test_totals_lead_to_sections_that_are_there() -> None:
    context = context_of()
    pages = {
        page.address.path: view_of(page, context) for page in plan(context.portal) if page.template == "board"
    }
    targets = [one.to for page in pages.values() if isinstance(page, BoardPage) for one in page.counts if one.to]
    assert len(targets) > 6
    for target in targets:
        assert target.anchor in {heading.id for heading in pages[target.path].headings}
