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
    if portal.all(record):
        yield from found
        return
    first, *others = [*found] or [None]
    if first and others:
        same = f"{len(others)} others" if len(others) > 1 else "another"
        yield replace(
            first, message=f"{first.message} (the same for {same}: the portal has no {record.kind_of} yet)"
        )
    elif first:
        yield first
