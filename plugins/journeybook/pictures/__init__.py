"""Pictures of a portal: Mermaid text, escaped in one place."""

from journeybook.pictures.diagram import Diagram
from journeybook.pictures.flow import flow_diagram
from journeybook.pictures.mood import mood_diagram

__all__ = ["Diagram", "flow_diagram", "mood_diagram"]
