"""Cards of any kind of thing in building blocks."""

from __future__ import annotations

from journeybook.model import Journey, Persona, Stage, Step
from journeybook.pages.blocks.items import Item
from journeybook.pages.blocks.rows import cells_of, reason_of
from journeybook.pages.cards import Card, journey_card, persona_card
from journeybook.pages.head import upkeep_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.pieces import Fact, Text


def card_of(maker: PageMaker, item: Item) -> Card:
    """The card of an item."""
    entity = item.entity
    if isinstance(entity, Persona):
        return persona_card(maker, entity)
    if isinstance(entity, Journey):
        return journey_card(maker, entity)
    cells = cells_of(maker, item)
    means = [cell.score for cell in cells if cell.score]
    reason = reason_of(maker, item.spots[0]) if isinstance(entity, Step) else None
    why = maker.fact(maker.words.gettext("Why"), reason)
    return Card(
        link=maker.link(item.key),
        summary=_summary(maker, item),
        badges=_badges(maker, item),
        facts=facts(why, *(Fact(cell.label, cell.values) for cell in cells if cell.values)),
        scores=(*means, *(score for cell in cells for score in cell.scores)),
        upkeep=upkeep_of(maker, entity, item.key),
    )


def _summary(maker: PageMaker, item: Item) -> Text | None:
    entity = item.entity
    said = entity.summary
    if isinstance(entity, Step):
        said = said or entity.does
    elif isinstance(entity, Stage):
        said = said or entity.goal
    return maker.text_if(said, maker.voice(entity, *(one for _, one in item.around)))


def _badges(maker: PageMaker, item: Item) -> tuple[str, ...]:
    is_moment = isinstance(item.entity, Step) and item.entity.moment_of_truth
    return (maker.words.gettext("Moment of truth"),) if is_moment else ()
