"""Upkeep: somebody answers for what a portal says, and holds it against reality."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.checks.naming import name_of
from journeybook.checks.one_cause import unless_none
from journeybook.checks.standing import is_alive, is_begun, is_settled
from journeybook.model import Entity, Initiative, Journey, Team, Touchpoint
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.portal import Portal
from journeybook.portal.freshness import EXPECTED, Freshness, Upkept, review_queue
from journeybook.portal.running import is_running


def unowned(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """What claims something about the world, past its draft, without a team that keeps it true.

    A touchpoint that names the team that answers for it has somebody.
    """
    yield from unless_none(portal, Team, _unowned(portal, limits))


def _unowned(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    for key, entity in portal.directory.by_key.items():
        if key.kind not in EXPECTED or entity.owner or not _needs_owner(entity, limits):
            continue
        if not (isinstance(entity, Touchpoint) and entity.team):
            message = f"nobody owns {name_of(key)}, so nobody will notice when it is no longer true"
            hint = "add `owner:` with the id of the team that keeps it"
            yield at(entity.place, entity.place.span, "JB402", message, hint=hint, key=str(key))


def _needs_owner(entity: Entity, limits: Limits) -> bool:
    runs = isinstance(entity, Initiative) and is_begun(entity) and is_running(entity, limits.today)
    return runs or is_settled(entity)


def never_reviewed(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """What calls itself reviewed, or names how often it is to be, without a day on which it was.

    What is in review is spared: its first review is going on.
    """
    for one in review_queue(portal, limits.today):
        entity = one.entity
        if one.freshness is not Freshness.NEVER or not is_begun(*_chain(portal, one)):
            continue
        if entity.status == "reviewed":
            message = f"{name_of(one.key)} calls itself reviewed, and does not say when"
            hint = "write the day into `reviewed:`, such as `reviewed: 2026-09-14`, or go back to `in-review`"
            yield at(entity.place, entity.place.of("status"), "JB403", message, hint=hint, key=str(one.key))
        elif entity.review_every and entity.status != "in-review":
            message = f"{name_of(one.key)} is to be reviewed every {entity.review_every.text}, and never was"
            hint = "hold it against reality and write the day into `reviewed:`; from then on we remind you"
            place = entity.place.of("review_every")
            yield at(entity.place, place, "JB403", message, hint=hint, key=str(one.key))


def overdue(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """What was to be reviewed by a day that has passed; a draft that names such a day is held to it, too."""
    for one in review_queue(portal, limits.today):
        if one.freshness is Freshness.DUE and is_alive(*_chain(portal, one)):
            place = one.entity.place
            message = f"{name_of(one.key)} was to be reviewed again by {one.due}"
            hint = "hold it against reality, mend what has changed, then write the new day into `reviewed:`"
            yield at(place, place.of("reviewed"), "JB404", message, hint=hint, key=str(one.key))


def _chain(portal: Portal, one: Upkept) -> tuple[Entity, ...]:
    """What is kept, and the journey it stands in."""
    return (one.entity, portal.get(Journey, one.key.journey)) if one.key.journey else (one.entity,)


RULES = (unowned, never_reviewed, overdue)
"""The rules of this family."""
