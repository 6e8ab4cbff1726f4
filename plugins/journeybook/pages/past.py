"""What was done to something, as readers are told: on its own page, and on the page of all changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from journeybook.history.changes import Presence
from journeybook.history.runs import Run, Runs, joined
from journeybook.history.sentences import sentence_of
from journeybook.history.told import Told
from journeybook.model import Entity
from journeybook.model.addresses import CHANGES_ADDRESS
from journeybook.model.keys import SpotKey
from journeybook.pages.measures import day
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link, Moment
from journeybook.portal.directory import Directory

_LATEST = 5
"""How many changes stand on a page; the others are folded away."""
_MOST_SENTENCES = 6
"""How many sentences tell of one change; there may be hundreds."""


class Deed(Struct, frozen=True):
    """What one revision did to one thing."""

    word: str
    """What it did as a whole: `Written`; empty where sentences say it."""
    sentences: tuple[Runs, ...] = ()
    more: str = ""
    """How many sentences are left out."""


class PastDay(Struct, frozen=True):
    """A change, and when it was made."""

    day: Moment | None
    who: str
    """Whose it was; empty where readers are not told."""
    deed: Deed


class Past(Struct, frozen=True, kw_only=True):
    """What changed in the thing that a page is about."""

    heading: Heading
    latest: tuple[PastDay, ...]
    earlier: tuple[PastDay, ...]
    earlier_label: str
    """How many earlier ones there are, and what to do to see them."""
    notes: tuple[str, ...]
    """What is not yet committed, or not known."""
    all_changes: Link
    """The page of all changes."""


def past_of(maker: PageMaker, entity: Entity) -> Past | None:
    """What changed in `entity`; None where nothing is known, or readers are not told."""
    history, words = maker.context.history, maker.words
    if maker.page.key.journey or not history:
        return None
    file = file_of(maker, entity)
    days = tuple(_day(maker, one) for one in history.of(entity, file))
    notes = tuple(_notes(maker, file, is_told=bool(days)))
    if not days and not notes:
        return None
    earlier = days[_LATEST:]
    label = words.ngettext("%(count)s earlier change", "%(count)s earlier changes", len(earlier))
    return Past(
        heading=Heading(2, "_history", words.gettext("Changes")),
        latest=days[:_LATEST],
        earlier=earlier,
        earlier_label=label if earlier else "",
        notes=notes,
        all_changes=Link(words.gettext("All changes in this portal"), CHANGES_ADDRESS),
    )


def _day(maker: PageMaker, told: Told) -> PastDay:
    who = told.revision.who if maker.context.history.names else ""
    return PastDay(day(told.revision.at.date(), maker.words), who, deed_of(maker, told))


def deed_of(maker: PageMaker, told: Told) -> Deed:
    """What was done, in words; of the thing itself it is only told what became of it."""
    words, key = maker.words, told.key
    if not told.things:
        match told.presence:
            case Presence.ADDED:
                return Deed(words.gettext("Written"))
            case Presence.REMOVED:
                return Deed(words.gettext("Removed"))
            case _:
                return Deed(words.gettext("Changed"))
    titles = Titles(maker.portal.directory, maker.context.history.titles)
    found: list[Runs] = []
    for thing in told.things[:_MOST_SENTENCES]:
        sentence = sentence_of(thing, words, titles)
        is_itself = not thing.key.journey and (key is None or thing.key.kind == key.kind)
        runs = joined((one.runs for one in sentence.clauses), "; ") if is_itself else sentence.runs()
        found.append(_with_capital(runs))
    left = len(told.things) - len(found)
    more = words.ngettext("and %(count)s more thing", "and %(count)s more things", left) if left else ""
    return Deed("", tuple(found), more)


def _with_capital(runs: Runs) -> Runs:
    """`runs` as a sentence begins."""
    if not runs or not runs[0].text[:1].islower():
        return runs
    first = runs[0]
    return (Run(first.text[:1].upper() + first.text[1:], first.mark), *runs[1:])


def _notes(maker: PageMaker, file: str, *, is_told: bool) -> Iterator[str]:
    history, words = maker.context.history, maker.words
    if file in history.uncommitted:
        yield words.gettext("Its file holds changes that are not yet committed.")
    if is_told and (older := history.older.get(file)):
        yield words.ngettext(
            "%(count)s older change of its file is not told here.",
            "%(count)s older changes of its file are not told here.",
            older,
        )
    if is_told and history.since:
        yield cut_note(maker)


def cut_note(maker: PageMaker) -> str:
    """What is said where a clone is shallow; nothing where it is not."""
    since = maker.context.history.since
    if since is None:
        return ""
    return maker.words.gettext(
        "What changed until %(day)s is not known: this site was built from a shallow clone.",
        day=maker.words.day(since.date()),
    )


def file_of(maker: PageMaker, entity: Entity) -> str:
    """The file that `entity` stands in, relative to the content folder."""
    return entity.place.file.removeprefix(f"{maker.portal.content.folder}/")


class Titles(Mapping[SpotKey, str]):
    """What things are called today, under former keys too, or were called last."""

    def __init__(self, directory: Directory, last: Mapping[SpotKey, str]) -> None:
        """`last` has the titles of what is gone."""
        self._directory = directory
        self._last = last

    def __getitem__(self, key: SpotKey) -> str:
        found = self._directory.find(key)
        return self._directory.by_key[found].title if found else self._last[key]

    def __iter__(self) -> Iterator[SpotKey]:
        return iter({**self._directory.by_key, **self._last})

    def __len__(self) -> int:
        return len({**self._directory.by_key, **self._last})
