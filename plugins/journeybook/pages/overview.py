"""The overview of one kind: all personas, all journeys, all touchpoints."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model import RECORDS, Journey, Kind, Persona
from journeybook.pages.cards import Card, journey_card, persona_card
from journeybook.pages.head import head_about_many
from journeybook.pages.initiative_timeline import initiative_timeline
from journeybook.pages.ordering import by_title
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.consistency import consistency_table
from journeybook.pages.sections.plane import plane
from journeybook.pages.sections.section import Section, headings_in, present
from journeybook.pages.table import Row, table_rows
from journeybook.pages.vocabulary import kinds_word, lead_of
from journeybook.portal.weighing import weighed


class Empty(Struct, frozen=True):
    """What stands where there is nothing yet."""

    message: str
    command: str
    """What to type to add the first one; empty where readers cannot."""


class OverviewPage(PageView, frozen=True, kw_only=True):
    """The overview of one kind: as cards, or as a table, or empty."""

    count: str
    """How many there are."""
    cards: tuple[Card, ...] = ()
    rows: tuple[Row, ...] = ()
    empty: Empty | None = None
    list_heading: Heading | None = None
    """What stands above the table where a picture opens the page."""

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings below the title, in order."""
        above = (self.list_heading,) if self.list_heading else ()
        return headings_in(self.opening) + above + headings_in(self.sections)


def overview_page(maker: PageMaker, kind: Kind) -> OverviewPage:
    """The overview of `kind`."""
    words = maker.words
    entities = by_title(maker.portal.all(RECORDS[kind]))
    opening = _opening(maker, kind)
    as_cards = kind in {Kind.PERSONA, Kind.JOURNEY}
    return OverviewPage(
        page=maker.page,
        head=head_about_many(maker, kinds_word(kind, words), lead_of(kind, words)),
        opening=opening,
        list_heading=Heading(2, "_all", words.gettext("All of them")) if opening else None,
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


def _opening(maker: PageMaker, kind: Kind) -> tuple[Section, ...]:
    """The picture that brings all of `kind` together."""
    if kind == Kind.OPPORTUNITY:
        return present(plane(maker, weighed(maker.portal), ("_plane", maker.words.gettext("Impact and effort"))))
    return present(initiative_timeline(maker)) if kind == Kind.INITIATIVE else ()


def _empty(maker: PageMaker, kind: Kind) -> Empty:
    if maker.context.options.audience == "public":
        return Empty(maker.words.gettext("Nothing here yet."), "")
    message = maker.words.gettext("Nothing here yet. Add the first one with this command:")
    return Empty(message, f"journeybook new {kind}")
