"""Files that stand in the site beside the pages: what machines read, and old addresses."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from journeybook.mkdocs.editions import Edition


def add_files_beside(files: Files, edition: Edition, config: MkDocsConfig) -> None:
    """Put the files that go with `edition` into MkDocs' `files`; an author's own file of that name wins."""
    for path, content in _files_beside(edition):
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=content))


def _files_beside(_edition: Edition) -> Iterator[tuple[str, str | bytes]]:
    """Paths in the site, with what stands there."""
    yield from ()
