"""What a flowchart says, in a sentence, for those who cannot see it; it also explains the chart's marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from babel.lists import format_list

from journeybook.model import Journey
from journeybook.pictures.flow_arrows import hand_offs_on
from journeybook.portal import Flow, StepSpot, Way
from journeybook.words import Words


def description_of(journey: Journey, spots: Sequence[StepSpot], flow: Flow, words: Words) -> str:
    """How many steps there are, and where the way through them is not straight."""
    steps = words.ngettext("%(count)s step", "%(count)s steps", len(spots))
    stages = words.ngettext("%(count)s stage", "%(count)s stages", len(journey.stages))
    turns = list(_turns(spots, flow, words))
    if not turns:
        return words.gettext("%(steps)s in %(stages)s, one after the other.", steps=steps, stages=stages)
    listed = format_list(turns, locale=words.locale)
    return words.gettext("%(steps)s in %(stages)s, with %(turns)s.", steps=steps, stages=stages, turns=listed)


def _turns(spots: Sequence[StepSpot], flow: Flow, words: Words) -> Iterator[str]:
    ways = Counter(edge.way for edge in flow.edges)
    ways_on = Counter(edge.source.key for edge in flow.edges)
    changes = {(one.source.key, one.target.key) for hand_offs in hand_offs_on(flow) for one in hand_offs}
    turns = (
        (sum(count > 1 for count in ways_on.values()), _forks),
        (ways[Way.LOOP], _ways_back),
        (ways[Way.AWAY], _ways_away),
        (len(changes), _hand_offs),
        (sum(spot.step.moment_of_truth is not None for spot in spots), _truths),
    )
    return (said(count, words) for count, said in turns if count)


def _forks(count: int, words: Words) -> str:
    return words.ngettext("%(count)s fork", "%(count)s forks", count)


def _ways_back(count: int, words: Words) -> str:
    return words.ngettext("%(count)s way back (dotted arrow)", "%(count)s ways back (dotted arrows)", count)


def _ways_away(count: int, words: Words) -> str:
    return words.ngettext(
        "%(count)s way into another journey (dashed box)",
        "%(count)s ways into other journeys (dashed boxes)",
        count,
    )


def _hand_offs(count: int, words: Words) -> str:
    return words.ngettext("%(count)s hand-off between teams (⇄)", "%(count)s hand-offs between teams (⇄)", count)


def _truths(count: int, words: Words) -> str:
    return words.ngettext(
        "%(count)s moment of truth (six-sided box)", "%(count)s moments of truth (six-sided boxes)", count
    )
