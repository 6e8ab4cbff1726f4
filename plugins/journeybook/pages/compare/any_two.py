"""The page on which a reader puts any two journeys side by side."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from journeybook.model import Journey
from journeybook.pages.comparisons import comparison_with_current
from journeybook.pages.head import head_about_many
from journeybook.pages.map.journey_map import BESIDE_ANOTHER
from journeybook.pages.ordering import by_title
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Link
from journeybook.pages.sections.section import present
from journeybook.pages.sections.table import Column, Table, said, table
from journeybook.pages.titles import title_of


class Pair(Struct, frozen=True, kw_only=True):
    """A future journey beside the one it improves."""

    current_id: str
    current: Link
    page: Link
    """Where they stand side by side."""


class Choice(Struct, frozen=True, kw_only=True):
    """A journey that can be chosen."""

    id: str
    link: Link
    pair: Pair | None
    """The ready page with the journey that it improves; None for one that improves none."""


class ComparePage(PageView, frozen=True, kw_only=True):
    """Any two journeys side by side."""

    choices: tuple[Choice, ...]
    """Every journey, by title."""
    lanes: tuple[str, ...]
    """The names of the lanes that both maps show at first."""


def compare_page(maker: PageMaker) -> ComparePage:
    """The page on which a reader puts any two journeys side by side."""
    gettext = maker.words.gettext
    choices = tuple(_choice(maker, one) for one in by_title(maker.portal.all(Journey)))
    return ComparePage(
        page=maker.page,
        head=head_about_many(
            maker, title_of(maker.page, maker.context), gettext("Two journeys, or two states of one, map by map.")
        ),
        choices=choices,
        lanes=BESIDE_ANOTHER,
        sections=present(_pairs(maker, choices)),
    )


def _pairs(maker: PageMaker, choices: tuple[Choice, ...]) -> Table | None:
    gettext = maker.words.gettext
    rows = [
        (said(replace(one.pair.page, title=one.link.title)), said(one.pair.current)) for one in choices if one.pair
    ]
    columns = (Column(gettext("Future journey")), Column(gettext("Improves")))
    return table(("_pairs", gettext("Current and future")), columns, rows)


def _choice(maker: PageMaker, journey: Journey) -> Choice:
    page, current = comparison_with_current(maker, journey), maker.portal.current_of(journey)
    pair = Pair(current_id=current.id, current=maker.to(current), page=page) if page and current else None
    return Choice(id=journey.id, link=maker.to(journey), pair=pair)
