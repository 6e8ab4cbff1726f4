"""What changed in one record: its values, one after the other, in the model's order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from itertools import zip_longest
from typing import Any

from rapidfuzz import fuzz

from journeybook.history.changes import FieldChange, Value
from journeybook.history.meant import AS_WRITTEN, Meanings
from journeybook.model import Entity, Kind
from journeybook.model.durations import Duration
from journeybook.model.text import EVERYONE
from journeybook.reading.schema import FieldShape, Form, shape_of

_TOLD_OTHERWISE = frozenset({"id", "stages", "steps", "pains"})
_WHOLE = frozenset({"next"})
"""Lists that say something by being empty or missing, and by their order."""

_ALIKE = 60
"""From this likeness on, in per cent, one text of a list is another one reworded."""
_MOST_PAIRS = 2_500


@dataclass(frozen=True, slots=True)
class Frame:
    """What fields are read with."""

    meanings: Meanings = AS_WRITTEN
    journeys: tuple[str, str] = ("", "")
    """The ids of the journeys, before and after, that the record stands in."""
    personas: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """The personas of those journeys, as ids of now."""


def field_changes(before: Entity | None, after: Entity | None, frame: Frame) -> tuple[FieldChange, ...]:
    """What changed in an entity; all it says where only one of both is there."""
    kept = before if after is None else after
    if kept is None or before == after:
        return ()
    changes = [
        change
        for shape in shape_of(kept.__class__).fields
        if shape.name not in _TOLD_OTHERWISE
        for change in _of_field(shape, getattr(before, shape.name, None), getattr(after, shape.name, None), frame)
    ]
    return (*changes, *_extras(before, after))


def personas_of(entity: Any, frame: Frame, *, is_after: bool) -> tuple[str, ...]:
    """The personas that a journey names, as ids of now."""
    shape = shape_of(entity.__class__).by_key["personas"]
    return tuple(_meant(shape, one, frame, is_after=is_after) for one in entity.personas)


def _meant(shape: FieldShape, text: str, frame: Frame, *, is_after: bool) -> str:
    if shape.reference is None:
        return text
    meaning = frame.meanings.after if is_after else frame.meanings.before
    return meaning(shape.reference, text, frame.journeys[is_after])


def _of_field(shape: FieldShape, before: Any, after: Any, frame: Frame) -> Iterator[FieldChange]:
    if before == after:
        return
    if shape.form is Form.PER_PERSONA:
        yield from _scores(shape, before or {}, after or {}, frame)
    elif shape.name in _WHOLE:
        yield from _ways_on(shape, before, after, frame)
    elif shape.record is not None:
        yield from _records(shape, _listed(before), _listed(after), frame)
    elif shape.many:
        yield from _items(shape, _texts(shape, before, frame, 0), _texts(shape, after, frame, 1))
    else:
        yield from _single(shape, _value(shape, before, frame, 0), _value(shape, after, frame, 1))


def _change(shape: FieldShape, before: Value | None, after: Value | None, **more: str) -> FieldChange:
    names = shape.reference.kind if shape.reference else None
    return FieldChange(field=shape.spelled, names=names, before=before, after=after, **more)


def _value(shape: FieldShape, value: Any, frame: Frame, is_after: int) -> Value | None:
    if shape.reference and isinstance(value, str):
        return _meant(shape, value, frame, is_after=bool(is_after))
    return value


def _texts(shape: FieldShape, value: Any, frame: Frame, is_after: int) -> list[str]:
    return [_meant(shape, str(one), frame, is_after=bool(is_after)) for one in value or ()]


def _single(shape: FieldShape, before: Value | None, after: Value | None) -> Iterator[FieldChange]:
    if isinstance(before, str) and isinstance(after, str) and _flat(shape, before) == _flat(shape, after):
        return
    if before != after:
        yield _change(shape, before, after)


def _flat(shape: FieldShape, text: str) -> str:
    """`text` without what no reader sees: where lines break in a short one, blanks at the ends of a long one."""
    if shape.form is Form.VERBATIM:
        return "\n".join(line.rstrip() for line in text.strip().splitlines())
    return " ".join(text.split())


def _items(shape: FieldShape, before: list[str], after: list[str]) -> Iterator[FieldChange]:
    """Each item that came or went; where none did, the new order as a whole."""
    if before == after:
        return
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    left, new = list(_in_order(before, gone)), list(_in_order(after, come))
    if shape.reference is None and shape.form is Form.TEXT:
        yield from (_change(shape, was, has) for was, has in _reworded(left, new))
    yield from (_change(shape, one, None) for one in left)
    yield from (_change(shape, None, one) for one in new)
    if not gone and not come and shape.name not in {"evidence", "tags", "aliases"}:
        yield _change(shape, tuple(before), tuple(after))


def _reworded(left: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of what went and what came that are nearly the same; taken out of both lists."""
    if len(left) * len(new) > _MOST_PAIRS:
        return
    for has in list(new):
        likeness, was = max(((fuzz.ratio(one, has), one) for one in left), default=(0, ""))
        if likeness >= _ALIKE:
            left.remove(was)
            new.remove(has)
            yield was, has


