"""Touchpoints held side by side in the channels they are met through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.model import Channel
from journeybook.pages.measures import score
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import PersonaScore
from journeybook.pages.sections.table import Column, Table, TableCell, said, scored, table
from journeybook.portal import key_of
from journeybook.portal.consistency import UNEVEN, Consistency, InChannel


def consistency_table(
    maker: PageMaker, found: Iterable[Consistency], first: Channel | None = None
) -> Table | None:
    """A row for each touchpoint, `first` before the other channels; None where none is met through two."""
    rows = [one for one in found if first is None or one.through(first)]
    channels = _columns(rows, first)
    gettext, words = maker.words.gettext, maker.words
    columns = (
        Column(gettext("Touchpoint")),
        Column(gettext("Spread")),
        *(Column(maker.plain(channel.title)) for channel in channels),
    )
    lead = gettext(
        "How a touchpoint feels in each channel it is met through: the mean of its scores there, and how many "
        "steps they come from. The spread is how far the best lies above the worst, and is marked where that is "
        "%(points)s or more. Steps that leave their channel open, and journeys as they shall be, do not count.",
        points=words.number(UNEVEN),
    )
    heading = ("_consistency", gettext("The same in every channel?"))
    return table(heading, columns, (_cells(maker, one, channels) for one in rows), lead=lead)


def _columns(rows: Iterable[Consistency], first: Channel | None) -> tuple[Channel, ...]:
    """The channels of `rows`, `first` before the others; those most touchpoints are met through come early."""
    counts: dict[str, tuple[Channel, int]] = {}
    for row in rows:
        for one in row.channels:
            counts[one.channel.id] = (one.channel, counts.get(one.channel.id, (one.channel, 0))[1] + 1)
    ordered = sorted(counts.values(), key=lambda it: (it[0] is not first, -it[1]))
    return tuple(channel for channel, _ in ordered)


def _cells(maker: PageMaker, one: Consistency, channels: Iterable[Channel]) -> Iterator[TableCell]:
    yield said(maker.link(key_of(one.touchpoint)))
    yield _spread(maker, one)
    for channel in channels:
        yield _cell(maker, one.through(channel))


def _cell(maker: PageMaker, met: InChannel | None) -> TableCell:
    words = maker.words
    if met is None:
        return TableCell()
    if met.mean is None:
        return said(words.gettext("not scored"))
    return scored(PersonaScore(None, score(met.mean, words), words.gettext("n = %(n)s", n=words.number(met.n))))


def _spread(maker: PageMaker, one: Consistency) -> TableCell:
    if one.spread is None:
        return TableCell()
    shown = maker.words.number(one.spread)
    return TableCell(badge=shown, tone="overdue") if one.is_uneven else said(shown)
