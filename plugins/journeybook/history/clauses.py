"""Changed values, each in a clause as a reviewer would say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from journeybook.history.changes import FieldChange, HandOffChange, Presence, Value
from journeybook.history.comparing import key_named
from journeybook.history.labels import CHOICES, DECISIVE, label, mark
from journeybook.history.runs import Mark, Run, Runs, joined, named, plain, said
from journeybook.history.text_by_word import by_word
from journeybook.model import Kind
from journeybook.model.durations import Duration
from journeybook.model.inline import to_plain
from journeybook.model.keys import SpotKey
from journeybook.words import Words

_SHORT = 120
"""Characters of a text that is shown inside its clause."""
_BY_TITLE = frozenset(set(Kind) - {Kind.EVIDENCE, Kind.METRIC})
"""Kinds that are spoken of by title; evidence and metrics are called what the author writes in the file."""
_TEXTS = frozenset(
    {
        "clock_start", "does", "feels", "goal", "method", "moment_of_truth", "narrative", "outcome", "promise",
        "purpose", "question", "quote", "role", "source", "summary", "thinks", "title", "trigger",
    }
)  # fmt: skip
_LISTS = frozenset(
    {
        "aliases", "backstage", "behaviours", "channels", "competitors", "evidence", "frontstage", "frustrations",
        "gains", "goals", "lanes", "links", "metrics", "needs", "personas", "surveys", "tags", "touchpoints",
    }
)  # fmt: skip
_KEPT = frozenset({None, "kept", "broken"})
"""What the promise of a step can be; elsewhere it is a text."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One change, said."""

    runs: Runs
    decisive: bool = True
    """Whether a reviewer wants to know it first."""
    field: str = ""
    """The key that it is about; empty for what came, went or moved."""
    text: Runs = ()
    """Both wordings of a long text, by word, where the clause only says that there are two."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The language, and what things are called."""

    words: Words
    titles: Mapping[SpotKey, str]
    is_new: bool = False
    """Whether what is spoken of is new as a whole, so that nothing in it is said to be."""

    def title(self, kind: Kind, text: str, journey: str) -> str:
        """What the id `text`, written in `journey`, is called."""
        key = key_named(kind, text, journey)
        return to_plain(self.titles[key]) if kind in _BY_TITLE and key in self.titles else text


def clause_of(change: FieldChange, journey: str, voice: Voice) -> Clause:
    """The clause about one value of something that is there in both states."""
    decisive = change.field in DECISIVE
    if runs := _in_its_own_words(change, journey, voice):
        return Clause(runs, decisive, change.field)
    if change.part:
        return Clause(_part(change, journey, voice), decisive, change.field)
    if isinstance(change.before, tuple) or isinstance(change.after, tuple):
        order = said(voice.words, "%(field)s: another order", field=label(change.field, voice.words))
        return Clause(order, decisive, change.field)
    if change.names is None and _is_text(change):
        return _text(change, voice.words, decisive=decisive)
    return Clause(_value(change, journey, voice), decisive, change.field)


def _in_its_own_words(change: FieldChange, journey: str, voice: Voice) -> Runs:
    """What is said of the keys of which one speaks in a way of their own; nothing for the others."""
    match change.field:
        case "score":
            return _score(change, voice)
        case "moment_of_truth" if change.before is None or change.after is None:
            return _moment(change, voice)
        case "title":
            return said(voice.words, "renamed from %(title)s", title=named(to_plain(str(change.before))))
        case "next":
            return _next(change, journey, voice)
        case "part_of":
            return _part_of(change, journey, voice)
        case "improves" if isinstance(change.after, str):
            title = named(voice.title(Kind.JOURNEY, change.after, journey))
            return said(voice.words, "improves %(title)s", title=title)
        case _:
            return ()


def hand_off_clauses(changes: Iterable[HandOffChange], words: Words) -> Iterator[Clause]:
    """The clauses about hand-offs on the way into a step; another team on one side is one clause."""
    gone = [one for one in changes if one.presence is Presence.REMOVED]
    for one in changes:
        if one.presence is Presence.REMOVED:
            continue
        former = next((was for was in gone if _share_a_side(was, one)), None) if not one.elsewhere else None
        if former:
            gone.remove(former)
        yield Clause(_hand_off(one, former, words), field="hand-off")
    for one in gone:
        yield Clause(
            said(words, "no longer handed over from %(giver)s to %(taker)s", **_teams(one)), field="hand-off"
        )


def _share_a_side(one: HandOffChange, other: HandOffChange) -> bool:
    return one.giver.key == other.giver.key or one.taker.key == other.taker.key


def _hand_off(one: HandOffChange, former: HandOffChange | None, words: Words) -> Runs:
    teams = _teams(one)
    if former and former.giver.key == one.giver.key:
        message = mark("now handed over from %(giver)s to %(taker)s, no longer to %(former)s")
        return said(words, message, **teams, former=to_plain(former.taker.title))
    if former:
        message = mark("now handed over from %(giver)s, no longer from %(former)s, to %(taker)s")
        return said(words, message, **teams, former=to_plain(former.giver.title))
    if one.elsewhere:
        step = named(to_plain(one.elsewhere.title))
        return said(words, "now handed over from %(giver)s to %(taker)s here, not at %(step)s", **teams, step=step)
    return said(words, "now handed over from %(giver)s to %(taker)s", **teams)


def _teams(change: HandOffChange) -> dict[str, str]:
    return {"giver": to_plain(change.giver.title), "taker": to_plain(change.taker.title)}


