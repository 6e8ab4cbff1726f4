"""Where and through what the customer meets the company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Channel
from journeybook.model.lanes import LaneName
from journeybook.pages.map.lanes.lane import CellLane, Columns, Lane, link_lane
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link
from journeybook.pages.vocabulary import kinds_word, word_for
from journeybook.portal import key_of


class ChannelMark(Struct, frozen=True):
    """A channel in a cell."""

    link: Link
    kind: str
    """As the model has it (`human`, `bot`); empty where nobody said."""
    kind_word: str
    """As readers read it."""


class ChannelLane(CellLane, frozen=True, kw_only=True):
    """The channels of each step."""

    form: ClassVar[str] = "channels"
    cells: tuple[tuple[ChannelMark, ...], ...]
    """Some for each column."""

    @property
    def said(self) -> Sequence[object]:
        """What its cells say."""
        return self.cells


def contact_lanes(maker: PageMaker, columns: Columns) -> Iterator[Lane]:
    """The lanes of touchpoints and channels."""
    words = maker.words
    yield link_lane(
        LaneName.TOUCHPOINTS,
        kinds_word("touchpoint", words),
        columns,
        lambda spot: maker.links(map(key_of, spot.touchpoints)),
    )
    yield ChannelLane(
        name=LaneName.CHANNELS,
        label=kinds_word("channel", words),
        cells=tuple(tuple(_mark(maker, one) for one in spot.channels) if spot else () for spot in columns),
    )


def _mark(maker: PageMaker, channel: Channel) -> ChannelMark:
    kind = channel.kind or ""
    return ChannelMark(maker.to(channel), kind, word_for(kind, maker.words) if kind else "")
