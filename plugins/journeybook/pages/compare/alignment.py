"""Which stages, and which steps in them, of two journeys stand one above the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TypeVar

from journeybook.model import Journey, Stage
from journeybook.pages.map.journey_map import StageColumns
from journeybook.portal import Portal, StepSpot

_T = TypeVar("_T")


def side_by_side(
    portal: Portal, one: Journey, other: Journey
) -> tuple[tuple[StageColumns, ...], tuple[StageColumns, ...]]:
    """The columns of two maps, as many in one as in the other; equal ids stand at the same place.

    What only one of them has stands over what only the other has, or over room left free.
    """
    pairs = [
        _columns(
            left,
            portal.steps_of_stage(one.id, left.id) if left else (),
            right,
            portal.steps_of_stage(other.id, right.id) if right else (),
        )
        for left, right in paired(one.stages, other.stages, lambda stage: stage.id)
    ]
    return tuple(left for left, _ in pairs), tuple(right for _, right in pairs)


def _columns(
    left: Stage | None, above: Sequence[StepSpot], right: Stage | None, below: Sequence[StepSpot]
) -> tuple[StageColumns, StageColumns]:
    steps = paired(above, below, lambda spot: spot.step.id) or [(None, None)]
    return StageColumns(left, tuple(one for one, _ in steps)), StageColumns(right, tuple(one for _, one in steps))


def paired(
    ones: Sequence[_T], others: Sequence[_T], name: Callable[[_T], str]
) -> list[tuple[_T | None, _T | None]]:
    """Both in their own order; those of one name together, the others beside what stands at their place."""
    matcher = SequenceMatcher(None, [*map(name, ones)], [*map(name, others)], autojunk=False)
    found: list[tuple[_T | None, _T | None]] = []
    for _, from_one, to_one, from_other, to_other in matcher.get_opcodes():
        found.extend(zip_longest(ones[from_one:to_one], others[from_other:to_other]))
    return found


def matched(
    ones: Sequence[_T], others: Sequence[_T], name: Callable[[_T], str]
) -> Iterator[tuple[_T | None, _T | None]]:
    """Each of both once, those of one name together wherever they stand, in the order of `others`."""
    first, second = {name(one): one for one in ones}, {name(one): one for one in others}
    for one, other in paired(ones, others, name):
        if one is not None and name(one) not in second:
            yield one, None
        if other is not None:
            yield first.get(name(other)), other
