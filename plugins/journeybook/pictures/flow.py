"""The ways through a journey, as a Mermaid flowchart."""

from __future__ import annotations

from journeybook.model import Journey
from journeybook.pictures.diagram import Diagram
from journeybook.pictures.escape import escaped
from journeybook.pictures.flow_arrows import arrows_of
from journeybook.pictures.flow_boxes import STYLES, Href, boxes_of
from journeybook.pictures.flow_description import description_of
from journeybook.pictures.mermaid_text import flowchart_text
from journeybook.pictures.texts import Texts
from journeybook.portal import Portal
from journeybook.words import Words

TITLE_WIDTH = 200
"""How many columns of the journey's title the chart's title shows."""


def flow_diagram(portal: Portal, journey: Journey, words: Words, href: Href) -> Diagram | None:
    """The steps of a journey in frames of stages, with every way on; None for a journey without steps.

    `href` gives an address as the page writes it. The chart runs from top to bottom, so that few readers scroll
    sideways: from left to right, twenty steps are some 5,000 pixels wide.
    """
    spots = portal.steps(journey.id)
    if not spots:
        return None
    flow = portal.flow(journey.id)
    texts = Texts(portal)
    boxes = boxes_of(journey, flow, texts, words, href)
    title = words.gettext("Ways through: %(title)s", title=texts.plain(journey.title, TITLE_WIDTH))
    description = description_of(journey, spots, flow, words)
    arrows = [*arrows_of(flow, boxes.ids, texts), *boxes.keeping_order()]
    source = flowchart_text(escaped(title), escaped(description), STYLES, boxes.nodes, arrows)
    return Diagram(source, title, description, boxes.links)
