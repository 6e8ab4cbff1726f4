"""References that only follow what they name to its new id, which is no news of those who name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from journeybook.history.changes import FieldChange, ThingChange
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind

_Said = tuple[str, str, str, object]


def without_followed(things: Iterable[ThingChange], renamed: Mapping[SpotKey, SpotKey]) -> Iterator[ThingChange]:
    """`things` without what only follows from the new keys of what was `renamed` in the same revision."""
    for thing in things:
        if not (renamed and thing.fields):
            yield thing
            continue
        fields = tuple(_news(thing.fields, renamed))
        if fields or thing.moved or thing.hand_offs or thing.was:
            yield replace(thing, fields=fields)


def _news(fields: tuple[FieldChange, ...], renamed: Mapping[SpotKey, SpotKey]) -> Iterator[FieldChange]:
    gone = {_then(one, renamed) for one in fields if one.after is None}
    same = gone & {_now(one) for one in fields if one.before is None}
    for one in fields:
        said = _then(one, renamed) if one.after is None else _now(one)
        follows = one.before is not None and one.after is not None and _then(one, renamed) == _now(one)
        if said not in same and not follows:
            yield one


def _now(change: FieldChange) -> _Said:
    return (change.field, change.about, change.part, change.after)


def _then(change: FieldChange, renamed: Mapping[SpotKey, SpotKey]) -> _Said:
    """What was said before, in today's ids."""
    about, value = change.about, change.before
    if change.field == "score":
        about = _today(Kind.PERSONA, about, renamed)
    if change.names and isinstance(value, str):
        value = _today(change.names, value, renamed)
    return (change.field, about, change.part, value)


def _today(kind: Kind, written: str, renamed: Mapping[SpotKey, SpotKey]) -> str:
    """The id that `written` has now; of `journey/stage` the journey's."""
    first, slash, rest = written.partition("/")
    now = renamed.get(SpotKey(Kind.JOURNEY if slash else kind, first))
    return f"{now.id}{slash}{rest}" if now else written
