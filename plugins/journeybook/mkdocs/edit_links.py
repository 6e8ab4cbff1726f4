"""Links that open a source file for editing, by MkDocs' own settings."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.host_config import content_folder, written_by_author
from journeybook.model.edit_addresses import Repository

Edit = Callable[[str, int], str | None]
"""The address that opens a file (relative to the portal's root) at a line; None if nobody can edit it."""


def edit_link(config: MkDocsConfig) -> Edit:
    """The function that gives edit links, from `repo_url` with `edit_uri` or `edit_uri_template`."""
    template = str(config.edit_uri_template or "")
    return Repository(config.repo_url or "", config.edit_uri or "", template, content_folder(config)).edit


def correct_default(config: MkDocsConfig) -> None:
    """Let MkDocs' default, which takes the content folder to be `docs/`, name the real one."""
    folder = content_folder(config)
    written = written_by_author(config)
    if config.edit_uri and "edit_uri" not in written and config.edit_uri.endswith("/docs/"):
        config.edit_uri = f"{config.edit_uri.removesuffix('docs/')}{folder}/"


def without_edit_links(config: MkDocsConfig) -> None:
    """Let no page link to its source."""
    config.edit_uri = config.edit_uri_template = None
