"""What a site is generated from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from journeybook.exchange.generate.host_settings import HostSettings
from journeybook.pages import Context
from journeybook.portal.audience import LeftOut
from journeybook.rendering import Draw

Builder = Literal["mkdocs", "zensical"]
"""A site generator that reads what is generated."""


@dataclass(frozen=True)
class Source:
    """What a site is generated from."""

    contexts: tuple[Context, ...]
    """The portal in each of its languages, the original first."""
    host: HostSettings
    read: Callable[[str], bytes]
    """Gives the bytes of a file of the content folder."""
    left_out: LeftOut
    """What its audience does not get."""
    root: Path | None = None
    """The portal's root folder, where things are kept that took long to make; without it they are not."""
    overrides: tuple[Path, ...] = ()
    """Folders whose page templates come before the theme's."""
    draw: Draw | None = None
    """Draws diagrams; without it they stay text, which a script draws in the page."""
    builder: Builder = "mkdocs"
    """Who builds the site; they differ in what they make of links in HTML."""

    @property
    def context(self) -> Context:
        """The original."""
        return self.contexts[0]

    def text(self, path: str, context: Context) -> str:
        """What the ordinary page `path` of an edition says to its audience."""
        text = self.read(path).decode("utf-8-sig").replace("\r\n", "\n")
        return self.left_out.text(text, f"{context.portal.content.folder}/{path}", context.options.language)
