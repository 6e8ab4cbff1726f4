"""What a building block shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

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


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """What a building block shows; its form names the template that shows it."""

    form: ClassVar[str]
    title: Text | None
    """The author's own line above it."""
    name: str
    """What it shows in a few plain words, for those who cannot see it: `Journeys`."""
    thing: Link | None = None
    """What it is about, where it shows one thing and says nowhere else which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsBlock(BlockView):
    """Things as cards; one of them as one card."""

    form: ClassVar[str] = "cards"
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock(BlockView):
    """Things as rows of a table."""

    form: ClassVar[str] = "table"
    first: str
    """The head of the first column."""
    rows: tuple[Row, ...]
    """At least one; all have the same columns."""
    shows_status: bool
    """Whether a last column says how far each has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock(BlockView):
    """Things as a list of links."""

    form: ClassVar[str] = "list"
    rows: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBlock(BlockView):
    """How many there are."""

    form: ClassVar[str] = "count"
    number: str
    label: str
    to: Address | None
    """Their overview, where all of them are counted and there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsBlock(BlockView):
    """The facts of one thing."""

    form: ClassVar[str] = "facts"
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapBlock(BlockView):
    """A journey, or a stage, as a map."""

    form: ClassVar[str] = "map"
    map: JourneyMap


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveBlock(BlockView):
    """How a journey, or a stage, feels from step to step."""

    form: ClassVar[str] = "curve"
    curve: CurveFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBlock(BlockView):
    """The ways through a journey."""

    form: ClassVar[str] = "flow"
    diagram: Diagram
    lines: tuple[FlowLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasBlock(BlockView):
    """All journeys in one table."""

    form: ClassVar[str] = "atlas"
    page: AtlasPage
    """The page that shows the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardsBlock(BlockView):
    """Every board with its totals."""

    form: ClassVar[str] = "boards"
    cards: tuple[BoardCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyBlock(BlockView):
    """What stands where there is nothing to show."""

    form: ClassVar[str] = "empty"
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadBlock(BlockView):
    """What is wrong with a block that cannot be read; its author sees it while writing."""

    form: ClassVar[str] = "unread"
    messages: tuple[str, ...]
