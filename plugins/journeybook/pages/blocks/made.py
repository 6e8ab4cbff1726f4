"""From a building block to what it shows."""

from __future__ import annotations

from journeybook.model.addresses import index_address
from journeybook.model.block import Block
from journeybook.model.block_table import ATLAS, MOMENTS, Offer, offer_of
from journeybook.pages.blocks.block_view import (
    BlockView,
    CardsBlock,
    CountBlock,
    EmptyBlock,
    ListBlock,
    TableBlock,
)
from journeybook.pages.blocks.cards import card_of
from journeybook.pages.blocks.items import Item, item_of
from journeybook.pages.blocks.one_thing import one_thing
from journeybook.pages.blocks.rows import first_column, list_row, rows_of
from journeybook.pages.blocks.selection import selected
from journeybook.pages.blocks.whole import whole_view
from journeybook.pages.page_maker import PageMaker, Voice
from journeybook.pages.pieces import Text
from journeybook.pages.vocabulary import kinds_word
from journeybook.portal import PAGED
from journeybook.portal.building_blocks import thing_of


def block_view(maker: PageMaker, block: Block) -> BlockView:
    """What `block` shows; a pure function of the portal and its options."""
    offer = offer_of(block.show, has_id=block.id is not None)
    look = block.look or offer.looks[0]
    if offer.is_whole:
        return whole_view(maker, block.show, look, _title(maker, block)) or _empty(maker, block, offer)
    if not offer.is_one:
        return _many(maker, block, offer, look)
    key = thing_of(block, maker.portal.directory)
    view = one_thing(maker, item_of(maker.portal, key), look, _title(maker, block)) if key else None
    return view or _empty(maker, block, offer)


def _many(maker: PageMaker, block: Block, offer: Offer, look: str) -> BlockView:
    items = selected(maker, block)
    if look == "count":
        return _count(maker, block, offer, len(items))
    if not items:
        return _empty(maker, block, offer)
    return _listed(maker, block, offer, look, items)


def _listed(maker: PageMaker, block: Block, offer: Offer, look: str, items: tuple[Item, ...]) -> BlockView:
    title, name = _title(maker, block), _name(maker, block, offer)
    match look:
        case "cards":
            return CardsBlock(title=title, name=name, cards=tuple(card_of(maker, item) for item in items))
        case "list":
            rows = tuple(list_row(maker, item, block.show) for item in items)
            return ListBlock(title=title, name=name, rows=rows)
        case _:
            rows = rows_of(maker, block.show, items)
            first = first_column(maker, block.show)
            shows_status = any(row.upkeep.status or row.upkeep.overdue for row in rows)
            return TableBlock(title=title, name=name, first=first, rows=rows, shows_status=shows_status)


def _count(maker: PageMaker, block: Block, offer: Offer, number: int) -> CountBlock:
    label = _name(maker, block, offer)
    has_overview = offer.kind and block.where is None and any(one.kind_of == offer.kind for one in PAGED)
    return CountBlock(
        title=_title(maker, block),
        name=label,
        number=maker.words.number(number),
        label=label,
        to=index_address(offer.kind) if has_overview and offer.kind else None,
    )


def _empty(maker: PageMaker, block: Block, offer: Offer) -> EmptyBlock:
    said = block.empty or maker.words.gettext("There is nothing to show here yet.")
    message = maker.text(said, Voice(block.place.file))
    return EmptyBlock(title=_title(maker, block), name=_name(maker, block, offer), message=message)


def _title(maker: PageMaker, block: Block) -> Text | None:
    return maker.text_if(block.title, Voice(block.place.file))


def _name(maker: PageMaker, block: Block, offer: Offer) -> str:
    if block.title:
        return maker.plain(block.title)
    if block.show == MOMENTS:
        return maker.words.gettext("Moments of truth")
    if block.show == ATLAS:
        return maker.words.gettext("Atlas")
    if offer.kind is None:
        return maker.words.gettext("Hand-offs")
    return kinds_word(offer.kind, maker.words)
