"""What became of a thing, in a sentence as a reviewer would say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.history.changes import FieldChange, Presence, ThingChange
from journeybook.history.clauses import Clause, Voice, clause_of, hand_off_clauses
from journeybook.history.labels import FIRST, mark
from journeybook.history.runs import Run, Runs, joined, named, plain, said
from journeybook.model import Kind
from journeybook.model.inline import to_plain
from journeybook.model.keys import SpotKey
from journeybook.words import Words

_SUBJECTS = {
    Kind.PERSONA: mark("persona %(title)s"),
    Kind.JOURNEY: mark("journey %(title)s"),
    Kind.STAGE: mark("stage %(title)s"),
    Kind.STEP: mark("step %(title)s"),
    Kind.TOUCHPOINT: mark("touchpoint %(title)s"),
    Kind.CHANNEL: mark("channel %(title)s"),
    Kind.TEAM: mark("team %(title)s"),
    Kind.PAIN: mark("pain %(title)s"),
    Kind.OPPORTUNITY: mark("opportunity %(title)s"),
    Kind.INITIATIVE: mark("initiative %(title)s"),
    Kind.EVIDENCE: mark("evidence %(title)s"),
    Kind.METRIC: mark("metric %(title)s"),
}
_VERBS = frozenset({"", "title"})
"""What can follow its subject at once: came, went, moved, renamed."""
_SAID_OF_NEW = frozenset({"score", "evidence", "moment_of_truth", "severity", "opportunity", "improves"})
"""What is said of something new; the rest stands in it to be read."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What became of one thing."""

    thing: ThingChange
    lead: Runs
    """What it is about: `Decide: step *Calls support*`."""
    clauses: tuple[Clause, ...]

    @property
    def decisive(self) -> tuple[Clause, ...]:
        """What a reviewer wants to know first."""
        return tuple(one for one in self.clauses if one.decisive)

    def runs(self, *, only_decisive: bool = False) -> Runs:
        """The sentence; nothing where nothing in it is decisive and only that is asked for."""
        clauses = self.decisive if only_decisive else self.clauses
        if not clauses:
            return ()
        between = " " if clauses[0].field in _VERBS else " – "
        return (*self.lead, Run(between), *joined((one.runs for one in clauses), "; "))

    def __str__(self) -> str:
        """The whole sentence without marks."""
        return plain(self.runs())


def sentence_of(thing: ThingChange, words: Words, titles: Mapping[SpotKey, str] | None = None) -> Sentence:
    """What became of `thing`; `titles` tell what the ids in it are called."""
    voice = Voice(words, titles or {})
    return Sentence(thing, _lead(thing, words), tuple(_clauses(thing, voice)))


def _lead(thing: ThingChange, words: Words) -> Runs:
    subject = said(words, _SUBJECTS[Kind(thing.key.kind)], title=named(to_plain(thing.title)))
    if thing.step:
        subject = said(words, "%(thing)s at %(step)s", thing=subject, step=named(to_plain(thing.step.title)))
    if thing.stage:
        subject = said(words, "%(stage)s: %(thing)s", stage=to_plain(thing.stage.title), thing=subject)
    return subject


def _clauses(thing: ThingChange, voice: Voice) -> Iterator[Clause]:
    if thing.presence is not Presence.KEPT:
        yield from _whole(thing, voice)
        return
    if only := _only_reviewed(thing, voice.words):
        yield only
        return
    if thing.moved:
        yield Clause(_place(thing, voice.words))
    journey = thing.key.journey
    if thing.was and thing.was.key.id != thing.key.id:
        runs = said(voice.words, "id %(before)s → %(after)s", before=thing.was.key.id, after=thing.key.id)
        yield from _titled(thing, runs, voice.words)
    said_of = [clause_of(one, journey, voice) for one in thing.fields if not _in_rename(one, thing)]
    said_of += hand_off_clauses(thing.hand_offs, voice.words)
    yield from sorted(said_of, key=_rank)


