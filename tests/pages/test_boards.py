"""Boards: what owners need to see across all journeys."""

from datetime import date

import pytest

from journeybook.model.boards import Board
from journeybook.model.durations import Duration
from journeybook.pages import PageView, plan, view_of
from journeybook.pages.boards.board import BoardPage
from journeybook.pages.boards.boards import BoardsPage
from journeybook.pages.figures import Bar, Dots, Pie, Strip
from journeybook.pages.sections.matrix import Matrix
from journeybook.pages.sections.step_cells import StepCells
from journeybook.pages.sections.table import Table

from .portals import ANN, CLAIM, DESK, EVERYTHING, STEPS, context_of, view, with_
from .shown import cells, notes, section, section_titles, titles

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
    assert all(len(row.cells) == len(table.columns) for table in tables for row in table.rows if not row.is_group)


def test_the_board_of_pains_ranks_and_marks_what_is_assumed() -> None:
    page = view(BoardPage, "board/pains", *with_step(pains=(BARE, *STEPS[0].pains)))  # type: ignore[arg-type]
    assert counts(page) == ["2 Pains", "1 without an opportunity", "1 with an assumed figure"]
    table = section(Table, page)
    assert cells(table) == [
        ["1", "Told twice", "4.8", "4 of 5", "60%", "2", "Support call", "How might we ask once?"],
        ["2", "Bare", "3", "3 of 5", "50%", "2", "Support call", ""],
    ]
    assert titles(table.rows[0].cells[1].trail) == ["Report a claim", "Tell", "Calls support"]
    assert [row.cells[2].figure for row in table.rows] == [Bar(100), Bar(62.5)]
    assert [row.cells[3].figure for row in table.rows] == [Dots(4), Dots(3)]
    assert [row.cells[4].figure for row in table.rows] == [Pie(60), Pie(50)]
    assert (notes(table, 3), notes(table, 4)) == ([[], ["assumed"]], [[], ["assumed"]])


def test_a_long_board_lists_the_first_rows_and_counts_all() -> None:
    pains = [with_(BARE, id=f"p{number}") for number in range(501)]
    page = view(BoardPage, "board/pains", *with_step(pains=tuple(pains)))  # type: ignore[arg-type]
    assert counts(page)[0] == "501 Pains"
    assert len(section(Table, page).rows) == 500
    assert section(Table, page).lead == "The first 500 of 501."


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
    assert section_titles(page) == [
        "How far the chain holds", "Pains that lead to no opportunity", "Initiatives that answer no pain",
    ]  # fmt: skip
    assert cells(section(Table, page))[0] == ["Pains that lead to an opportunity", "0%", "0", "1"]
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


def test_the_matrix_of_hand_offs_leads_to_its_pairs() -> None:
    page = view(BoardPage, "board/hand-offs")
    matrix = section(Matrix, page)
    assert titles(matrix.columns) == ["Order desk", "Sales"]
    assert [(row.link.title, [cell.number for cell in row.cells], row.total) for row in matrix.rows] == [
        ("Order desk", ["", "1"], "1"),
        ("Sales", ["2", ""], "2"),
    ]
    assert matrix.totals == ("2", "1", "3")
    anchors = {row.anchor for row in section(Table, page, "Between which teams").rows}
    assert {cell.to.anchor for row in matrix.rows for cell in row.cells if cell.to} == anchors


def test_journeys_decide_at_the_stars_among_their_steps() -> None:
    (row,) = section(StepCells, view(BoardPage, "board/moments-of-truth")).rows
    assert [(cell.letter, cell.tone, cell.begins_stage) for cell in row.cells] == [
        ("2.8", "score-3", False),
        ("", "step", False),
        ("", "step", True),
    ]
    assert (row.cells[0].title, row.said) == ("Calls support: 2.8 neutral", "1 of 3")


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
    (row,) = section(StepCells, page).rows
    assert [(cell.letter, cell.title) for cell in row.cells] == [
        ("C", "Calls support: Customers say so"),
        ("–", "Gets an offer: Assumption"),
        ("", ""),
    ]
    assert cells(section(Table, page, "Evidence by age and size")) == [
        ["Talks", "Customer", "9", "May 7, 2026, 6 months old", "2"]
    ]
    assert [row[0] for row in cells(section(Table, page, "What rests on assumption"))] == [
        "Ann", "Bob", "Gets an offer",
    ]  # fmt: skip


def test_the_board_of_freshness_lists_what_is_due_by_owner_and_age() -> None:
    claim = with_(CLAIM, reviewed=date(2026, 3, 1))
    page = view(BoardPage, "board/freshness", ANN, claim, DESK)
    assert page.as_of
    assert page.as_of.iso == "2026-11-22"
    assert counts(page) == [
        "1 Review due", "1 Never reviewed", "0 Fresh", "0 No next review", "2 never seen by a customer",
    ]  # fmt: skip
    assert cells(section(Table, page, "By owner")) == [
        ["Order desk", "1", "1", "0", "0", "0"],
        ["Nobody", "1", "0", "1", "0", "0"],
    ]
    queue = section(Table, page, "What to review, owner by owner")
    assert cells(queue) == [
        ["Order desk"],
        ["Report a claim", "Review due", "reviewed March 1, 2026, due since September 1, 2026", "6 months"],
        ["Nobody"],
        ["Ann", "Never reviewed", "", ""],
    ]
    assert [row.is_group for row in queue.rows] == [True, False, True, False]
    assert cells(section(Table, page, "Never seen by a customer")) == [
        ["Ann", "Persona", ""],
        ["Report a claim", "Journey", "Order desk"],
    ]


def test_the_time_since_a_review_was_due_stands_out() -> None:
    claim = with_(CLAIM, reviewed=date(2026, 3, 1))
    queue = section(Table, view(BoardPage, "board/freshness", claim, DESK), "What to review, owner by owner")
    axis, strip = queue.columns[2].axis, queue.rows[1].cells[2].figure
    assert axis
    assert (axis.labels, axis.names[0]) == (("Mar", "May", "Jul", "Sep", "Nov"), "Mar 2026")
    assert isinstance(strip, Strip)
    assert [span.tone for span in strip.spans] == ["ahead", "overdue"]
    assert strip.spans[0].start + strip.spans[0].length == strip.spans[1].start == 60
    assert strip.spans[1].start + strip.spans[1].length == pytest.approx(axis.today)


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
