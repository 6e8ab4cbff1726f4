"""Pages to HTML, through the theme."""

from journeybook.rendering.block_html import BlockHtml
from journeybook.rendering.rendered import Heading, Rendered
from journeybook.rendering.renderer import Renderer
from journeybook.rendering.with_blocks import with_blocks

__all__ = ["BlockHtml", "Heading", "Rendered", "Renderer", "with_blocks"]
