"""Pages to HTML, through the theme."""

from journeybook.rendering.rendered import Heading, Rendered
from journeybook.rendering.renderer import Renderer

__all__ = ["Heading", "Rendered", "Renderer"]
