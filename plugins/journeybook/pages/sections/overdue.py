"""What a team keeps true and has not looked at in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeybook.model.keys import SpotKey
from journeybook.pages.measures import day
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.sections.table import Column, Table, TableCell, said, table
from journeybook.pages.vocabulary import kind_word
from journeybook.portal.freshness import Upkept


def overdue_of(maker: PageMaker, owner: SpotKey) -> tuple[Upkept, ...]:
    """What `owner` keeps and is due for review, the longest overdue first; nothing for readers from outside."""
    return maker.context.reckoned.overdue.get(owner, ()) if maker.tells_of_gaps else ()


def overdue_table(maker: PageMaker, found: Sequence[Upkept]) -> Table | None:
    """A table of `found`; None where there is nothing."""
    gettext = maker.words.gettext
    columns = (
        Column(gettext("Name"), is_wide=True),
        Column(gettext("Review was due")),
        Column(gettext("Reviewed")),
    )
    return table(("_overdue", gettext("Overdue for review")), columns, (_cells(maker, one) for one in found))


def _cells(maker: PageMaker, one: Upkept) -> Iterable[TableCell]:
    yield said(maker.link(one.key), note=[kind_word(one.key.kind, maker.words)])
    yield said(day(one.due, maker.words))
    yield said(day(one.entity.reviewed, maker.words))
