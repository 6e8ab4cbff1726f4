"""Diagrams with the same content as text beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Journey, Kind
from journeybook.model.keys import SpotKey
from journeybook.pages.context import Context
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading, Link
from journeybook.pages.sections.section import Section
from journeybook.pages.ways import WayOn, ways_on
from journeybook.pictures import flow_diagram
from journeybook.pictures.diagram import Diagram


class FlowLine(Struct, frozen=True):
    """One step of the flow, in words."""

    number: int
    step: Link
    ways: tuple[WayOn, ...]
    """Ways on; the plain written order is among them."""
    hand_offs: tuple[tuple[Link, Link], ...]
    """Teams that hand over and take over after it."""
    is_end: bool
    is_unreached: bool


class FlowPicture(Section, frozen=True, kw_only=True):
    """The ways through a journey."""

    form: ClassVar[str] = "flow"
    diagram: Diagram
    lines: tuple[FlowLine, ...]


def flow_picture(maker: PageMaker, journey: Journey) -> FlowPicture | None:
    """The ways through a journey; None where it has no steps."""
    diagram = flow_diagram(maker.portal, journey, maker.words, maker.href)
    heading = Heading(2, "_flow", maker.words.gettext("The ways through"))
    return FlowPicture(heading=heading, diagram=diagram, lines=flow_lines(maker, journey)) if diagram else None


def flow_sources(context: Context) -> Iterator[str]:
    """The flow of every journey as Mermaid text whose links lead nowhere: what can be drawn ahead of pages."""
    journeys = context.portal.all(Journey)
    diagrams = (flow_diagram(context.portal, one, context.words, lambda _: ".") for one in journeys)
    return (one.source for one in diagrams if one)


def flow_lines(maker: PageMaker, journey: Journey) -> tuple[FlowLine, ...]:
    """The flow of `journey` in words, a line for each step."""
    flow = maker.portal.flow(journey.id)
    ways = ways_on(maker, flow.edges)
    changes: dict[SpotKey, dict[tuple[str, str], None]] = {}
    for one in flow.hand_offs:
        changes.setdefault(one.source.key, {})[one.giver.id, one.taker.id] = None
    ends = {spot.key for spot in flow.ends}
    unreached = {spot.key for spot in flow.unreached}
    return tuple(
        FlowLine(
            number=spot.number,
            step=maker.link(spot.key),
            ways=ways.get(spot.key, ()),
            hand_offs=tuple(
                (maker.link(SpotKey(Kind.TEAM, giver)), maker.link(SpotKey(Kind.TEAM, taker)))
                for giver, taker in changes.get(spot.key, ())
            ),
            is_end=spot.key in ends,
            is_unreached=spot.key in unreached,
        )
        for spot in maker.portal.steps(journey.id)
    )
