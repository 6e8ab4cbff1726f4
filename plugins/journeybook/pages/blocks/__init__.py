"""Building blocks: what an author's own text shows of the portal, as data."""

from journeybook.pages.blocks.block_view import (
    AtlasBlock,
    BlockView,
    BoardsBlock,
    CardsBlock,
    CountBlock,
    CurveBlock,
    EmptyBlock,
    FactsBlock,
    FlowBlock,
    ListBlock,
    MapBlock,
    TableBlock,
    UnreadBlock,
)
from journeybook.pages.blocks.made import block_view

__all__ = [
    "AtlasBlock",
    "BlockView",
    "BoardsBlock",
    "CardsBlock",
    "CountBlock",
    "CurveBlock",
    "EmptyBlock",
    "FactsBlock",
    "FlowBlock",
    "ListBlock",
    "MapBlock",
    "TableBlock",
    "UnreadBlock",
    "block_view",
]
