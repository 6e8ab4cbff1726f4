"""The boxes of a flowchart: steps in frames of stages, and steps of other journeys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from journeybook.model import Journey, Stage
from journeybook.model.addresses import Address, stage_address, step_address
from journeybook.model.keys import SpotKey
from journeybook.pictures.escape import escaped, escaped_address
from journeybook.pictures.mermaid_text import Arrow, Node
from journeybook.pictures.texts import Texts
from journeybook.portal import Flow, StepSpot, Way
from journeybook.words import Words

STAGE_WIDTH = 60
STEP_WIDTH = 90
JOURNEY_WIDTH = 60
"""How many columns of each title the chart shows; the full titles stand beside it."""
STYLES = {"away": "stroke-dasharray:6 4", "empty": "stroke-dasharray:2 4", "truth": "stroke-width:3px"}
"""What sets a box apart besides its shape; without colours, so that it fits every palette."""

Href = Callable[[Address], str]
"""Gives an address as the page writes it."""


class Boxes(Struct, frozen=True):
    """All boxes of one chart."""

    ids: Mapping[SpotKey, str]
    """The id of every step's box."""
    frames: tuple[Node, ...]
    """One per stage, holding its steps."""
    elsewhere: tuple[Node, ...]
    """Steps of other journeys that a way leads to."""

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The outermost boxes, as the chart lists them."""
        return self.frames + self.elsewhere

    @property
    def links(self) -> tuple[str, ...]:
        """Where clicks lead, each once."""
        inside = [node for frame in self.frames for node in frame.nodes]
        return tuple(dict.fromkeys(node.href for node in (*inside, *self.elsewhere)))

    def keeping_order(self) -> Iterator[Arrow]:
        """Hidden arrows that keep stages without steps, which no way leads to, in their place."""
        for before, after in pairwise(frame.nodes for frame in self.frames):
            if "empty" in {before[-1].style, after[0].style}:
                yield Arrow(before[-1].id, after[0].id, "hidden")


def boxes_of(journey: Journey, flow: Flow, texts: Texts, words: Words, href: Href) -> Boxes:
    """The boxes of a journey's chart; ids follow the numbers of steps."""
    portal = texts.portal
    foreign = list({edge.target.key: edge.target for edge in flow.edges if edge.way is Way.AWAY}.values())
    ids = {spot.key: f"n{spot.number}" for spot in portal.steps(journey.id)}
    ids |= {spot.key: f"j{number}" for number, spot in enumerate(foreign, 1)}

    def frame(number: int, stage: Stage) -> Node:
        steps = [_step(spot, ids[spot.key], texts, href) for spot in portal.steps_of_stage(journey.id, stage.id)]
        inside = steps or [_empty(f"e{number}", stage_address(journey.id, stage.id), words, href)]
        return Node(f"s{number}", (texts.escaped(stage.title, STAGE_WIDTH),), nodes=tuple(inside))

    return Boxes(
        ids,
        tuple(frame(number, stage) for number, stage in enumerate(journey.stages, 1)),
        tuple(_elsewhere(spot, ids[spot.key], texts, words, href) for spot in foreign),
    )


def _step(spot: StepSpot, box: str, texts: Texts, href: Href) -> Node:
    decisive = spot.step.moment_of_truth is not None
    return Node(
        box,
        (texts.escaped(spot.step.title, STEP_WIDTH),),
        shape="hexagon" if decisive else "normal",
        style="truth" if decisive else "",
        href=_link(spot, href),
    )


def _elsewhere(spot: StepSpot, box: str, texts: Texts, words: Words, href: Href) -> Node:
    journey = words.gettext("Journey: %(title)s", title=texts.plain(spot.journey.title, JOURNEY_WIDTH))
    lines = (escaped(journey), texts.escaped(spot.step.title, STEP_WIDTH))
    return Node(box, lines, shape="round-edge", style="away", href=_link(spot, href))


def _empty(box: str, address: Address, words: Words, href: Href) -> Node:
    text = escaped(words.gettext("No steps yet"))
    return Node(box, (text,), shape="round-edge", style="empty", href=escaped_address(href(address)))


def _link(spot: StepSpot, href: Href) -> str:
    return escaped_address(href(step_address(spot.journey.id, spot.step.id)))
