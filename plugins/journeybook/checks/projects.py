"""Opportunities and initiatives: weighed, meant for somebody, and not all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.checks.naming import name_of
from journeybook.checks.standing import is_begun
from journeybook.model import Initiative, Opportunity
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.keys import SpotKey
from journeybook.portal import Portal, key_of
from journeybook.portal.answers import needless_initiatives, opportunities_of
from journeybook.portal.running import in_time, is_done, is_running

_NAMED = 4
"""How many initiatives a finding names."""


def unweighed(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Opportunities without impact or effort."""
    for one in portal.all(Opportunity):
        lacks = [name for name, value in (("impact", one.impact), ("effort", one.effort)) if value is None]
        if lacks and is_begun(one):
            message = f"{name_of(key_of(one))} has no {' and no '.join(lacks)}, so it has no place among others"
            keys = " and ".join(f"`{name}:`" for name in lacks)
            hint = f"add {keys} from 1 (little) to 5 (much); a guess that two people share will do"
            yield at(one.place, one.place.span, "JB421", message, hint=hint, key=str(key_of(one)))


def needless(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Initiatives that go on, or shall, and answer no pain."""
    for one in needless_initiatives(portal):
        if not is_begun(one) or is_done(one):
            continue
        taken = opportunities_of(portal, one)
        names = " and ".join(f"'{opportunity.id}'" for opportunity in taken)
        message = (
            f"{name_of(key_of(one))} answers no pain: no step has a pain that leads to {names}"
            if taken
            else f"{name_of(key_of(one))} answers no pain: no opportunity names it"
        )
        hint = (
            "find the pain that it takes away and name the opportunity there, or ask whether it is for customers"
            if taken
            else "write `initiative: " + one.id + "` at the opportunity that it takes up, or ask whom it is for"
        )
        yield at(one.place, one.place.span, "JB422", message, hint=hint, key=str(key_of(one)))


def at_once(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Teams that own more running initiatives than they can finish, told at the one that began last."""
    owned: defaultdict[SpotKey, list[Initiative]] = defaultdict(list)
    for one in in_time(portal):
        if is_running(one, limits.today):
            for owner in portal.named_by(key_of(one), "owner"):
                owned[owner].append(one)
    for owner, running in owned.items():
        if len(running) > limits.initiatives_at_once:
            last = running[-1]
            others = ", ".join(f"'{one.id}'" for one in running[:-1][-_NAMED:])
            more = " …" if len(running) - 1 > _NAMED else ""
            message = f"'{owner.id}' runs {len(running)} initiatives at once: this one, {others}{more}"
            hint = "finish some before the next begins, or let another team own this one"
            yield at(last.place, last.place.of("owner"), "JB423", message, hint=hint, key=str(key_of(last)))


RULES = (unweighed, needless, at_once)
"""The rules of this family."""
