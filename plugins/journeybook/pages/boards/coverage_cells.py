"""What the steps of each journey rest on, one cell per step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeybook.model import Journey
from journeybook.model.addresses import address_of
from journeybook.pages.figures import Part, Parts, Tone, part_of
from journeybook.pages.measures import share
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.step_cells import CellMeaning, StepCell, StepCells, StepRow
from journeybook.pages.sections.table import MOST_ROWS, first_of
from journeybook.pages.vocabulary import mark
from journeybook.portal import StepSpot
from journeybook.portal.claims import Basis, Claim, Coverage, claims_at

BASES = {
    Basis.CUSTOMER: mark("Customers say so"),
    Basis.PROXY: mark("Front-line staff say so for them"),
    Basis.INSIDER: mark("Insiders say so"),
    Basis.UNSAID: mark("Evidence that names no voice"),
    Basis.ASSUMPTION: mark("Assumption"),
}
"""What a claim rests on, in words."""

_LETTERS = {
    Basis.CUSTOMER: mark("C"),
    Basis.PROXY: mark("P"),
    Basis.INSIDER: mark("I"),
    Basis.UNSAID: "?",
    Basis.ASSUMPTION: "–",
}
"""The first letters of customer, proxy and insider."""


def coverage_cells(maker: PageMaker, coverage: Coverage) -> StepCells | None:
    """Every current journey over its steps, the least proven first; None where there is none that claims."""
    gettext, words = maker.words.gettext, maker.words
    found = sorted(_coverages(coverage), key=lambda one: one[1].share or 0)
    if not found:
        return None
    rows = tuple(_row(maker, journey, part) for journey, part in found[:MOST_ROWS])
    used = {cell.tone for row in rows for cell in row.cells}
    meanings = (
        *(CellMeaning(basis, gettext(_LETTERS[basis]), gettext(BASES[basis])) for basis in Basis if basis in used),
        *([CellMeaning("step", "", gettext("Nothing is claimed"))] if "step" in used else []),
    )
    lead = gettext("One cell per step, with the strongest voice behind what it claims.")
    return StepCells(
        heading=Heading(2, "_steps", gettext("Step by step")),
        lead=f"{lead} {first_of(len(found), words)}".strip(),
        steps_label=gettext("Steps"),
        figure_label=gettext("Proven claims"),
        rows=rows,
        meanings=meanings,
    )


def _coverages(coverage: Coverage) -> Iterable[tuple[Journey, Coverage]]:
    found: dict[str, list[Claim]] = {}
    journeys: dict[str, Journey] = {}
    for claim in coverage.claims:
        if claim.journey:
            journeys[claim.journey.id] = claim.journey
            found.setdefault(claim.journey.id, []).append(claim)
    return ((journeys[one], Coverage(tuple(claims))) for one, claims in found.items())


def _row(maker: PageMaker, journey: Journey, part: Coverage) -> StepRow:
    cells, stage = list[StepCell](), ""
    for spot in maker.portal.steps(journey.id):
        cells.append(_cell(maker, spot, begins=bool(cells) and spot.stage.id != stage))
        stage = spot.stage.id
    return StepRow(maker.to(journey), tuple(cells), voices_of(part), share(part.share, maker.words) or "")


def _cell(maker: PageMaker, spot: StepSpot, *, begins: bool) -> StepCell:
    bases = [claim.basis for claim in claims_at(maker.portal, spot)]
    title, to = maker.link(spot.key).title, address_of(spot.key)
    if not bases:
        return StepCell("step", begins_stage=begins)
    strongest = next(basis for basis in Basis if basis in bases)
    word = maker.words.gettext(BASES[strongest])
    return StepCell(strongest, maker.words.gettext(_LETTERS[strongest]), to, f"{title}: {word}", begins)


def voices_of(coverage: Coverage) -> Parts:
    """How many claims rest on customers, on others, on nothing."""
    claims, by_basis = len(coverage.claims), coverage.by_basis
    customer, assumed = by_basis[Basis.CUSTOMER], by_basis[Basis.ASSUMPTION]
    found: Sequence[tuple[int, Tone]] = (
        (customer, "done"),
        (claims - customer - assumed, "ahead"),
        (assumed, "never"),
    )
    return Parts(tuple(Part(part_of(n, claims), tone) for n, tone in found if n))
