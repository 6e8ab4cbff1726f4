"""What `mkdocs serve` follows besides the content."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.host_config import overrides_folder, portal_root
from journeybook.model.portal_files import LOCK_FILE, OPTIONS_FILE, OTHERS_FOLDER


def watch(config: MkDocsConfig) -> None:
    """Follow the options, other portals and the author's own page templates, where there are any."""
    root = portal_root(config)
    for path in (root / OPTIONS_FILE, root / LOCK_FILE, root / OTHERS_FOLDER, overrides_folder(config)):
        if path and path.exists() and str(path) not in config.watch:
            config.watch.append(str(path))