def _rank(clause: Clause) -> int:
    return FIRST.index(clause.field) if clause.field in FIRST else len(FIRST) + (not clause.decisive)


def _in_rename(change: FieldChange, thing: ThingChange) -> bool:
    return change.field == "title" and thing.was is not None and thing.was.key.id != thing.key.id


def _titled(thing: ThingChange, ids: Runs, words: Words) -> Iterator[Clause]:
    """The clause about a new id, and about a new title with it."""
    if thing.was and thing.was.title != thing.title:
        former = named(to_plain(thing.was.title))
        yield Clause(said(words, "renamed from %(title)s (%(id)s)", title=former, id=ids))
    else:
        yield Clause(ids, field="id")


def _only_reviewed(thing: ThingChange, words: Words) -> Clause | None:
    if thing.moved or thing.hand_offs or thing.was or len(thing.fields) != 1:
        return None
    (change,) = thing.fields
    if change.field != "reviewed" or change.after is None:
        return None
    if change.before is None:
        return Clause(
            said(words, "only the review date is new: %(after)s", after=str(change.after)), field="reviewed"
        )
    dates = {"before": str(change.before), "after": str(change.after)}
    return Clause(said(words, "only the review date changed: %(before)s → %(after)s", **dates), field="reviewed")


def _place(thing: ThingChange, words: Words) -> Runs:
    """Where something went."""
    if thing.moved_from:
        former = named(to_plain(thing.moved_from.title))
        if thing.following:
            step = named(to_plain(thing.following.title))
            return said(words, "moved here from %(former)s, before %(next)s", former=former, next=step)
        return said(words, "moved here from %(former)s", former=former)
    if thing.following:
        return said(words, "moved before %(next)s", next=named(to_plain(thing.following.title)))
    if thing.previous:
        return said(words, "moved after %(previous)s", previous=named(to_plain(thing.previous.title)))
    return said(words, "moved")


def _whole(thing: ThingChange, voice: Voice) -> Iterator[Clause]:
    """What came or went, with what it holds and what matters of it."""
    is_new = thing.presence is Presence.ADDED
    words = voice.words
    runs = _added(thing, words) if is_new else said(words, "removed")
    if parts := _parts(thing, words):
        runs = said(words, "%(change)s, with %(parts)s", change=runs, parts=parts)
    yield Clause(runs)
    if is_new:
        chosen = [one for one in thing.fields if one.field in _SAID_OF_NEW and not one.part]
        new = replace(voice, is_new=True)
        clauses = [clause_of(one, thing.key.journey, new) for one in chosen]
        yield from sorted((*clauses, *hand_off_clauses(thing.hand_offs, words)), key=_rank)
    elif any(one.field == "moment_of_truth" for one in thing.fields):
        yield Clause(said(words, "it was a moment of truth"), field="moment_of_truth")


def _added(thing: ThingChange, words: Words) -> Runs:
    if any(one.field == "state" and one.after == "future" for one in thing.fields):
        return said(words, "added as a future journey")
    if thing.following:
        return said(words, "added before %(next)s", next=named(to_plain(thing.following.title)))
    if thing.previous:
        return said(words, "added after %(previous)s", previous=named(to_plain(thing.previous.title)))
    return said(words, "added")


def _parts(thing: ThingChange, words: Words) -> str:
    """What came or went with it, counted: `2 stages, 7 steps`."""
    counts = {
        kind: sum(one.key.kind == kind for one in thing.holds) for kind in (Kind.STAGE, Kind.STEP, Kind.PAIN)
    }
    found = [
        words.ngettext("%(count)s stage", "%(count)s stages", counts[Kind.STAGE]) if counts[Kind.STAGE] else "",
        words.ngettext("%(count)s step", "%(count)s steps", counts[Kind.STEP]) if counts[Kind.STEP] else "",
        words.ngettext("%(count)s pain", "%(count)s pains", counts[Kind.PAIN]) if counts[Kind.PAIN] else "",
    ]
    return ", ".join(filter(None, found))
