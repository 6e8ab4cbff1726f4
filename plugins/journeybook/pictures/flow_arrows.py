"""The arrows of a flowchart: conditions, ways back, ways into other journeys, and hand-offs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journeybook.model.keys import SpotKey
from journeybook.pictures.escape import escaped, width_of
from journeybook.pictures.mermaid_text import Arrow, LineStyle
from journeybook.pictures.texts import Texts
from journeybook.portal import Edge, Flow, HandOff, Way

WHEN_WIDTH = 70
TEAM_WIDTH = 40
"""How many columns of a condition and of a team's name an arrow shows."""
LINE_WIDTH = 26
"""How many columns go on one line of an arrow's text."""
HAND_OFF_SIGN = "⇄"


def arrows_of(flow: Flow, boxes: Mapping[SpotKey, str], texts: Texts) -> Iterator[Arrow]:
    """One arrow per way on; `boxes` holds the id of every step's box."""
    for edge, hand_offs in zip(flow.edges, hand_offs_on(flow), strict=True):
        line: LineStyle = "dotted" if edge.way is Way.LOOP else "thick" if hand_offs else "normal"
        condition = (texts.escaped(edge.when, WHEN_WIDTH),) if edge.when else ()
        changes = dict.fromkeys(_change(one, texts) for one in hand_offs)
        yield Arrow(boxes[edge.source.key], boxes[edge.target.key], line, (*condition, *changes))


def _change(hand_off: HandOff, texts: Texts) -> str:
    """`⇄ giver → taker`; where it needs two lines, the second begins with the arrow."""
    giver, taker = (texts.plain(team.title, TEAM_WIDTH) for team in (hand_off.giver, hand_off.taker))
    parts = (f"{HAND_OFF_SIGN} {giver}", f"→ {taker}")
    return escaped(" ".join(_unbroken(part) if width_of(part) <= LINE_WIDTH else part for part in parts))


def _unbroken(part: str) -> str:
    return part.replace(" ", "\N{NO-BREAK SPACE}")


def hand_offs_on(flow: Flow) -> list[list[HandOff]]:
    """The hand-offs that each of the flow's edges completes: those whose taking step it leads to.

    One that takes place beyond a step of another journey is on none of them.
    """
    found: list[list[HandOff]] = [[] for _ in flow.edges]
    leaving: dict[SpotKey, list[int]] = {}
    for number, edge in enumerate(flow.edges):
        leaving.setdefault(edge.source.key, []).append(number)
    for hand_off in flow.hand_offs:
        for number in _last_edges(hand_off, flow.edges, leaving):
            found[number].append(hand_off)
    return found


def _last_edges(
    hand_off: HandOff, edges: Sequence[Edge], leaving: Mapping[SpotKey, Sequence[int]]
) -> Iterator[int]:
    """The edges into the taking step, on the ways from the giving one through steps without a team."""
    seen: set[SpotKey] = set()
    ahead = [hand_off.source.key]
    while ahead:
        key = ahead.pop()
        if key in seen:
            continue
        seen.add(key)
        for number in leaving.get(key, ()):
            target = edges[number].target
            if target.key == hand_off.target.key:
                yield number
            elif target.team is None:
                ahead.append(target.key)
