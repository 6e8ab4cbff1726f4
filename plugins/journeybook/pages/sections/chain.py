"""From pains to opportunities to initiatives, side by side, with what is missing between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Initiative
from journeybook.model.addresses import Address, address_of, board_address
from journeybook.model.boards import Board
from journeybook.pages.figures import Bar, part_of
from journeybook.pages.measures import share
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link
from journeybook.pages.sections.section import Section
from journeybook.portal import RankedPain, key_of
from journeybook.portal.answers import initiative_of, needless_initiatives, unanswered_pains
from journeybook.portal.link_map import boards_of
from journeybook.portal.weighing import Weighed

MOST_PAINS = 4
"""How many pains of one opportunity are named; its page lists them all."""


class ChainPain(Struct, frozen=True):
    """A pain, and what it weighs."""

    link: Link
    weight: str
    bar: Bar


class ChainEnd(Struct, frozen=True):
    """An initiative."""

    link: Link
    progress: str
    """In per cent; empty where nobody said."""
    bar: Bar | None


class ChainRow(Struct, frozen=True):
    """An opportunity with the pains that lead to it; where one of them is missing, that is said."""

    pains: tuple[ChainPain, ...]
    more: str
    """How many pains are not named: `and 12 more`."""
    more_to: Address | None
    no_pains: str
    number: str
    """The opportunity's number."""
    opportunity: Link | None
    no_opportunity: str


class ChainGroup(Struct, frozen=True):
    """The rows that one initiative takes up, or nobody."""

    rows: tuple[ChainRow, ...]
    initiative: ChainEnd | None
    no_initiative: str


class Chain(Section, frozen=True, kw_only=True):
    """The three columns."""

    form: ClassVar[str] = "chain"
    lead: str
    groups: tuple[ChainGroup, ...]


def chain(maker: PageMaker, found: Sequence[Weighed], heading: tuple[str, str]) -> Chain | None:
    """What leads from pains over the opportunities `found` to initiatives; None where there is nothing.

    First what is taken up, then what nobody takes up, then the pains that lead nowhere, then the initiatives
    that answer nothing; the last three only for readers who are told of gaps.
    """
    groups = (*_taken(maker, found), *(_broken(maker, found) if maker.tells_of_gaps else ()))
    lead = maker.words.gettext(
        "What hurts, how it could be solved, and who does it. A pain's number is its weight."
    )
    return Chain(heading=Heading(2, *heading), lead=lead, groups=groups) if groups else None


def _taken(maker: PageMaker, found: Sequence[Weighed]) -> Iterator[ChainGroup]:
    by_initiative: dict[str, list[Weighed]] = {}
    initiatives: dict[str, Initiative] = {}
    for one in found:
        taken = initiative_of(maker.portal, one.opportunity)
        if taken and (one.pains or maker.tells_of_gaps):
            initiatives[taken.id] = taken
            by_initiative.setdefault(taken.id, []).append(one)
    for initiative in initiatives.values():
        rows = tuple(_row(maker, one) for one in by_initiative[initiative.id])
        yield ChainGroup(rows, _end(maker, initiative), "")


def _broken(maker: PageMaker, found: Sequence[Weighed]) -> Iterator[ChainGroup]:
    gettext = maker.words.gettext
    for one in found:
        if initiative_of(maker.portal, one.opportunity) is None:
            yield ChainGroup((_row(maker, one),), None, gettext("No initiative"))
    if pains := unanswered_pains(maker.portal):
        row = _pains_row(maker, pains, gettext("No opportunity"))
        yield ChainGroup((row,), None, "")
    named = (initiative_of(maker.portal, one.opportunity) for one in found)
    taken = {one.id for one in named if one}
    for initiative in needless_initiatives(maker.portal):
        if initiative.id not in taken:
            row = ChainRow((), "", None, gettext("No pain"), "", None, gettext("No opportunity"))
            yield ChainGroup((row,), _end(maker, initiative), "")


def _row(maker: PageMaker, one: Weighed) -> ChainRow:
    to = Address(address_of(key_of(one.opportunity)).path, "_pains")
    return ChainRow(
        pains=_pains(maker, one.pains),
        more=_more(maker, one.pains),
        more_to=to,
        no_pains="" if one.pains else "".join(maker.gaps(maker.words.gettext("No pain"))),
        number=maker.words.number(one.number),
        opportunity=maker.to(one.opportunity),
        no_opportunity="",
    )


def _pains_row(maker: PageMaker, pains: Sequence[RankedPain], missing: str) -> ChainRow:
    has_board = Board.NEEDS in boards_of(maker.portal.content)
    to = Address(board_address(Board.NEEDS).path, "_pains") if has_board else None
    return ChainRow(_pains(maker, pains), _more(maker, pains), to, "", "", None, missing)


def _pains(maker: PageMaker, pains: Iterable[RankedPain]) -> tuple[ChainPain, ...]:
    heaviest = maker.portal.ranked_pains[0].weight if maker.portal.ranked_pains else 0
    return tuple(
        ChainPain(maker.link(one.spot.key), maker.words.number(one.weight), Bar(part_of(one.weight, heaviest)))
        for one in [*pains][:MOST_PAINS]
    )


def _more(maker: PageMaker, pains: Sequence[RankedPain]) -> str:
    left = len(pains) - MOST_PAINS
    return maker.words.ngettext("and %(count)s more", "and %(count)s more", left) if left > 0 else ""


def _end(maker: PageMaker, initiative: Initiative) -> ChainEnd:
    done = share(initiative.progress, maker.words) or ""
    bar = None if initiative.progress is None else Bar(part_of(initiative.progress, 1))
    return ChainEnd(maker.to(initiative), done, bar)
