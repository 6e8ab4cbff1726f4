"""Initiatives in time: which run, and how many do so at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from journeybook.model import Initiative
from journeybook.model.keys import SpotKey
from journeybook.portal.mentions import key_of

if TYPE_CHECKING:
    from journeybook.portal.graph import Portal


def in_time(portal: Portal) -> tuple[Initiative, ...]:
    """Every initiative that is not retired: by the day it begins, then by the day it ends, then in file order."""
    found = [one for one in portal.all(Initiative) if one.status != "retired"]
    return tuple(sorted(found, key=lambda one: (one.from_ or one.to or date.max, one.to or date.max)))


def runs_between(one: Initiative, first: date, last: date) -> bool:
    """Whether it runs on any day from `first` to `last`; what names no day at all, and what is done, does not."""
    if one.from_ is None and one.to is None:
        return False
    if one.to is None and is_done(one):
        return False
    return (one.from_ or date.min) <= last and (one.to or date.max) >= first


def is_running(one: Initiative, as_of: date) -> bool:
    """Whether somebody works on it on `as_of`: it has begun, and is neither done nor past its last day.

    What is past its last day without being done is still worked on.
    """
    if is_done(one):
        return False
    return runs_between(one, as_of, as_of) or is_late(one, as_of)


def is_late(one: Initiative, as_of: date) -> bool:
    """Whether its last day has passed and it is not done."""
    return one.to is not None and one.to < as_of and one.progress is not None and not is_done(one)


def is_done(one: Initiative) -> bool:
    """Whether all of it is done."""
    return one.progress is not None and one.progress >= 1


def at_once(portal: Portal, running: Iterable[Initiative]) -> Counter[SpotKey]:
    """How many of the initiatives `running` each team owns."""
    return Counter(owner for one in running for owner in portal.named_by(key_of(one), "owner"))
