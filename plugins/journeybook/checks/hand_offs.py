"""Where one team passes the customer on to another: what goes along, and what is asked again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from journeybook.checks.limits import Limits
from journeybook.checks.looked_at import in_use, past_draft
from journeybook.model import Journey
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.keys import SpotKey
from journeybook.portal import HandOff, Portal, StepSpot

_Asked: TypeAlias = dict[str, StepSpot]
"""The step that was the last to ask, by what it asked for."""
_SHOWN = 3
"""How many questions a finding names."""
_NEUTRAL = 3.0
"""The middle of the scale: below it people feel bad."""


def hand_offs_without_agreement(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Hand-offs that hurt and of which nothing says how they happen: neither `handover`, nor work that both share.

    A journey has one finding, at the hand-off after which people feel worst.
    """
    for journey in past_draft(portal, Journey):
        every = portal.flow(journey.id).hand_offs
        found = [one for one in every if not one.source.step.handover and not _meet(portal, one)]
        worst = min(found, key=_score_after, default=None)
        if worst is None or _score_after(worst) >= _NEUTRAL:
            continue
        step = worst.source.step
        giver, taker = worst.giver.title, worst.taker.title
        message = f"customers feel {_score_after(worst):.2g} right after {giver} hands over to {taker}, "
        message += f"and nothing says what is passed on after '{step.title}', and how"
        if len(found) > 1:
            message += f"; so it is at {len(found)} of {len(every)} hand-offs of this journey"
        hint = "agree on it and write it as `handover:`, such as 'The ticket, with her answers'"
        yield at(step.place, step.place.of("title"), "JB440", message, hint=hint, key=str(worst.source.key))


def questions_asked_again(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """What a team asks for although another team has asked for it on the way there; loops are not gone twice."""
    for journey in in_use(portal, Journey):
        spots = portal.steps(journey.id)
        if not any(spot.step.asks for spot in spots):
            continue
        onward: defaultdict[SpotKey, list[SpotKey]] = defaultdict(list)
        for edge in portal.flow(journey.id).edges:
            if edge.target.journey.id == journey.id and edge.target.number > edge.source.number:
                onward[edge.source.key].append(edge.target.key)
        asked: defaultdict[SpotKey, _Asked] = defaultdict(dict)
        for spot in spots:
            before = asked.pop(spot.key, {})
            yield from _asked_again(spot, before)
            after = before | {_same(text): spot for text in spot.step.asks if spot.team}
            for key in onward[spot.key]:
                asked[key] = after | asked[key]


RULES = (hand_offs_without_agreement, questions_asked_again)
"""The rules of this family."""


def _meet(portal: Portal, one: HandOff) -> bool:
    """Whether the map shows both teams at work in one of the two steps, and so how it is passed on."""
    return one.taker.id in _at_work(portal, one.source) or one.giver.id in _at_work(portal, one.target)


def _score_after(one: HandOff) -> float:
    score = one.target.mean_score
    return _NEUTRAL if score is None else score


def _at_work(portal: Portal, spot: StepSpot) -> set[str]:
    fields = ("frontstage.team", "backstage.team")
    return {key.id for field in fields for key in portal.named_by(spot.key, field)}


def _asked_again(spot: StepSpot, before: _Asked) -> Iterator[Diagnostic]:
    """One finding for all that other teams have asked for before, at the first of it."""
    again = {
        number: first
        for number, text in enumerate(spot.step.asks)
        if (first := before.get(_same(text))) and first.team and spot.team and first.team.id != spot.team.id
    }
    if not again or not spot.team:
        return
    shown = [f"'{spot.step.asks[number]}'" for number in again][:_SHOWN]
    more = f" and {len(again) - len(shown)} more" if len(again) > len(shown) else ""
    asked = {one.key: f"{one.team.title} at '{one.step.title}'" for one in again.values() if one.team}
    message = f"{spot.team.title} asks again for {', '.join(shown)}{more}: "
    message += f"{' and '.join(asked.values())} asked before"
    hint = "let the answers be passed on, say so in `handover:` there, and take them out of `asks:` here"
    place = spot.step.place
    yield at(place, place.of("asks", min(again)), "JB441", message, hint=hint, key=str(spot.key))


def _same(text: str) -> str:
    """What two texts that ask for the same thing have in common."""
    return "".join(one for one in text.casefold() if one.isalnum()) or text
