"""Who hands over to whom, as a matrix of teams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from journeybook.model import Kind
from journeybook.model.addresses import Address, board_address
from journeybook.model.boards import Board
from journeybook.model.keys import SpotKey
from journeybook.pages.figures import part_of
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.matrix import Matrix, MatrixCell, MatrixRow
from journeybook.portal import HandOff

MOST_TEAMS = 24
"""How many teams the matrix shows: more columns than that no screen holds."""

Pairs = Mapping[tuple[str, str], int]
"""How many hand-offs each pair of teams has, giver first."""


def pair_anchor(giver: str, taker: str) -> str:
    """The anchor of the row about a pair of teams."""
    return f"_pair_{giver}_{taker}"


def hand_off_matrix(maker: PageMaker, found: Sequence[HandOff]) -> Matrix | None:
    """Givers against takers, the busiest teams first; None where no work changes hands."""
    busy = Counter(team.id for one in found for team in (one.giver, one.taker))
    teams = [team for team, _ in busy.most_common(MOST_TEAMS)]
    counted = Counter((one.giver.id, one.taker.id) for one in found)
    pairs = {pair: n for pair, n in counted.items() if {*pair} <= {*teams}}
    if not pairs:
        return None
    gettext, number = maker.words.gettext, maker.words.number
    gives, takes = Counter[str](), Counter[str]()
    for (giver, taker), n in pairs.items():
        gives[giver] += n
        takes[taker] += n
    takers = [team for team in teams if takes[team]]
    lead = gettext("Rows hand over, columns take over. A number leads to its pair below.")
    if len(busy) > MOST_TEAMS:
        left = gettext("The %(some)s busiest of %(all)s teams.", some=number(MOST_TEAMS), all=number(len(busy)))
        lead = f"{lead} {left}"
    return Matrix(
        heading=Heading(2, "_matrix", gettext("Who hands over to whom")),
        corner=gettext("From ↓ to →"),
        columns=tuple(maker.link(SpotKey(Kind.TEAM, taker)) for taker in takers),
        rows=tuple(_row(maker, team, takers, pairs, gives[team]) for team in teams if gives[team]),
        totals=(*(number(takes[taker]) for taker in takers), number(sum(pairs.values()))),
        lead=lead,
    )


def _row(maker: PageMaker, giver: str, takers: Sequence[str], pairs: Pairs, total: int) -> MatrixRow:
    link = maker.link(SpotKey(Kind.TEAM, giver))
    cells = tuple(_cell(maker, giver, taker, pairs) for taker in takers)
    return MatrixRow(link, cells, maker.words.number(total))


def _cell(maker: PageMaker, giver: str, taker: str, pairs: Pairs) -> MatrixCell:
    if giver == taker:
        return MatrixCell(is_itself=True)
    if not (n := pairs.get((giver, taker), 0)):
        return MatrixCell()
    names = [maker.link(SpotKey(Kind.TEAM, team)).title for team in (giver, taker)]
    return MatrixCell(
        number=maker.words.number(n),
        depth=part_of(n, max(pairs.values())),
        to=Address(board_address(Board.HAND_OFFS).path, pair_anchor(giver, taker)),
        title=" → ".join(names),
    )