def _score(change: FieldChange, voice: Voice) -> Runs:
    words = voice.words
    before, after = (_shown(one, change, "", voice) for one in (change.before, change.after))
    if change.before is None:
        message = mark("feels %(after)s") if voice.is_new else mark("now feels %(after)s")
        runs = said(words, message, after=after)
    elif change.after is None:
        runs = said(words, "score %(before)s dropped", before=before)
    else:
        runs = said(words, "feels %(before)s → %(after)s", before=before, after=after)
    if not change.about:
        return runs
    persona = voice.title(Kind.PERSONA, change.about, "")
    return said(words, "%(change)s (%(persona)s)", change=runs, persona=persona)


def _is_text(change: FieldChange) -> bool:
    if change.field in _LISTS:
        return isinstance(change.before, str) and isinstance(change.after, str)
    return change.field in _TEXTS and not (change.field == "promise" and {change.before, change.after} <= _KEPT)


def _moment(change: FieldChange, voice: Voice) -> Runs:
    words = voice.words
    if change.after is None:
        return said(words, "moment of truth dropped")
    reason = named(to_plain(str(change.after)))
    if voice.is_new:
        return said(words, "a moment of truth: %(reason)s", reason=reason)
    return said(words, "now a moment of truth: %(reason)s", reason=reason)


def _part_of(change: FieldChange, journey: str, voice: Voice) -> Runs:
    if isinstance(change.after, str):
        return said(
            voice.words,
            "now a part of %(whole)s",
            whole=named(voice.title(Kind.JOURNEY, change.after, journey)),
        )
    whole = named(voice.title(Kind.JOURNEY, str(change.before), journey))
    return said(voice.words, "no longer a part of %(whole)s", whole=whole)


def _next(change: FieldChange, journey: str, voice: Voice) -> Runs:
    def ways(value: Value | None) -> str | Runs:
        if not isinstance(value, tuple):
            return voice.words.gettext("the written order")
        if not value:
            return voice.words.gettext("none")
        steps = (one.partition(" ") for one in value)
        return joined(
            ((*named(voice.title(Kind.STEP, to, journey)), Run(f"{gap}{when}")) for to, gap, when in steps), ", "
        )

    field = label(change.field, voice.words)
    return said(
        voice.words,
        "%(field)s: %(before)s → %(after)s",
        field=field,
        before=ways(change.before),
        after=ways(change.after),
    )


def _part(change: FieldChange, journey: str, voice: Voice) -> Runs:
    """A value inside of an item: the team of a piece of work."""
    inner = FieldChange(field=change.part, names=change.names, before=change.before, after=change.after)
    item = said(
        voice.words,
        "%(field)s %(item)s",
        field=label(change.field, voice.words),
        item=named(to_plain(change.about)),
    )
    return said(voice.words, "%(thing)s: %(change)s", thing=item, change=clause_of(inner, journey, voice).runs)


def _value(change: FieldChange, journey: str, voice: Voice) -> Runs:
    words = voice.words
    field = label(change.field, words)
    before, after = (_shown(one, change, journey, voice) for one in (change.before, change.after))
    if voice.is_new:
        return said(words, "%(field)s %(item)s", field=field, item=after)
    if change.before is None and change.field in _LISTS:
        return said(words, "%(field)s %(item)s added", field=field, item=after)
    if change.after is None:
        return said(words, "%(field)s %(item)s removed", field=field, item=before)
    if change.before is None:
        return said(words, "%(field)s now %(after)s", field=field, after=after)
    return said(words, "%(field)s %(before)s → %(after)s", field=field, before=before, after=after)


def _text(change: FieldChange, words: Words, *, decisive: bool) -> Clause:
    before, after = str(change.before or ""), str(change.after or "")
    field = label(change.field, words)
    is_short = max(len(before), len(after)) <= _SHORT and "\n\n" not in f"{before}{after}"
    if is_short:
        before, after = to_plain(before), to_plain(after)
    compared = by_word(before, after)
    shares = any(one.mark is Mark.PLAIN and one.text.strip() for one in compared)
    if is_short and change.before is not None and change.after is not None:
        runs = (
            said(words, "%(field)s “%(text)s”", field=field, text=compared)
            if shares
            else said(words, "%(field)s “%(before)s” → “%(after)s”", field=field, before=before, after=after)
        )
        return Clause(runs, decisive, change.field)
    if change.before is None:
        if is_short:
            return Clause(
                said(words, "%(field)s now “%(after)s”", field=field, after=after), decisive, change.field
            )
        return Clause(said(words, "%(field)s added", field=field), decisive, change.field, compared)
    if change.after is None:
        return Clause(said(words, "%(field)s removed", field=field), decisive, change.field, compared)
    return Clause(said(words, "%(field)s reworded", field=field), decisive, change.field, compared)


def _shown(value: Value | None, change: FieldChange, journey: str, voice: Voice) -> str | Runs:
    words = voice.words
    match value:
        case bool() | None:
            return ""
        case int() | float() if change.field in {"reach", "share", "progress"}:
            return words.percent(float(value))
        case int() | float():
            return words.number(value) if change.field == "score" else f"{value:g}"
        case date():
            return value.isoformat()
        case Duration():
            return value.text
        case str() if change.names and change.field != "score":
            return named(voice.title(change.names, value, journey))
        case str() if change.field in CHOICES:
            return words.gettext(value.replace("-", " ").capitalize()).lower()
        case str():
            return named(to_plain(value)) if change.field in _LISTS else to_plain(value)
        case _:
            return plain(joined(((Run(one),) for one in value), ", "))
