"""Pages to HTML, through the theme."""

from journeybook.rendering.block_html import BlockHtml
from journeybook.rendering.diagrams import Draw, may_hold_fence, with_pictures
from journeybook.rendering.kept_templates import KeptTemplates, templates_kept_in
from journeybook.rendering.rendered import Heading, Rendered
from journeybook.rendering.renderer import Renderer
from journeybook.rendering.with_blocks import with_blocks

__all__ = [
    "BlockHtml",
    "Draw",
    "Heading",
    "KeptTemplates",
    "Rendered",
    "Renderer",
    "may_hold_fence",
    "templates_kept_in",
    "with_blocks",
    "with_pictures",
]
