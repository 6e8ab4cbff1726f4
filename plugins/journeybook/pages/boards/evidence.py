"""The board of evidence coverage: what the journeys rest on, and what is assumed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journeybook.model import Evidence, Journey, Kind
from journeybook.model.boards import Board
from journeybook.pages.boards.board import BoardParts, counted
from journeybook.pages.boards.coverage_cells import BASES, coverage_cells
from journeybook.pages.boards.evidence_pieces import evidence_pieces
from journeybook.pages.figures import Bar, part_of
from journeybook.pages.measures import share
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Count, Value
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import MOST_ROWS, Column, Table, TableCell, drawn, first_of, said, table
from journeybook.pages.vocabulary import kinds_word, mark
from journeybook.portal.claims import Basis, Claim, ClaimKind, Coverage, claims_of
from journeybook.words import Words

_CLAIMS = {
    ClaimKind.PERSONA: mark("Persona"),
    ClaimKind.STEP: mark("How a step feels"),
    ClaimKind.MOMENT_OF_TRUTH: mark("Moment of truth"),
    ClaimKind.PAIN: mark("Pain"),
    ClaimKind.GAIN: mark("Gain"),
}


def basis_word(basis: Basis, words: Words) -> str:
    """What a claim rests on, in words."""
    return words.gettext(BASES[basis])


def coverage_counts(maker: PageMaker) -> tuple[Count, ...]:
    """The totals of the board."""
    return _counts(maker, Coverage(claims_of(maker.portal)))


def _counts(maker: PageMaker, coverage: Coverage) -> tuple[Count, ...]:
    words, board, by_basis = maker.words, Board.EVIDENCE, coverage.by_basis
    by_customers = by_basis[Basis.CUSTOMER] / len(coverage.claims) if coverage.claims else None
    return (
        counted(maker, len(coverage.claims), words.gettext("Claims"), board, "_journeys"),
        Count(share(coverage.share, words) or "–", words.gettext("rest on evidence")),
        Count(share(by_customers, words) or "–", words.gettext("rest on customers' own words")),
        counted(maker, by_basis[Basis.ASSUMPTION], words.gettext("rest on assumption"), board, "_assumed"),
    )


def evidence_board(maker: PageMaker) -> BoardParts:
    """Which share of the claims is proven, and by whose voice."""
    gettext = maker.words.gettext
    coverage = Coverage(claims_of(maker.portal))
    unproven = [claim for claim in coverage.claims if not claim.is_proven]
    return BoardParts(
        rule=gettext(
            "A claim is a persona, a step's score, feeling, thought or quote taken together, a moment of truth, a "
            "pain or a gain of a current journey. It rests on the evidence it names, else on that of its step, "
            "and counts under the strongest voice: customer, then front-line proxy, then insider. A persona whose "
            "basis is an assumption rests on none."
        ),
        counts=_counts(maker, coverage) if coverage.claims else (),
        sections=present(
            _by_basis(maker, coverage),
            coverage_cells(maker, coverage),
            _by_journey(maker, coverage),
            _assumed(maker, unproven),
            evidence_pieces(maker),
        ),
        empty="" if coverage.claims else gettext("There are no personas and no steps yet, so nothing is claimed."),
        uses_day=bool(maker.portal.all(Evidence)),
    )


def _by_basis(maker: PageMaker, coverage: Coverage) -> Table | None:
    gettext, words = maker.words.gettext, maker.words
    columns = (
        Column(gettext("Rests on")),
        Column(gettext("Claims"), is_number=True),
        Column(gettext("Share"), is_number=True),
    )
    rows = (
        (
            said(basis_word(basis, words)),
            said(words.number(n)),
            drawn(Bar(part_of(n, len(coverage.claims))), share(n / len(coverage.claims), words)),
        )
        for basis, n in coverage.by_basis.items()
        if coverage.claims and (n or basis is not Basis.UNSAID)
    )
    return table(("_voices", gettext("By voice")), columns, rows)


def _by_journey(maker: PageMaker, coverage: Coverage) -> Table | None:
    gettext = maker.words.gettext
    columns = (
        Column(gettext("Journey"), is_wide=True),
        Column(gettext("Claims"), is_number=True),
        Column(gettext("Proven"), is_number=True),
        Column(gettext("Customer"), is_number=True),
        Column(gettext("Proxy"), is_number=True),
        Column(gettext("Insider"), is_number=True),
        Column(gettext("Assumption"), is_number=True),
    )
    return table(("_journeys", gettext("By journey")), columns, _journey_rows(maker, coverage))


def _journey_rows(maker: PageMaker, coverage: Coverage) -> Iterator[tuple[TableCell, ...]]:
    """The least proven journey first; personas, which belong to none, above all."""
    found: dict[str, list[Claim]] = {}
    for claim in coverage.claims:
        found.setdefault(claim.journey.id if claim.journey else "", []).append(claim)
    parts = [(journey, Coverage(tuple(claims))) for journey, claims in found.items()]
    for journey, part in sorted(parts, key=lambda one: (one[0] != "", one[1].share or 0)):
        name: Value = kinds_word(Kind.PERSONA, maker.words)
        if journey:
            name = maker.to(maker.portal.get(Journey, journey))
        yield _journey_cells(name, part, maker.words)


def _journey_cells(name: Value, part: Coverage, words: Words) -> tuple[TableCell, ...]:
    voices = (Basis.CUSTOMER, Basis.PROXY, Basis.INSIDER, Basis.ASSUMPTION)
    return (
        said(name),
        said(words.number(len(part.claims))),
        said(share(part.share, words)),
        *(said(words.number(part.by_basis[basis])) for basis in voices),
    )


def _assumed(maker: PageMaker, claims: Sequence[Claim]) -> Table | None:
    gettext = maker.words.gettext
    columns = (
        Column(gettext("What is claimed"), is_wide=True),
        Column(gettext("Claim")),
        Column(gettext("Journey")),
    )
    heading = ("_assumed", gettext("What rests on assumption"))
    rows = (_cells(maker, one) for one in claims[:MOST_ROWS])
    return table(heading, columns, rows, lead=first_of(len(claims), maker.words))


def _cells(maker: PageMaker, claim: Claim) -> Iterable[TableCell]:
    gain = maker.plain(claim.gain.title) if claim.gain else None
    yield said(maker.link(claim.key), note=[gain])
    yield said(maker.words.gettext(_CLAIMS[claim.kind]))
    yield said(maker.to(claim.journey) if claim.journey else None)
