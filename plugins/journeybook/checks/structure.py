"""How a journey is built: its length, the names of its stages, and the ways between its steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from journeybook.checks.departments import is_department
from journeybook.checks.limits import Limits
from journeybook.checks.looked_at import in_use, past_draft
from journeybook.model import Journey, Team
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.keys import SpotKey
from journeybook.portal import Flow, Portal, StepSpot, Way, key_of


def too_many_steps(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Journeys that nobody can take in at a glance."""
    for journey in in_use(portal, Journey):
        count = len(portal.steps(journey.id))
        if count > limits.steps:
            message = f"'{journey.title}' has {count} steps; more than {limits.steps} are hard to take in as one"
            hint = "make a part of it a journey of its own, with `part_of:`, or join steps that belong together"
            yield at(journey.place, journey.place.of("title"), "JB430", message, hint=hint, key=_key(journey))


def departments_as_stages(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Stages that are named after who works there; for employees departments are places they go to."""
    teams = {name.casefold() for team in portal.all(Team) for name in (team.title, team.department) if name}
    for journey in in_use(portal, Journey):
        for stage in journey.stages if journey.scope != "employee" else ():
            if is_department(stage.title, teams):
                message = f"'{stage.title}' is the name of a department, and customers do not think in departments"
                hint = "name the stage after what the customer wants there, such as 'Get it repaired'"
                key = str(key_of(stage, journey.id))
                yield at(stage.place, stage.place.of("title"), "JB431", message, hint=hint, key=key)


def futures_alone(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Future journeys that name no current one; a name that leads nowhere is reported as that."""
    for journey in past_draft(portal, Journey):
        if journey.state == "future" and journey.improves is None:
            message = f"'{journey.title}' lies in the future and does not say which current journey it improves"
            hint = "write `improves:` with its id, so that readers see both side by side and what gets better"
            yield at(journey.place, journey.place.of("state"), "JB432", message, hint=hint, key=_key(journey))


def unreachable_steps(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Steps to which no way leads, of several in a row the first."""
    for journey in in_use(portal, Journey):
        flow = portal.flow(journey.id)
        if not flow.unreached or _loses_ways(portal, journey, flow):
            continue
        onward = _neighbours((edge.source.key, edge.target.key) for edge in flow.edges)
        explained: set[SpotKey] = set()
        for spot in flow.unreached:
            if spot.key in explained:
                continue
            _walk(spot.key, onward, explained)
            if not _is_entered_from_elsewhere(portal, spot):
                message = f"no way leads to '{spot.step.title}': the steps before it go on elsewhere or end"
                hint = f"name it in `next:` of the step it follows, as `{spot.step.id}`, or remove it"
                place = spot.step.place
                yield at(place, place.of("title"), "JB433", message, hint=hint, key=str(spot.key))


def endless_loops(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Dead ends: steps from which every way leads back, so that nobody who comes there ever finishes."""
    for journey in in_use(portal, Journey):
        flow = portal.flow(journey.id)
        if all(spot.step.next is None for spot in portal.steps(journey.id)) or _loses_ways(portal, journey, flow):
            continue
        back = _neighbours((edge.target.key, edge.source.key) for edge in flow.edges)
        outs = {edge.source.key for edge in flow.edges if edge.way is Way.AWAY}
        finishing: set[SpotKey] = set()
        for key in (*(spot.key for spot in flow.ends), *outs):
            _walk(key, back, finishing)
        unreached = {spot.key for spot in flow.unreached}
        for spot in reversed(portal.steps(journey.id)):
            if spot.key not in finishing and spot.key not in unreached:
                _walk(spot.key, back, finishing)
                message = f"from '{spot.step.title}' every way leads back: nobody who comes here reaches an end"
                hint = "add to `next:` the step with which it goes on, or `next: []` where the journey ends"
                place = spot.step.place
                yield at(place, place.of("next"), "JB434", message, hint=hint, key=str(spot.key))


RULES = (too_many_steps, departments_as_stages, futures_alone, unreachable_steps, endless_loops)
"""The rules of this family."""


def _key(journey: Journey) -> str:
    return str(key_of(journey))


def _loses_ways(portal: Portal, journey: Journey, flow: Flow) -> bool:
    """Whether a way leads to a step that does not exist, which is reported as that and is the cause."""
    written = sum(len(spot.step.next or ()) for spot in portal.steps(journey.id))
    found = sum(edge.source.step.next is not None for edge in flow.edges)
    return found < written


def _is_entered_from_elsewhere(portal: Portal, spot: StepSpot) -> bool:
    return any(
        link.field == "next.step" and link.source.journey != spot.journey.id for link in portal.backlinks(spot.key)
    )


def _neighbours(pairs: Iterable[tuple[SpotKey, SpotKey]]) -> Mapping[SpotKey, list[SpotKey]]:
    found: defaultdict[SpotKey, list[SpotKey]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return found


def _walk(start: SpotKey, neighbours: Mapping[SpotKey, list[SpotKey]], seen: set[SpotKey]) -> None:
    """Add `start`, and all that can be reached from it, to `seen`; what is there already is not walked again."""
    ahead = [start]
    while ahead:
        key = ahead.pop()
        if key not in seen:
            seen.add(key)
            ahead.extend(neighbours.get(key, ()))
