"""Reading a portal for a command."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.model.portal_files import OPTIONS_FILE
from journeybook.model.portal_options import PortalOptions
from journeybook.model.text import Audience
from journeybook.portal import Portal
from journeybook.portal.publication import Publication, publication_of
from journeybook.reading import ReadFiles, read_content, read_options, read_others
from journeybook.reading.garbage import all_of_it_stays
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
    published: Publication
    """What it says, to whom, in which language."""
    diagnostics: tuple[Diagnostic, ...]
    """What reading and assembling found, options first read, in file order."""

    @property
    def portal(self) -> Portal:
        """What it says to its audience."""
        return self.published.portal

    @property
    def whole(self) -> Portal:
        """What it says to the company."""
        return self.published.whole

    @property
    def files(self) -> int:
        """How many files were read."""
        content = self.whole.content
        return len({*(one.path for one in content.files), *content.pages})

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out because it could not be read."""
        return not self.whole.content.unread


def options_of_portal(root: Path) -> tuple[PortalOptions, tuple[Diagnostic, ...]]:
    """The options of the portal in `root`, and what is wrong with them; refused if there is no portal."""
    options, found = read_options(root)
    if not any((root / name).exists() for name in (OPTIONS_FILE, HOST_FILE, options.content)):
        raise Refusal(
            f"there is no portal in {root}; `journeybook init {root.name}` starts one, --root names another"
        )
    return options, found


def open_portal(root: Path, audience: Audience | None = None, *, may_remember: bool = True) -> Opened:
    """The portal in `root`, for `audience` if somebody asked for one; refused if there is no portal.

    Unless it `may_remember`, every file is read anew, and nothing is kept.
    """
    options, found = options_of_portal(root)
    with busy("Reading the content"), all_of_it_stays():
        if audience:
            options = replace(options, audience=audience)
        others, found_elsewhere = read_others(root, options)
        content = read_content(root, options.content, options.editions, ReadFiles(on_disk=may_remember))
        content = replace(content, others=others)
        published = publication_of(content, options)
    return Opened(root, options, published, in_file_order([*found, *found_elsewhere, *published.diagnostics]))
