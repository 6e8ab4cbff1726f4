"""Sentences in the order of reading, a chapter for each journey and each other kind; and all of it counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeybook.history.changes import Changes, FieldChange, Name, Presence, ThingChange, TranslationChange
from journeybook.history.labels import mark
from journeybook.history.runs import Runs, named, said
from journeybook.history.sentences import Sentence, sentence_of
from journeybook.model import Kind
from journeybook.model.inline import to_plain
from journeybook.model.keys import SpotKey
from journeybook.words import Words

_KINDS = {
    Kind.PERSONA: mark("Personas"),
    Kind.TOUCHPOINT: mark("Touchpoints"),
    Kind.CHANNEL: mark("Channels"),
    Kind.TEAM: mark("Teams"),
    Kind.OPPORTUNITY: mark("Opportunities"),
    Kind.INITIATIVE: mark("Initiatives"),
    Kind.EVIDENCE: mark("Evidence"),
    Kind.METRIC: mark("Metrics"),
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """What changed in one journey, or among all things of another kind."""

    title: str
    journey: Name | None
    """None where it is about another kind."""
    sentences: tuple[Sentence, ...]
    translations: tuple[Runs, ...] = ()
    """What became of its translations, a sentence each."""


def chapters_of(changes: Changes, words: Words) -> tuple[Chapter, ...]:
    """All changes, said: journeys in the order of `changes`, then the other kinds as readers meet them."""
    journeys: dict[SpotKey, Name] = {}
    said_of: defaultdict[SpotKey | Kind, list[Sentence]] = defaultdict(list)
    translated: defaultdict[SpotKey | Kind, list[Runs]] = defaultdict(list)
    for thing in changes.things:
        where = thing.journey or Name(thing.key, thing.title)
        said_of[_chapter(where, journeys)].append(sentence_of(thing, words, changes.titles))
    for one in changes.translations:
        translated[_chapter(one.of, journeys)].append(_translation(one, words))
    headings: list[tuple[SpotKey | Kind, str, Name | None]] = [
        *((key, to_plain(name.title), name) for key, name in journeys.items()),
        *((kind, words.gettext(title), None) for kind, title in _KINDS.items()),
    ]
    return tuple(
        Chapter(title, journey, tuple(said_of[where]), tuple(translated[where]))
        for where, title, journey in headings
        if where in said_of or where in translated
    )


def _chapter(name: Name, journeys: dict[SpotKey, Name]) -> SpotKey | Kind:
    """Where something is told: journeys have a chapter each, which this notes down."""
    if name.key.kind != Kind.JOURNEY:
        return Kind(name.key.kind)
    journeys.setdefault(name.key, name)
    return name.key


def _translation(change: TranslationChange, words: Words) -> Runs:
    counts = [
        words.ngettext("%(count)s text added", "%(count)s texts added", change.added) if change.added else "",
        words.ngettext("%(count)s text changed", "%(count)s texts changed", change.changed)
        if change.changed
        else "",
        words.ngettext("%(count)s text removed", "%(count)s texts removed", change.removed)
        if change.removed
        else "",
    ]
    told = ", ".join(filter(None, counts))
    title = named(to_plain(change.of.title))
    return said(
        words,
        "translation of %(title)s into %(language)s: %(texts)s",
        title=title,
        language=change.language,
        texts=told,
    )


def summary_of(changes: Changes, words: Words) -> str:
    """What changed, counted, in one line: `2 journeys changed · 1 step moved · 3 scores up`."""
    counted = [*_journeys(changes, words), *_steps(changes, words), *_claims(changes, words)]
    others = sum(not one.journey and one.key.kind != Kind.JOURNEY for one in changes.things)
    if others:
        counted.append(words.ngettext("%(count)s other thing changed", "%(count)s other things changed", others))
    if changes.translations:
        count = len(changes.translations)
        counted.append(words.ngettext("%(count)s translation changed", "%(count)s translations changed", count))
    return " · ".join(counted) or words.gettext("No journey and nothing that journeys name changed.")


def _journeys(changes: Changes, words: Words) -> Iterator[str]:
    things = changes.things
    journeys = {one.key.id if one.key.kind == Kind.JOURNEY else one.key.journey for one in things} - {""}
    came, left, _, _ = _ways(things, Kind.JOURNEY)
    if came:
        yield words.ngettext("%(count)s journey added", "%(count)s journeys added", came)
    if left:
        yield words.ngettext("%(count)s journey removed", "%(count)s journeys removed", left)
    if rest := len(journeys) - came - left:
        yield words.ngettext("%(count)s journey changed", "%(count)s journeys changed", rest)


def _steps(changes: Changes, words: Words) -> Iterator[str]:
    came, left, moved, changed = _ways(changes.things, Kind.STEP)
    if came:
        yield words.ngettext("%(count)s step added", "%(count)s steps added", came)
    if left:
        yield words.ngettext("%(count)s step removed", "%(count)s steps removed", left)
    if moved:
        yield words.ngettext("%(count)s step moved", "%(count)s steps moved", moved)
    if changed:
        yield words.ngettext("%(count)s step changed", "%(count)s steps changed", changed)


def _claims(changes: Changes, words: Words) -> Iterator[str]:
    up, down = _scores(changes)
    if up:
        yield words.ngettext("%(count)s score up", "%(count)s scores up", up)
    if down:
        yield words.ngettext("%(count)s score down", "%(count)s scores down", down)
    if gone := _fields(changes, lambda one: one.field == "evidence" and one.after is None):
        yield words.ngettext("evidence removed at %(count)s place", "evidence removed at %(count)s places", gone)


def _ways(things: tuple[ThingChange, ...], kind: Kind) -> tuple[int, int, int, int]:
    """How many of `kind` were added, removed, moved, and changed without moving; with what held them or alone."""
    counts = Counter("moved" if one.moved else one.presence.value for one in things if one.key.kind == kind)
    for one in things:
        counts[one.presence.value] += sum(held.key.kind == kind for held in one.holds)
    return counts["added"], counts["removed"], counts["moved"], counts["kept"]


def _scores(changes: Changes) -> tuple[int, int]:
    pairs = [
        (one.before, one.after)
        for thing in changes.things
        for one in thing.fields
        if one.field == "score" and isinstance(one.before, int | float) and isinstance(one.after, int | float)
    ]
    return sum(was < has for was, has in pairs), sum(was > has for was, has in pairs)


def _fields(changes: Changes, holds: Callable[[FieldChange], bool]) -> int:
    return sum(any(map(holds, thing.fields)) for thing in changes.things if thing.presence is Presence.KEPT)
