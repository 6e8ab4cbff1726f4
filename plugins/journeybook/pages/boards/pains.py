"""The board of pains: what hurts most, over all journeys."""

from __future__ import annotations

from journeybook.model.boards import Board
from journeybook.pages.boards.board import BoardParts, counted
from journeybook.pages.measures import share
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Count
from journeybook.pages.sections.pains import pains_table
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import MOST_ROWS, first_of
from journeybook.portal.answers import unanswered_pains
from journeybook.portal.ranking import MIDDLE_REACH, MIDDLE_SEVERITY


def pain_counts(maker: PageMaker) -> tuple[Count, ...]:
    """The totals of the board."""
    words, pains = maker.words, maker.portal.ranked_pains
    unanswered = unanswered_pains(maker.portal)
    total = counted(maker, len(pains), words.gettext("Pains"), Board.PAINS, "_pains")
    if not maker.tells_of_gaps:
        return (total,)
    return (
        total,
        counted(maker, len(unanswered), words.gettext("without an opportunity"), Board.NEEDS, "_pains"),
        Count(words.number(sum(one.is_assumed for one in pains)), words.gettext("with an assumed figure")),
    )


def pains_board(maker: PageMaker) -> BoardParts:
    """Every pain, the heaviest first."""
    gettext, words = maker.words.gettext, maker.words
    pains = maker.portal.ranked_pains
    rule = gettext(
        "A pain weighs its severity (1 to 5) × its reach (the share of people it meets) × its uses: how many "
        "steps of all journeys meet the same touchpoint, 1 where there is none. Where nobody gave a severity, "
        "%(severity)s counts, and where nobody gave a reach, %(reach)s; both are marked as assumed.",
        severity=words.number(MIDDLE_SEVERITY),
        reach=share(MIDDLE_REACH, words),
    )
    heading = ("_pains", gettext("All pains, the heaviest first"))
    return BoardParts(
        rule=rule,
        counts=pain_counts(maker) if pains else (),
        sections=present(pains_table(maker, pains[:MOST_ROWS], heading, lead=first_of(len(pains), words))),
        empty="" if pains else gettext("No journey names a pain yet. Write `pains:` at the steps that hurt."),
    )
