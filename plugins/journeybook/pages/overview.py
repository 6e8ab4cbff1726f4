"""The overview of one kind: all personas, all journeys, all touchpoints."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model import RECORDS, Journey, Kind, Persona
from journeybook.pages.cards import Card, journey_card, persona_card
from journeybook.pages.head import head_about_many
from journeybook.pages.ordering import by_title
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.page_view import PageView
from journeybook.pages.sections.consistency import consistency_table
from journeybook.pages.sections.section import present
from journeybook.pages.table import Row, table_rows
from journeybook.pages.vocabulary import kinds_word, lead_of


@dataclass(frozen=True, slots=True)
class Empty:
    """What stands where there is nothing yet."""

    message: str
    command: str
    """What to type to add the first one; empty where readers cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage(PageView):
    """The overview of one kind: as cards, or as a table, or empty."""

    count: str
    """How many there are."""
    cards: tuple[Card, ...] = ()
    rows: tuple[Row, ...] = ()
    empty: Empty | None = None


def overview_page(maker: PageMaker, kind: Kind) -> OverviewPage:
    """The overview of `kind`."""
    words = maker.words
    entities = by_title(maker.portal.all(RECORDS[kind]))
    as_cards = kind in {Kind.PERSONA, Kind.JOURNEY}
    return OverviewPage(
        page=maker.page,
        head=head_about_many(maker, kinds_word(kind, words), lead_of(kind, words)),
        count=words.number(len(entities)),
        cards=tuple(
            persona_card(maker, one) if isinstance(one, Persona) else journey_card(maker, one)
            for one in entities
            if isinstance(one, Persona | Journey)
        ),
        rows=() if as_cards else table_rows(maker, kind, entities),
        sections=present(consistency_table(maker, maker.portal.consistencies) if kind == Kind.CHANNEL else None),
        empty=None if entities else _empty(maker, kind),
    )


def _empty(maker: PageMaker, kind: Kind) -> Empty:
    if maker.context.options.audience == "public":
        return Empty(maker.words.gettext("Nothing here yet."), "")
    message = maker.words.gettext("Nothing here yet. Add the first one with this command:")
    return Empty(message, f"journeybook new {kind}")
