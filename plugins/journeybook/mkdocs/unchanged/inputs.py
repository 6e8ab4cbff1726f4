"""Everything that a site is made from."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

import journeybook_theme
from journeybook.mkdocs.host_config import portal_root, written_theme
from journeybook.mkdocs.unchanged.looks import content_of, holds, standing_of
from journeybook.mkdocs.unchanged.past import digest_of_past
from journeybook.mkdocs.unchanged.settings import UnknownError, digest_of_settings, plain
from journeybook.model.portal_files import BASELINE_FILE, LOCK_FILE, OPTIONS_FILE, OTHERS_FOLDER, SCHEMAS_FOLDER

_OF_THE_MOMENT = re.compile(rb"\bbuild_date_utc\b|\|\s*random\b")
"""What templates may show that is another thing in every build."""
_HERE_AND_ELSEWHERE = b"INHERIT"


@dataclass(frozen=True)
class Inputs:
    """What a build is made from, as it was before anything was read."""

    root: Path
    """The portal's root folder."""
    content: Path
    """Its content folder."""
    paths: tuple[str, ...]
    """The files and folders that are read; some may not be there."""
    settings: str
    """Stands for all that is no file."""
    standing: str
    """Stands for how the files stood on the disk."""
    past: str
    """Stands for the repository."""

    @classmethod
    def of(cls, config: MkDocsConfig, audience: str | None) -> Inputs:
        """What a build with `config`, for `audience`, is made from.

        Raises UnknownError where nobody can tell.
        """
        root, content = portal_root(config), Path(config.docs_dir)
        settings_file = Path(config.config_file_path or "")
        if not settings_file.is_file():
            raise UnknownError
        templates = [folder for folder in config.theme.dirs if not _is_installed(Path(folder))]
        if any(holds(folder, _OF_THE_MOMENT) for folder in templates):
            raise UnknownError
        settings = digest_of_settings(config, audience)
        if _HERE_AND_ELSEWHERE in settings_file.read_bytes():
            settings += repr(plain(written_theme(config)))
        beside = (OPTIONS_FILE, LOCK_FILE, OTHERS_FOLDER, BASELINE_FILE)
        paths = (str(content), str(settings_file), *(str(root / name) for name in beside), *templates)
        return cls(root, content, paths, settings, standing_of(paths), digest_of_past(content))

    @cached_property
    def digest(self) -> str:
        """Stands for all of it."""
        return repr((self.settings, self.past, content_of(self.paths)))

    @property
    def beside(self) -> str:
        """Stands for what builds write beside the site: the schemas for editors."""
        return content_of([str((self.root / SCHEMAS_FOLDER).parent)])

    @property
    def are_as_before(self) -> bool:
        """Whether nothing has changed since they were looked at first."""
        try:
            return standing_of(self.paths) == self.standing and digest_of_past(self.content) == self.past
        except UnknownError:
            return False


def _is_installed(folder: Path) -> bool:
    """Whether templates belong to a package, whose version stands for them, or are our own."""
    ours = [Path(path) for path in journeybook_theme.__path__]
    packages = [Path(path) for path in sys.path if path.endswith("-packages")]
    return any(folder.is_relative_to(place) for place in (*ours, *packages))
