"""The atlas and the boards in building blocks."""

from __future__ import annotations

from journeybook.model import keys
from journeybook.model.addresses import address_of
from journeybook.model.block_table import ATLAS
from journeybook.model.keys import SpotKey
from journeybook.model.places import NOWHERE
from journeybook.pages.atlas import AtlasPage
from journeybook.pages.blocks.block_view import AtlasBlock, BlockView, BoardsBlock, ListBlock
from journeybook.pages.boards.boards import BoardsPage
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Text
from journeybook.pages.planned import PlannedPage
from journeybook.pages.sections.link_groups import LinkRow
from journeybook.pages.titles import title_about_many
from journeybook.pages.view_of import view_of


def whole_view(maker: PageMaker, show: str, look: str, title: Text | None) -> BlockView | None:
    """What `show`, the atlas or the boards, shows as `look`; None where there is no journey."""
    key = keys.ATLAS if show == ATLAS else keys.BOARDS
    name = maker.plain(title.written) if title else title_about_many(key, maker.words)
    page = _page(maker, key)
    if isinstance(page, AtlasPage):
        return AtlasBlock(title=title, name=name, page=page) if page.rows else None
    if not isinstance(page, BoardsPage):
        return None
    if look == "list":
        rows = tuple(LinkRow(card.link, note=card.lead) for card in page.cards)
        return ListBlock(title=title, name=name, rows=rows)
    return BoardsBlock(title=title, name=name, cards=page.cards)


def _page(maker: PageMaker, key: SpotKey) -> PageView:
    return view_of(PlannedPage(key, address_of(key), key.kind, "", NOWHERE), maker.context)
