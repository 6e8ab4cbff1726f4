"""What a building block shows."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from journeybook.model.addresses import Address
from journeybook.pages.atlas import AtlasPage
from journeybook.pages.boards.boards import BoardCard
from journeybook.pages.cards import Card
from journeybook.pages.curve import CurveFigure
from journeybook.pages.map import JourneyMap
from journeybook.pages.pieces import Fact, Link, Text
from journeybook.pages.sections.diagrams import FlowLine
from journeybook.pages.sections.link_groups import LinkRow
from journeybook.pages.table import Row
from journeybook.pictures import Diagram


class BlockView(Struct, frozen=True, kw_only=True):
    """What a building block shows; its form names the template that shows it."""

    form: ClassVar[str]
    title: Text | None
    """The author's own line above it."""
    name: str
    """What it shows in a few plain words, for those who cannot see it: `Journeys`."""
    thing: Link | None = None
    """What it is about, where it shows one thing and says nowhere else which."""


class CardsBlock(BlockView, frozen=True, kw_only=True):
    """Things as cards; one of them as one card."""

    form: ClassVar[str] = "cards"
    cards: tuple[Card, ...]


class TableBlock(BlockView, frozen=True, kw_only=True):
    """Things as rows of a table."""

    form: ClassVar[str] = "table"
    first: str
    """The head of the first column."""
    rows: tuple[Row, ...]
    """At least one; all have the same columns."""
    shows_status: bool
    """Whether a last column says how far each has come."""


class ListBlock(BlockView, frozen=True, kw_only=True):
    """Things as a list of links."""

    form: ClassVar[str] = "list"
    rows: tuple[LinkRow, ...]


class CountBlock(BlockView, frozen=True, kw_only=True):
    """How many there are."""

    form: ClassVar[str] = "count"
    number: str
    label: str
    to: Address | None
    """Their overview, where all of them are counted and there is one."""


class FactsBlock(BlockView, frozen=True, kw_only=True):
    """The facts of one thing."""

    form: ClassVar[str] = "facts"
    facts: tuple[Fact, ...]


class MapBlock(BlockView, frozen=True, kw_only=True):
    """A journey, or a stage, as a map."""

    form: ClassVar[str] = "map"
    map: JourneyMap


class CurveBlock(BlockView, frozen=True, kw_only=True):
    """How a journey, or a stage, feels from step to step."""

    form: ClassVar[str] = "curve"
    curve: CurveFigure


class FlowBlock(BlockView, frozen=True, kw_only=True):
    """The ways through a journey."""

    form: ClassVar[str] = "flow"
    diagram: Diagram
    lines: tuple[FlowLine, ...]


class AtlasBlock(BlockView, frozen=True, kw_only=True):
    """All journeys in one table."""

    form: ClassVar[str] = "atlas"
    page: AtlasPage
    """The page that shows the same."""


class BoardsBlock(BlockView, frozen=True, kw_only=True):
    """Every board with its totals."""

    form: ClassVar[str] = "boards"
    cards: tuple[BoardCard, ...]


class EmptyBlock(BlockView, frozen=True, kw_only=True):
    """What stands where there is nothing to show."""

    form: ClassVar[str] = "empty"
    message: Text


class UnreadBlock(BlockView, frozen=True, kw_only=True):
    """What is wrong with a block that cannot be read; its author sees it while writing."""

    form: ClassVar[str] = "unread"
    messages: tuple[str, ...]
