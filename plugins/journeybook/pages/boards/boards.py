"""Every board, and the overview of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from journeybook.model.addresses import board_address
from journeybook.model.boards import Board
from journeybook.model.keys import TRANSLATIONS
from journeybook.pages.boards.board import BoardPage, BoardParts
from journeybook.pages.boards.evidence import coverage_counts, evidence_board
from journeybook.pages.boards.freshness import freshness_board, freshness_counts
from journeybook.pages.boards.hand_offs import hand_off_counts, hand_offs_board
from journeybook.pages.boards.moments_of_truth import moment_counts, moments_board
from journeybook.pages.boards.needs import need_counts, needs_board
from journeybook.pages.boards.opportunities import opportunities_board, opportunity_counts
from journeybook.pages.boards.pains import pain_counts, pains_board
from journeybook.pages.head import head_about_many
from journeybook.pages.measures import day
from journeybook.pages.page_maker import PageMaker, Voice
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Count, Link, Moment
from journeybook.pages.titles import title_about_many
from journeybook.pages.vocabulary import board_lead, board_word
from journeybook.portal.link_map import boards_of

_PARTS: Mapping[Board, Callable[[PageMaker], BoardParts]] = {
    Board.PAINS: pains_board,
    Board.OPPORTUNITIES: opportunities_board,
    Board.MOMENTS_OF_TRUTH: moments_board,
    Board.NEEDS: needs_board,
    Board.HAND_OFFS: hand_offs_board,
    Board.EVIDENCE: evidence_board,
    Board.FRESHNESS: freshness_board,
}
_COUNTS: Mapping[Board, Callable[[PageMaker], tuple[Count, ...]]] = {
    Board.PAINS: pain_counts,
    Board.OPPORTUNITIES: opportunity_counts,
    Board.MOMENTS_OF_TRUTH: moment_counts,
    Board.NEEDS: need_counts,
    Board.HAND_OFFS: hand_off_counts,
    Board.EVIDENCE: coverage_counts,
    Board.FRESHNESS: freshness_counts,
}


class BoardCard(Struct, frozen=True):
    """One board, as the overview shows it."""

    link: Link
    lead: str
    counts: tuple[Count, ...]
    """Its totals."""


class BoardsPage(PageView, frozen=True, kw_only=True):
    """The overview of all boards."""

    cards: tuple[BoardCard, ...]
    as_of: Moment | None
    """The reference day."""


def board_page(maker: PageMaker, board: Board) -> BoardPage:
    """The page of `board`."""
    parts = _PARTS[board](maker)
    return BoardPage(
        page=maker.page,
        head=head_about_many(maker, board_word(board, maker.words), board_lead(board, maker.words)),
        rule=maker.text(parts.rule, Voice()),
        counts=parts.counts,
        empty=maker.text_if(parts.empty, Voice()),
        as_of=day(maker.context.as_of, maker.words) if parts.uses_day else None,
        sections=parts.sections,
    )


def boards_page(maker: PageMaker) -> BoardsPage:
    """The overview of the boards that readers get."""
    boards = boards_of(maker.portal.content)
    lead = maker.words.gettext("What stands out across all journeys.")
    if maker.tells_of_gaps:
        lead = maker.words.gettext(
            "What owners need to see across all journeys: what hurts, what is due, what is unproven."
        )
    return BoardsPage(
        page=maker.page,
        head=head_about_many(maker, title_about_many(maker.page.key, maker.words), lead),
        cards=tuple(
            BoardCard(
                Link(board_word(board, maker.words), board_address(board)),
                board_lead(board, maker.words),
                _COUNTS[board](maker),
            )
            for board in Board
            if board in boards
        )
        + (_translations(maker) if TRANSLATIONS.id in boards else ()),
        as_of=day(maker.context.as_of, maker.words),
    )


def _translations(maker: PageMaker) -> tuple[BoardCard, ...]:
    """The board of translations."""
    lead = maker.words.gettext("What is translated into which language, in part, not yet, or too long ago.")
    title = title_about_many(TRANSLATIONS, maker.words)
    return (BoardCard(Link(title, board_address(TRANSLATIONS.id)), lead, ()),)
