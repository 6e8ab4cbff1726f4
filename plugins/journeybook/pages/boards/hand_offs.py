"""The board of hand-offs: where work passes from one team to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from journeybook.model import Journey, Kind
from journeybook.model.boards import Board
from journeybook.model.keys import SpotKey
from journeybook.pages.boards.board import BoardParts, counted
from journeybook.pages.boards.hand_off_matrix import hand_off_matrix, pair_anchor
from journeybook.pages.measures import basis, mean
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Count, PersonaScore
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import (
    MOST_ROWS,
    Column,
    Table,
    TableCell,
    TableRow,
    first_of,
    said,
    scored,
    table,
)
from journeybook.pages.sections.uses import scores_of
from journeybook.portal import HandOff, Portal


def all_hand_offs(portal: Portal) -> tuple[HandOff, ...]:
    """Every change of team in the portal, in file order."""
    return tuple(one for journey in portal.all(Journey) for one in portal.flow(journey.id).hand_offs)


def hand_off_counts(maker: PageMaker) -> tuple[Count, ...]:
    """The totals of the board."""
    words, found = maker.words, all_hand_offs(maker.portal)
    return (
        counted(maker, len(found), words.gettext("Hand-offs"), Board.HAND_OFFS, "_hand_offs"),
        counted(maker, len(_by_pair(found)), words.gettext("Pairs of teams"), Board.HAND_OFFS, "_pairs"),
        Count(words.number(len({one.source.journey.id for one in found})), words.gettext("Journeys")),
    )


def hand_offs_board(maker: PageMaker) -> BoardParts:
    """Between which teams work passes, and where."""
    gettext = maker.words.gettext
    found = all_hand_offs(maker.portal)
    return BoardParts(
        rule=gettext(
            "A hand-off is a change of team from one step to the next, along `next:` or the written order; steps "
            "without a team are passed over. A step's team is its own, else that of its touchpoint."
        ),
        counts=hand_off_counts(maker) if found else (),
        sections=present(hand_off_matrix(maker, found), _pairs(maker, found), _each(maker, found)),
        empty=""
        if found
        else gettext(
            "No journey changes hands yet. Name the `team:` of touchpoints or steps to see where it does."
        ),
    )


def _by_pair(found: Iterable[HandOff]) -> dict[tuple[str, str], list[HandOff]]:
    """Hand-offs by who gives and who takes, the most frequent pair first; equals in file order."""
    pairs: defaultdict[tuple[str, str], list[HandOff]] = defaultdict(list)
    for one in found:
        pairs[one.giver.id, one.taker.id].append(one)
    return dict(sorted(pairs.items(), key=lambda pair: -len(pair[1])))


def _pairs(maker: PageMaker, found: Iterable[HandOff]) -> Table | None:
    gettext = maker.words.gettext
    columns = (
        Column(gettext("From")),
        Column(gettext("To")),
        Column(gettext("Hand-offs"), is_number=True),
        Column(gettext("Journeys"), is_number=True),
        Column(gettext("Mean score after it")),
    )
    rows = (
        TableRow(tuple(_pair_cells(maker, *pair, some)), anchor=pair_anchor(*pair))
        for pair, some in _by_pair(found).items()
    )
    return table(("_pairs", gettext("Between which teams")), columns, rows)


def _pair_cells(maker: PageMaker, giver: str, taker: str, found: list[HandOff]) -> Iterable[TableCell]:
    words = maker.words
    after = {one.target.key: one.target for one in found}.values()
    score = mean((value for spot in after for value in spot.scores.values()), words)
    rests_on = basis(sum(bool(spot.scores) for spot in after), len(after), words)
    yield said(maker.link(SpotKey(Kind.TEAM, giver)))
    yield said(maker.link(SpotKey(Kind.TEAM, taker)))
    yield said(words.number(len(found)))
    yield said(words.number(len({one.source.journey.id for one in found})))
    yield scored(PersonaScore(None, score, rests_on) if score else None)


def _each(maker: PageMaker, found: Sequence[HandOff]) -> Table | None:
    gettext = maker.words.gettext
    columns = (
        Column(gettext("From")),
        Column(gettext("To")),
        Column(gettext("Score after it")),
        Column(gettext("Journey")),
    )
    rows = (_cells(maker, one) for one in found[:MOST_ROWS])
    return table(("_hand_offs", gettext("Every hand-off")), columns, rows, lead=first_of(len(found), maker.words))


def _cells(maker: PageMaker, one: HandOff) -> Iterable[TableCell]:
    yield said(maker.to(one.giver), note=[maker.link(one.source.key)])
    yield said(maker.to(one.taker), note=[maker.link(one.target.key)])
    yield scored(*scores_of(maker, one.target))
    yield said(maker.to(one.source.journey))
