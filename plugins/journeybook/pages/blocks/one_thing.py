"""One thing in a building block: its card, its facts, or a picture of it."""

from __future__ import annotations

from msgspec.structs import replace

from journeybook.model import Journey, Kind, Pain, Stage
from journeybook.model.addresses import Address
from journeybook.pages.blocks.block_view import (
    BlockView,
    CardsBlock,
    CurveBlock,
    FactsBlock,
    FlowBlock,
    MapBlock,
)
from journeybook.pages.blocks.cards import card_of
from journeybook.pages.blocks.items import Item
from journeybook.pages.blocks.rows import cells_of
from journeybook.pages.curve import curve_of
from journeybook.pages.map import map_of
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pain import pain_view
from journeybook.pages.pieces import Fact, Text
from journeybook.pages.planned import PlannedPage
from journeybook.pages.sections.diagrams import flow_lines
from journeybook.pages.step import step_view
from journeybook.pages.view_of import view_of
from journeybook.pictures import flow_diagram


def one_thing(maker: PageMaker, item: Item, look: str, title: Text | None) -> BlockView | None:
    """What `look` shows of one thing; None where there is nothing of that sort."""
    name = maker.plain(item.entity.title)
    if look == "card":
        return CardsBlock(title=title, name=name, cards=(card_of(maker, item),))
    if look == "facts":
        facts = _facts(maker, item)
        return FactsBlock(title=title, name=name, thing=maker.link(item.key), facts=facts) if facts else None
    journey, stage = _drawn(item)
    if journey is None:
        return None
    view = _picture(maker, item, journey, stage, look)
    return replace(view, title=title, name=name, thing=maker.link(item.key)) if view else None


def _drawn(item: Item) -> tuple[Journey | None, Stage | None]:
    stage = item.entity if isinstance(item.entity, Stage) else None
    return item.journey, stage


def _picture(maker: PageMaker, item: Item, journey: Journey, stage: Stage | None, look: str) -> BlockView | None:
    match look:
        case "map":
            drawn = map_of(maker, journey, stage)
            return MapBlock(title=None, name="", map=drawn) if drawn else None
        case "curve":
            return _curve(maker, item)
        case _:
            return _flow(maker, journey)


def _curve(maker: PageMaker, item: Item) -> CurveBlock | None:
    title = maker.words.gettext("How it feels: %(title)s", title=maker.plain(item.entity.title))
    curve = curve_of(maker, item.spots, title)
    return CurveBlock(title=None, name="", curve=curve) if curve else None


def _flow(maker: PageMaker, journey: Journey) -> FlowBlock | None:
    def href(address: Address) -> str:
        """From the site's root: a narrative, and the block in it, may stand on several pages."""
        return maker.context.scope.start(address.page) + address.url(
            directory_urls=maker.context.directory_urls
        ).removeprefix("./")

    diagram = flow_diagram(maker.portal, journey, maker.words, href)
    lines = flow_lines(maker, journey)
    return FlowBlock(title=None, name="", diagram=diagram, lines=lines) if diagram else None


def _facts(maker: PageMaker, item: Item) -> tuple[Fact, ...]:
    """The facts that stand on the thing's own page."""
    if item.key.kind == Kind.STEP:
        return step_view(maker, item.spots[0], {}, {}).facts
    entity = item.entity
    if isinstance(entity, Pain):
        said = tuple(Fact(cell.label, cell.values) for cell in cells_of(maker, item) if cell.values)
        return (*said, *pain_view(maker, entity, item.spots[0]).facts)
    page = PlannedPage(item.key, maker.address(item.key), str(item.key.kind), entity.title, entity.place)
    return view_of(page, maker.context).facts