def _in_order(items: Iterable[str], chosen: Counter[str]) -> Iterator[str]:
    left = Counter(chosen)
    for one in items:
        if left[one]:
            left[one] -= 1
            yield one


def _scores(
    shape: FieldShape, before: Mapping[str, float], after: Mapping[str, float], frame: Frame
) -> Iterator[FieldChange]:
    """One change per persona; a single one, about nobody, where it is the same for all of them."""
    then, now = _per_persona(shape, before, frame, 0), _per_persona(shape, after, frame, 1)
    pairs = {one: (then.get(one), now.get(one)) for one in dict.fromkeys([*now, *then])}
    if pairs and len(set(pairs.values())) == 1:
        pairs = {"": next(iter(pairs.values()))}
    for persona, (was, has) in pairs.items():
        if was != has:
            yield _change(shape, was, has, about="" if persona == EVERYONE else persona)


def _per_persona(shape: FieldShape, written: Mapping[str, float], frame: Frame, is_after: int) -> dict[str, float]:
    scores = {_meant(shape, one, frame, is_after=bool(is_after)): score for one, score in written.items()}
    everyone = scores.get(EVERYONE)
    personas = [one for one in frame.personas[is_after] if one not in scores]
    if everyone is not None and (personas or frame.personas[is_after]):
        del scores[EVERYONE]
        scores |= dict.fromkeys(personas, everyone)
    return scores


def _ways_on(shape: FieldShape, before: Any, after: Any, frame: Frame) -> Iterator[FieldChange]:
    then, now = _ways(shape, before, frame, 0), _ways(shape, after, frame, 1)
    if then != now:
        yield FieldChange(field=shape.spelled, names=Kind.STEP, before=then, after=now)


def _ways(shape: FieldShape, ways: Any, frame: Frame, is_after: int) -> tuple[str, ...] | None:
    if ways is None or shape.record is None:
        return None
    step = shape_of(shape.record).by_key["step"]
    named = ((_meant(step, one.step, frame, is_after=bool(is_after)), one.when) for one in ways)
    return tuple(f"{to} ({when})" if when else to for to, when in named)


def _listed(value: Any) -> list[Any]:
    """One record or several, as a list."""
    return [value] if is_dataclass(value) else list(value or ())


def _records(shape: FieldShape, before: list[Any], after: list[Any], frame: Frame) -> Iterator[FieldChange]:
    """Records are the same where their first field is; what is left over is paired where as many came as went."""
    first, *others = shape_of(shape.record or Entity).fields
    taken = _paired(before, after, first.name)
    for was, has in taken:
        about = str(getattr(has if has is not None else was, first.name))
        then, now = (None if one is None else str(getattr(one, first.name)) for one in (was, has))
        if then != now:
            yield _change(shape, then, now)
        if was is None or has is None:
            continue
        for other in others:
            for change in _of_field(other, getattr(was, other.name), getattr(has, other.name), frame):
                yield FieldChange(
                    field=shape.spelled,
                    about=about,
                    part=other.spelled,
                    names=change.names,
                    before=change.before,
                    after=change.after,
                )


def _paired(before: list[Any], after: list[Any], first: str) -> list[tuple[Any, Any]]:
    left = list(before)
    pairs: list[tuple[Any, Any]] = []
    new: list[Any] = []
    for one in after:
        match = next((old for old in left if getattr(old, first) == getattr(one, first)), None)
        if match is None:
            new.append(one)
        else:
            left.remove(match)
            pairs.append((match, one))
    if len(left) == len(new):
        return [*pairs, *zip(left, new, strict=True)]
    return [*pairs, *zip_longest(left, (), fillvalue=None), *zip_longest((), new, fillvalue=None)]


def _extras(before: Entity | None, after: Entity | None) -> Iterator[FieldChange]:
    then = before.extra if before else {}
    now = after.extra if after else {}
    for name in dict.fromkeys([*now, *then]):
        was, has = _plain(then.get(name)), _plain(now.get(name))
        if was != has:
            yield FieldChange(field=name, before=was, after=has)


def _plain(value: Any) -> Value | None:
    if value is None or isinstance(value, str | int | float | Duration):
        return value
    return str(value)
