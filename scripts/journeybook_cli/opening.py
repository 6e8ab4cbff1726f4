"""Reading a portal for a command."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.model.portal_options import PortalOptions
from journeybook.portal import Portal, assemble
from journeybook.reading import OPTIONS_FILE, read_content, read_options, read_others
from journeybook_cli.exits import Refusal
from journeybook_cli.portal_root import HOST_FILE
from journeybook_cli.terminal import busy


@dataclass(frozen=True, slots=True)
class Opened:
    """A portal as its files have it now."""

    root: Path
    """Its folder."""
    options: PortalOptions
    """Its options."""
    portal: Portal
    """What it says."""
    diagnostics: tuple[Diagnostic, ...]
    """What reading and assembling found, options first read, in file order."""

    @property
    def files(self) -> int:
        """How many files were read."""
        content = self.portal.content
        return len({*(one.path for one in content.files), *content.pages})

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out because it could not be read."""
        return not self.portal.content.unread


def open_portal(root: Path) -> Opened:
    """The portal in `root`; refused if there is none."""
    options, found = read_options(root)
    if not any((root / name).exists() for name in (OPTIONS_FILE, HOST_FILE, options.content)):
        raise Refusal(
            f"there is no portal in {root}; `journeybook init {root.name}` starts one, --root names another"
        )
    with busy("Reading the content"):
        others, found_elsewhere = read_others(root, options)
        portal = assemble(replace(read_content(root, options.content), others=others))
    return Opened(root, options, portal, in_file_order([*found, *found_elsewhere, *portal.diagnostics]))
