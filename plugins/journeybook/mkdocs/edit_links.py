"""Links that open a source file for editing, at its line where the host of the repository allows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.host_config import content_folder, written_by_author

Edit = Callable[[str, int], str | None]
"""The address that opens a file (relative to the portal's root) at a line; None if nobody can edit it."""

_KEPT = "%!#$&'()*+,/:;=?@[]~"
_LINED = re.compile(r"/(?:-/)?_?(?:edit|blob|blame|src|tree)/")
"""Paths of GitHub, GitLab, Gitea and Forgejo, which all understand `#L12`."""


def edit_link(config: MkDocsConfig) -> Edit:
    """The function that gives edit links, from `repo_url` with `edit_uri` or `edit_uri_template`."""
    folder = content_folder(config)

    def edit(file: str, line: int) -> str | None:
        path = posixpath.relpath(file, folder)
        address = _address(config, path)
        return _at_line(quote(address, safe=_KEPT), line) if address else None

    return edit


def correct_default(config: MkDocsConfig) -> None:
    """Let MkDocs' default, which takes the content folder to be `docs/`, name the real one."""
    folder = content_folder(config)
    written = written_by_author(config)
    if config.edit_uri and "edit_uri" not in written and config.edit_uri.endswith("/docs/"):
        config.edit_uri = f"{config.edit_uri.removesuffix('docs/')}{folder}/"


def without_edit_links(config: MkDocsConfig) -> None:
    """Let no page link to its source."""
    config.edit_uri = config.edit_uri_template = None


def _address(config: MkDocsConfig, path: str) -> str | None:
    """What MkDocs itself makes of a path relative to the content folder."""
    if config.edit_uri_template:
        place = config.edit_uri_template.format(path, posixpath.splitext(path)[0])
    elif config.edit_uri:
        place = config.edit_uri + path
    else:
        return None
    repository = config.repo_url or ""
    if repository and not place.startswith(("?", "#")) and not repository.endswith("/"):
        repository += "/"
    address = urljoin(repository, place)
    return address if urlsplit(address).netloc else None


def _at_line(address: str, line: int) -> str:
    parts = urlsplit(address)
    if line <= 1 or parts.query or parts.fragment:
        return address
    if parts.netloc.endswith("bitbucket.org"):
        return f"{address}#lines-{line}"
    return f"{address}#L{line}" if _LINED.search(parts.path) else address
