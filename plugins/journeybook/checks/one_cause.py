"""Many findings of one cause, told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeybook.model import Entity
from journeybook.model.diagnostics import Diagnostic
from journeybook.portal import Portal


def unless_none(portal: Portal, record: type[Entity], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """`found`, which lacks a `record`; only the first of it where the portal has none at all.

    Whoever has not begun with teams or evidence needs to hear of it once.
    """
    told = [*found]
    others = len(told) - 1
    if portal.all(record) or others < 1:
        yield from told
        return
    same = f"{others} others" if others > 1 else "another"
    because = f"the same for {same}, for the portal has no {record.kind_of} yet"
    yield replace(told[0], message=f"{told[0].message} ({because})")
