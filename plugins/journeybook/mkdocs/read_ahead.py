"""Reading that begins before this process knows what to do with what is read."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.host_config import content_folder, portal_root
from journeybook.reading import ReadFiles, read_options


def begun_to_read(config: MkDocsConfig) -> ReadFiles:
    """The files of the portal of `config`, which other processes have begun to read."""
    root = portal_root(config)
    options, _ = read_options(root)
    files = ReadFiles(on_disk=True)
    files.begin(root, content_folder(config), options.editions)
    return files
