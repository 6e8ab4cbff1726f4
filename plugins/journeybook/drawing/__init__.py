"""Mermaid diagrams as ready SVG, drawn without a browser and kept between builds."""

from journeybook.drawing.drawer import Drawer
from journeybook.drawing.engine import DrawingError

__all__ = ["Drawer", "DrawingError"]
