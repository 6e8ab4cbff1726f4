"""Where work changes hands now, and where it no longer does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from journeybook.history.changes import HandOffChange, Name, Presence
from journeybook.history.matching import Matches
from journeybook.model import Journey, Team
from journeybook.model.keys import SpotKey
from journeybook.portal import Portal, key_of

_Teams = tuple[SpotKey, SpotKey]
_Into = dict[SpotKey, dict[_Teams, tuple[Name, Name]]]


def changed_hand_offs(
    before: Portal, after: Portal, matches: Matches
) -> Mapping[SpotKey, tuple[HandOffChange, ...]]:
    """The changes of team that came or went, by the key of the step they lead into.

    What only leads into another step of its journey now is told once, there.
    """
    then, now = _by_journey(before, matches.key_now), _by_journey(after, lambda key: key)
    found: dict[SpotKey, tuple[HandOffChange, ...]] = {}
    for journey in dict.fromkeys([*now, *then]):
        found |= _changes(then.get(journey, {}), now.get(journey, {}), matches)
    return found


def _changes(then: _Into, now: _Into, matches: Matches) -> dict[SpotKey, tuple[HandOffChange, ...]]:
    gone = {
        (step, teams): names
        for step, some in then.items()
        for teams, names in some.items()
        if teams not in now.get(step, {})
    }
    come = {
        (step, teams): names
        for step, some in now.items()
        for teams, names in some.items()
        if teams not in then.get(step, {})
    }
    found: defaultdict[SpotKey, list[HandOffChange]] = defaultdict(list)
    for (step, teams), names in come.items():
        old = next((was for was, some in gone if some == teams), None)
        if old:
            del gone[old, teams]
        found[step].append(HandOffChange(Presence.ADDED, *names, _step(old, matches) if old else None))
    for (step, _), names in gone.items():
        found[step].insert(0, HandOffChange(Presence.REMOVED, *names))
    return {step: tuple(some) for step, some in found.items()}


def _step(key: SpotKey, matches: Matches) -> Name:
    """The step with that key now, or what it was where it is gone."""
    found = matches.after.get(key) or matches.before.get(key)
    return found.name if found else Name(key, key.id)


def _by_journey(portal: Portal, now: Callable[[SpotKey], SpotKey]) -> Mapping[str, _Into]:
    """The teams that give and take, by keys of now, for every step of every journey that is handed over."""
    found: defaultdict[str, _Into] = defaultdict(dict)
    for journey in portal.all(Journey):
        for one in portal.flow(journey.id).hand_offs:
            step = now(one.target.key)
            teams = (now(key_of(one.giver)), now(key_of(one.taker)))
            found[step.journey].setdefault(step, {}).setdefault(teams, (_name(one.giver), _name(one.taker)))
    return found


def _name(team: Team) -> Name:
    return Name(key_of(team), team.title)
