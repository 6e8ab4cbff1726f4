"""Where journeys decide: their moments of truth among all of their steps."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.model import Journey
from journeybook.model.addresses import address_of
from journeybook.pages.measures import score
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.step_cells import CellMeaning, StepCell, StepCells, StepRow
from journeybook.pages.sections.table import MOST_ROWS, first_of
from journeybook.pages.vocabulary import SCORE_WORDS
from journeybook.portal import StepSpot


def moment_cells(maker: PageMaker, found: Sequence[StepSpot]) -> StepCells | None:
    """Every journey with moments of truth over its steps, the worst first; None where there are none."""
    gettext, words = maker.words.gettext, maker.words
    by_journey: dict[str, list[StepSpot]] = {}
    for spot in found:
        by_journey.setdefault(spot.journey.id, []).append(spot)
    if not by_journey:
        return None
    rows = tuple(_row(maker, journey, spots) for journey, spots in [*by_journey.items()][:MOST_ROWS])
    used = {cell.tone for row in rows for cell in row.cells}
    meanings = (
        *(
            CellMeaning(f"score-{level}", words.number(level), gettext(SCORE_WORDS[level - 1]))
            for level in range(1, 6)
            if f"score-{level}" in used
        ),
        *([CellMeaning("unscored", "★", gettext("without a score"))] if "unscored" in used else []),
        CellMeaning("step", "", gettext("another step")),
    )
    lead = gettext("A star is a moment of truth, with its score; a dot is any other step.")
    return StepCells(
        heading=Heading(2, "_strip", gettext("Where journeys decide")),
        lead=f"{lead} {first_of(len(by_journey), words)}".strip(),
        steps_label=gettext("Steps"),
        figure_label=gettext("Moments of truth"),
        rows=rows,
        meanings=meanings,
    )


def _row(maker: PageMaker, journey: str, found: Sequence[StepSpot]) -> StepRow:
    decisive = {spot.key for spot in found}
    spots = maker.portal.steps(journey)
    stage, cells = "", list[StepCell]()
    for spot in spots:
        begins = bool(cells) and spot.stage.id != stage
        stage = spot.stage.id
        cells.append(
            _moment(maker, spot, begins=begins) if spot.key in decisive else StepCell("step", begins_stage=begins)
        )
    words = maker.words
    said = words.gettext("%(some)s of %(all)s", some=words.number(len(found)), all=words.number(len(spots)))
    return StepRow(maker.to(maker.portal.get(Journey, journey)), tuple(cells), None, said)


def _moment(maker: PageMaker, spot: StepSpot, *, begins: bool) -> StepCell:
    title, to = maker.link(spot.key).title, address_of(spot.key)
    if spot.mean_score is None:
        return StepCell("unscored", "★", to, f"{title}: {maker.words.gettext('without a score')}", begins)
    felt = score(spot.mean_score, maker.words)
    return StepCell(f"score-{felt.level}", felt.shown, to, f"{title}: {felt.shown} {felt.word}", begins)
