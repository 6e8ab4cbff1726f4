"""Building blocks to HTML, for any host."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from journeybook.model.addresses import Address
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.keys import SpotKey
from journeybook.model.places import NOWHERE
from journeybook.pages import Context, Narrative, PlannedPage
from journeybook.pages.blocks import BlockView, UnreadBlock, block_view
from journeybook.pages.page_maker import PageMaker
from journeybook.reading.building_blocks import block_of
from journeybook.rendering.environment import environment_of
from journeybook.rendering.kept_templates import KeptTemplates

_NO_PAGE = PlannedPage(SpotKey("page", ""), Address("\N{REPLACEMENT CHARACTER}"), "", "", NOWHERE)
"""Blocks are the same wherever they stand, so no page is theirs."""


class BlockHtml:
    """Turns building blocks into HTML that is right on every page: links into the site begin with `ROOT`."""

    def __init__(
        self, context: Context, overrides: Sequence[Path] = (), kept: KeptTemplates | None = None
    ) -> None:
        """`overrides` are folders whose templates come before the theme's; `kept` are compiled ones."""
        self._maker = PageMaker(context, _NO_PAGE)
        self._environment: Environment = environment_of(context, _unshown, tuple(overrides), kept)

    def html(self, text: str, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
        """The block that `text`, the inside of a fence in `file`, describes, and why if it cannot be read.

        `file` is relative to the portal's root. The HTML is one element without blank lines or headings.
        """
        block, found = block_of(text, file)
        view = block_view(self._maker, block) if block else self._unread(found)
        html = self._environment.get_template(f"journeybook/blocks/{view.form}.html").render(view=view)
        return "\n".join(line for line in html.split("\n") if line.strip()), found

    def _unread(self, found: Sequence[Diagnostic]) -> BlockView:
        messages = tuple(f"{one.message}; {one.hint}" if one.hint else one.message for one in found)
        name = self._maker.words.gettext("This block cannot be read:")
        return UnreadBlock(title=None, name=name, messages=messages)


def _unshown(_narrative: Narrative, _level: int) -> Markup:
    """Blocks hold no longer texts."""
    return Markup("")
