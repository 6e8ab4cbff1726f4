"""The page of the atlas, and that of another portal's journeys in a hub."""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.model import Journey
from journeybook.pages.atlas.hub import LEVELS, Portals
from journeybook.pages.atlas.rows import AtlasRow, own_rows
from journeybook.pages.atlas.traits import Filter, filters
from journeybook.pages.head import head_about_many
from journeybook.pages.measures import day, level_word
from journeybook.pages.page_maker import PageMaker, Voice
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Count, Link, Moment, Text
from journeybook.pages.sections.section import present
from journeybook.pages.titles import title_of
from journeybook.portal.freshness import is_due

_FEWEST_CELLS, _MOST_CELLS = 4, 8
"""How many stages stand side by side: no row is one wide cell, and no cell too narrow for a word."""


class AtlasPage(PageView, frozen=True, kw_only=True):
    """The atlas."""

    rule: Text
    """How it counts."""
    counts: tuple[Count, ...]
    rows: tuple[AtlasRow, ...]
    cells: int
    """How many stages stand side by side in a row; more go on below."""
    levels: tuple[str, ...]
    """The words for the five levels of a score, from very bad to very good."""
    filters: tuple[Filter, ...]
    """What rows can be chosen by."""
    compare: Link | None = None
    """Where two journeys stand side by side; None where there are not two."""
    shows_upkeep: bool
    """Whether readers see what is stale and what is unproven."""
    shows_portals: bool
    """Whether rows of other portals are among them."""
    empty: Text | None
    """What stands there where there is no journey."""
    as_of: Moment | None
    """The reference day."""

    @property
    def shows_curves(self) -> bool:
        """Whether the curve of some journey is known."""
        return any(row.curve for row in self.rows)


def atlas_page(
    maker: PageMaker,
    others: Iterable[AtlasRow] = (),
    portals: Portals | None = None,
    compare: Link | None = None,
) -> AtlasPage:
    """The atlas; `others` are rows of other portals, which come last, `portals` others that have pages."""
    gettext = maker.words.gettext
    own = tuple(own_rows(maker))
    rows = (*own, *others)
    lead = gettext("All journeys, whose they are, how they feel and how well they are kept.")
    empty = gettext("There is no journey yet. Add the first one with `journeybook new journey`.")
    rule = (
        gettext(
            "A stage's score is the mean over all scores of its steps. Parts stand below their whole, future "
            "journeys beside the current one."
        )
        if not maker.tells_of_gaps
        else gettext(
            "A stage's score is the mean over all scores of its steps. A step is stale once its review is due, "
            "by its own dates or those of its stage or journey, and unproven if it claims something without "
            "evidence. Parts stand below their whole, future journeys beside the current one."
        )
    )
    return AtlasPage(
        page=maker.page,
        head=head_about_many(maker, title_of(maker.page, maker.context), lead),
        rule=maker.text(rule, Voice()),
        counts=_counts(maker) if own else (),
        rows=rows,
        cells=_cells(rows),
        levels=_levels(maker),
        filters=filters([row.traits for row in rows], maker.words),
        sections=present(portals),
        compare=compare,
        shows_upkeep=maker.tells_of_gaps,
        shows_portals=any(row.portal for row in rows),
        empty=None if rows or portals else maker.text(empty, Voice()),
        as_of=day(maker.context.as_of, maker.words),
    )


def atlas_of_portal(maker: PageMaker, rows: tuple[AtlasRow, ...]) -> AtlasPage:
    """The atlas of one other portal, whose journeys are `rows`."""
    gettext, title = maker.words.gettext, title_of(maker.page, maker.context)
    rule = gettext("A stage's score is the mean over all scores of its steps.")
    empty = gettext("This portal has no journeys.")
    return AtlasPage(
        page=maker.page,
        head=head_about_many(maker, title, gettext("The journeys of another portal and how they feel.")),
        rule=maker.text(rule, Voice()),
        counts=(),
        rows=rows,
        cells=_cells(rows),
        levels=_levels(maker),
        filters=filters([row.traits for row in rows], maker.words),
        shows_upkeep=False,  # what is due or proved there, only that portal can say
        shows_portals=False,
        empty=None if rows else maker.text(empty, Voice()),
        as_of=None,
    )


def _cells(rows: tuple[AtlasRow, ...]) -> int:
    return min(max((_FEWEST_CELLS, *(len(row.stages) for row in rows))), _MOST_CELLS)


def _levels(maker: PageMaker) -> tuple[str, ...]:
    return tuple(level_word(level, maker.words) for level in LEVELS)


def _counts(maker: PageMaker) -> tuple[Count, ...]:
    words, journeys = maker.words, maker.portal.all(Journey)
    futures = sum(one.state == "future" for one in journeys)
    due = sum(is_due(one.reviewed, one.review_every, maker.context.as_of) for one in journeys)
    found = (
        (len(journeys) - futures, words.gettext("Current journeys")),
        (futures, words.gettext("Future journeys")),
        (sum(len(one.stages) for one in journeys), words.gettext("Stages")),
        (sum(len(maker.portal.steps(one.id)) for one in journeys), words.gettext("Steps")),
        *([(due, words.gettext("due for review"))] if maker.tells_of_gaps else []),
    )
    return tuple(Count(words.number(number), label) for number, label in found)
