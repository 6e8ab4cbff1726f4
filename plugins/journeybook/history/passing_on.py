"""Where work changes hands now, and where it no longer does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from journeybook.history.changes import HandOffChange, Name, Presence
from journeybook.history.matching import Matches
from journeybook.model import Journey, Team
from journeybook.model.keys import SpotKey
from journeybook.portal import Portal, key_of

_Pairs = dict[tuple[SpotKey, SpotKey], tuple[Name, Name]]


def changed_hand_offs(
    before: Portal, after: Portal, matches: Matches
) -> Mapping[SpotKey, tuple[HandOffChange, ...]]:
    """The changes of team that came or went, by the key of the step they lead into."""
    then, now = _into(before, matches.key_now), _into(after, lambda key: key)
    return {
        step: changes
        for step in dict.fromkeys([*now, *then])
        if (changes := _changes(then.get(step, {}), now.get(step, {})))
    }


def _changes(then: _Pairs, now: _Pairs) -> tuple[HandOffChange, ...]:
    gone = (HandOffChange(Presence.REMOVED, *names) for pair, names in then.items() if pair not in now)
    come = (HandOffChange(Presence.ADDED, *names) for pair, names in now.items() if pair not in then)
    return (*gone, *come)


def _into(portal: Portal, now: Callable[[SpotKey], SpotKey]) -> Mapping[SpotKey, _Pairs]:
    """The teams that give and take, by keys of now, for every step that is handed over."""
    found: defaultdict[SpotKey, _Pairs] = defaultdict(dict)
    for journey in portal.all(Journey):
        for one in portal.flow(journey.id).hand_offs:
            pair = (now(key_of(one.giver)), now(key_of(one.taker)))
            found[now(one.target.key)].setdefault(pair, (_name(one.giver), _name(one.taker)))
    return found


def _name(team: Team) -> Name:
    return Name(key_of(team), team.title)
