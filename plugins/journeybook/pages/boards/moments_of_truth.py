"""The board of moments of truth: the steps that make or break the relationship."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeybook.model import Journey
from journeybook.model.boards import Board
from journeybook.pages.boards.board import BoardParts, counted
from journeybook.pages.boards.moment_cells import moment_cells
from journeybook.pages.measures import share
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Count
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import MOST_ROWS, Column, Table, TableCell, first_of, said, scored, table
from journeybook.pages.sections.uses import scores_of
from journeybook.pages.tail import proofs_of
from journeybook.portal import Portal, StepSpot


def moments_of_truth(portal: Portal) -> tuple[StepSpot, ...]:
    """Every moment of truth: the worst first, those without a score last, equals in file order."""
    steps = (spot for journey in portal.all(Journey) for spot in portal.steps(journey.id))
    found = [spot for spot in steps if spot.step.moment_of_truth]
    return tuple(sorted(found, key=lambda spot: 6 if spot.mean_score is None else spot.mean_score))


def moment_counts(maker: PageMaker) -> tuple[Count, ...]:
    """The totals of the board."""
    words, found = maker.words, moments_of_truth(maker.portal)
    steps = sum(len(maker.portal.steps(journey.id)) for journey in maker.portal.all(Journey))
    unproven = sum(not maker.portal.named_by(spot.key, "evidence") for spot in found)
    totals = (
        counted(maker, len(found), words.gettext("Moments of truth"), Board.MOMENTS_OF_TRUTH, "_moments"),
        Count(share(len(found) / steps if steps else 0, words) or "", words.gettext("of all steps")),
    )
    if not maker.tells_of_gaps:
        return totals
    return (*totals, Count(words.number(unproven), words.gettext("without evidence")))


def moments_board(maker: PageMaker) -> BoardParts:
    """Every moment of truth, the worst first."""
    gettext = maker.words.gettext
    found = moments_of_truth(maker.portal)
    return BoardParts(
        rule=gettext(
            "Every step with a reason why it makes or breaks the relationship is counted. The worst comes first, "
            "by the mean of its personas' scores; steps without a score come last."
        ),
        counts=moment_counts(maker) if found else (),
        sections=present(moment_cells(maker, found), moments_table(maker, found)),
        empty=""
        if found
        else gettext("No step is marked as a moment of truth yet. Write `moment_of_truth:` with the reason."),
    )


def moments_table(maker: PageMaker, spots: Sequence[StepSpot]) -> Table | None:
    """A table of moments of truth; None where there are none."""
    gettext = maker.words.gettext
    columns = (
        Column(gettext("Step"), is_wide=True),
        Column(gettext("Why it decides"), is_wide=True),
        Column(gettext("Score")),
        Column(gettext("Team")),
        Column(gettext("Evidence")),
    )
    heading = ("_moments", gettext("All moments of truth, the worst first"))
    rows = (_cells(maker, spot) for spot in spots[:MOST_ROWS])
    return table(heading, columns, rows, lead=first_of(len(spots), maker.words))


def _cells(maker: PageMaker, spot: StepSpot) -> Iterable[TableCell]:
    voice = maker.voice(spot.step, spot.stage, spot.journey)
    proofs = proofs_of(maker, spot.key)
    yield said(maker.link(spot.key), note=[maker.to(spot.journey)])
    yield said(maker.text_if(spot.step.moment_of_truth, voice))
    yield scored(*scores_of(maker, spot))
    yield said(maker.to(spot.team) if spot.team else None)
    none = maker.words.gettext("none") if maker.tells_of_gaps else ""
    yield TableCell(badge=none) if none and not proofs else said(*(proof.link for proof in proofs))
