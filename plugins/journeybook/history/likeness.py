"""Which of what is gone and of what is new is the same thing under another id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rapidfuzz import fuzz

from journeybook.history.standing import Standing
from journeybook.model import Entity, Journey, Stage, Step
from journeybook.model.durations import Duration
from journeybook.reading.schema import shape_of

_MOST = 40_000
"""Pairs that are held against each other; where there are more, only equal titles count."""
_ENOUGH = 0.62
"""From this likeness on, two are the same thing."""
_FACTS = 3
"""Facts two things must share before their contents alone can make them one."""
_OUTSIDE = frozenset({"id", "title", "aliases", "reviewed", "status", "review_every", "owner", "lang", "audience"})
"""What says little of what something is."""


def alike(gone: Sequence[Standing], new: Sequence[Standing]) -> Iterator[tuple[Standing, Standing]]:
    """Pairs of both that are the same thing, each at most once; all of one kind and one journey.

    Equal titles come first; then the likest, where there are not too many to look at.
    """
    by_title: dict[str, list[Standing]] = {}
    for one in new:
        by_title.setdefault(_folded(one), []).append(one)
    left: list[Standing] = []
    taken: set[int] = set()
    for one in gone:
        same = by_title.get(_folded(one))
        if same and (len(same) == 1 or _holder(same[0]) == _holder(one)):
            found = same.pop(0)
            taken.add(id(found))
            yield one, found
        else:
            left.append(one)
    rest = [one for one in new if id(one) not in taken]
    if left and rest and len(left) * len(rest) <= _MOST:
        yield from _likest(left, rest)


def _holder(one: Standing) -> str:
    return one.holder.key.id if one.holder else ""


def _folded(one: Standing) -> str:
    return " ".join(one.entity.title.casefold().split())


def _likest(gone: Sequence[Standing], new: Sequence[Standing]) -> Iterator[tuple[Standing, Standing]]:
    facts_gone = [_facts(one.entity) for one in gone]
    facts_new = [_facts(one.entity) for one in new]
    found = [
        (-likeness, number, at)
        for number, one in enumerate(gone)
        for at, other in enumerate(new)
        if (likeness := _likeness(one, other, facts_gone[number], facts_new[at])) >= _ENOUGH
    ]
    used_gone: set[int] = set()
    used_new: set[int] = set()
    for _, number, at in sorted(found):
        if number not in used_gone and at not in used_new:
            used_gone.add(number)
            used_new.add(at)
            yield gone[number], new[at]


def _likeness(one: Standing, other: Standing, facts: frozenset[Any], other_facts: frozenset[Any]) -> float:
    """From 0 to 1, by titles and by the share of facts that both have."""
    titles = fuzz.token_sort_ratio(_folded(one), _folded(other)) / 100
    shared = len(facts & other_facts)
    if not facts and not other_facts:
        return titles if titles >= 0.75 else 0
    common = shared / len(facts | other_facts)
    by_content = common if shared >= _FACTS else 0
    return max(by_content, 0.6 * titles + 0.4 * common)


def _facts(entity: Entity) -> frozenset[Any]:
    return frozenset(_facts_of(entity))


def _facts_of(entity: Any) -> Iterator[tuple[str, str]]:
    if isinstance(entity, Journey):
        yield from (("stage", stage.title) for stage in entity.stages)
        yield from (("step", step.title) for stage in entity.stages for step in stage.steps)
    if isinstance(entity, Stage):
        yield from (("step", step.title) for step in entity.steps)
    if isinstance(entity, Step):
        yield from (("pain", pain.title) for pain in entity.pains)
    for shape in shape_of(entity.__class__).fields:
        if shape.name in _OUTSIDE or shape.name in {"stages", "steps", "pains"}:
            continue
        yield from ((shape.name, text) for text in _texts(getattr(entity, shape.name)))


def _texts(value: Any) -> Iterable[str]:
    if value is None or value == () or value == {}:
        return ()
    if isinstance(value, tuple):
        return [str(one) for one in value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return [value.text if isinstance(value, Duration) else str(value)]
