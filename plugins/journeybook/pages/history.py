"""The page of all changes: what changed in the portal and when, month by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct

from journeybook.history.log import Revision
from journeybook.history.told import Told
from journeybook.model import Kind
from journeybook.model.keys import CHANGES, SpotKey
from journeybook.pages.context import Context
from journeybook.pages.head import head_about_many
from journeybook.pages.measures import day
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.page_view import PageView
from journeybook.pages.past import Deed, cut_note, deed_of
from journeybook.pages.pieces import Heading, Link, Moment
from journeybook.pages.planned import plan
from journeybook.pages.titles import title_about_many
from journeybook.pages.vocabulary import kind_word
from journeybook.portal import Portal
from journeybook.reading.roles import part_of

_MOST_REVISIONS = 100
"""How many revisions the page tells of."""
_MOST_THINGS = 12
"""How many things it tells of one revision."""


class DoneTo(Struct, frozen=True):
    """What was done to one thing."""

    kind: str
    """What it is, in an interface word."""
    link: Link | None
    """Where it stands; None if it is gone."""
    title: str
    """What it is called; what it was called if it is gone."""
    deed: Deed


class Step(Struct, frozen=True):
    """One revision."""

    revision: Revision
    day: Moment | None
    who: str
    """Whose it was; empty where readers are not told."""
    things: tuple[DoneTo, ...]
    more: str
    """How many other things it changed."""


class Month(Struct, frozen=True):
    """The revisions of a month, the newest first."""

    heading: Heading
    steps: tuple[Step, ...]


class HistoryPage(PageView, frozen=True, kw_only=True):
    """The page of all changes."""

    notes: tuple[str, ...]
    """What is not yet committed, or not known."""
    months: tuple[Month, ...]
    empty: str
    """What stands there where no change is known."""

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings below the title, in order."""
        return tuple(month.heading for month in self.months)


def history_page(maker: PageMaker) -> HistoryPage:
    """The page of all changes."""
    words, history = maker.words, maker.context.history
    steps = steps_of(maker, _MOST_REVISIONS)
    lead = words.gettext("What changed in the portal and when, the newest first.")
    notes = (_uncommitted(maker), cut_note(maker))
    return HistoryPage(
        page=maker.page,
        head=head_about_many(maker, title_about_many(CHANGES, words), lead),
        notes=tuple(filter(None, notes)),
        months=tuple(_months(maker, steps)),
        empty="" if history.told else words.gettext("No change is known."),
    )


def latest_steps(context: Context, count: int) -> tuple[PageMaker, tuple[Step, ...]]:
    """The latest `count` revisions as the page of all changes tells of them, and who makes that page."""
    page = next(page for page in plan(context.portal, has_past=True) if page.key == CHANGES)
    maker = PageMaker(context, page)
    return maker, steps_of(maker, count)


def steps_of(maker: PageMaker, count: int) -> tuple[Step, ...]:
    """The latest `count` revisions that changed something readers are told of."""
    keys = _keys_by_file(maker.portal)
    groups = groupby(maker.context.history.told, key=lambda one: one.revision)
    return tuple(
        _step(maker, revision, list(told), keys) for (revision, told), _ in zip(groups, range(count), strict=False)
    )


def _step(maker: PageMaker, revision: Revision, told: Sequence[Told], keys: Mapping[str, SpotKey]) -> Step:
    words, left = maker.words, len(told) - _MOST_THINGS
    return Step(
        revision=revision,
        day=day(revision.at.date(), words),
        who=revision.who if maker.context.history.names else "",
        things=tuple(_done_to(maker, one, keys) for one in told[:_MOST_THINGS]),
        more=words.ngettext("and %(count)s more thing", "and %(count)s more things", left) if left > 0 else "",
    )


def _done_to(maker: PageMaker, told: Told, keys: Mapping[str, SpotKey]) -> DoneTo:
    part = part_of(told.file)
    key = told.key or keys.get(told.file)
    now = maker.portal.directory.find(key) if key else None
    kind = key.kind if key else part.kind or Kind.JOURNEY
    link = maker.link(now) if now else None
    return DoneTo(
        kind=kind_word(kind, maker.words),
        link=link,
        title=link.title if link else maker.plain(told.title) or part.stem,
        deed=deed_of(maker, told),
    )


def _keys_by_file(portal: Portal) -> Mapping[str, SpotKey]:
    """What each file defines that defines one thing, by its path relative to the content folder."""
    return {
        one.path: SpotKey(one.kind, one.ids[0]) for one in portal.content.files if not one.holds_many and one.ids
    }


def _months(maker: PageMaker, steps: Sequence[Step]) -> Iterator[Month]:
    """`steps` by month. A clock that went wrong cannot tear a month apart: it counts with the day before it."""
    last: date | None = None
    dated: list[tuple[date, Step]] = []
    for step in steps:
        own = step.revision.at.date()
        last = own if last is None else min(last, own)
        dated.append((last.replace(day=1), step))
    for first, found in groupby(dated, key=lambda pair: pair[0]):
        name = maker.words.month_in_full(first)
        yield Month(Heading(2, f"_{first:%Y-%m}", name), tuple(step for _, step in found))


def _uncommitted(maker: PageMaker) -> str:
    """How many files are not committed; nothing where all are."""
    count = len(maker.context.history.uncommitted)
    if not count:
        return ""
    return maker.words.ngettext(
        "%(count)s file holds changes that are not yet committed.",
        "%(count)s files hold changes that are not yet committed.",
        count,
    )
