"""Diagrams of a journey as Mermaid text."""

from __future__ import annotations

from journeybook.model import Journey
from journeybook.model.keys import SpotKey
from journeybook.pictures import flow_diagram, mood_diagram
from journeybook.portal import Portal
from journeybook.words import Words
from journeybook_cli.exits import Refusal

DIAGRAMS = ("flow", "mood")
"""Diagrams there are: the ways through a journey, and how its steps feel."""


def diagram_text(portal: Portal, key: SpotKey, words: Words, name: str) -> str:
    """The source of the diagram `name` of the journey at `key`, without links; refused where it shows nothing."""
    journey = portal.get(Journey, key.id)
    if name == "mood":
        diagram, lack = mood_diagram(portal, journey, words), "none of its steps has a score"
    else:
        diagram, lack = flow_diagram(portal, journey, words, lambda _: "#"), "it has no step"
    if diagram is None:
        raise Refusal(f"journey '{key.id}' has no {name} diagram: {lack}")
    # Addresses within the site lead nowhere from elsewhere.
    lines = (line for line in diagram.source.splitlines() if not line.startswith("click "))
    return "\n".join(lines) + "\n"
