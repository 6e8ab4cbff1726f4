"""What `mkdocs serve` follows besides the content."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.host_config import overrides_folder, portal_root


def watch(config: MkDocsConfig) -> None:
    """Follow the options and the author's own page templates, where there are any."""
    for path in (portal_root(config) / "journeybook.yml", overrides_folder(config)):
        if path and path.exists() and str(path) not in config.watch:
            config.watch.append(str(path))
