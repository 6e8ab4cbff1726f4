"""Addresses that open a source file for editing, at its line where the host of the repository allows."""

from __future__ import annotations

import posixpath
import re
import string
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

_KEPT = "%!#$&'()*+,/:;=?@[]~"
_LINED = re.compile(r"/(?:-/)?_?(?:edit|blob|blame|src|tree)/")
"""Paths of GitHub, GitLab, Gitea and Forgejo, which all understand `#L12`."""
_PLAIN = re.compile(r"\w[\w-]*(?:[./]\w[\w-]*)*", re.ASCII)
"""Paths in which there is nothing to encode, and nothing to resolve."""
_DEFAULTS = {"github.com": "edit/master/{}/", "gitlab.com": "edit/master/{}/", "bitbucket.org": "src/default/{}/"}


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the sources are kept, as MkDocs' settings of the same names say it."""

    repo_url: str = ""
    edit_uri: str | None = None
    """None where nobody said: then the host's usual way is taken."""
    edit_uri_template: str = ""
    content: str = "docs"
    """The content folder, relative to the portal's root."""

    def edit(self, file: str, line: int) -> str | None:
        """The address that opens `file` (relative to the portal's root) at `line`; None if nobody can edit it."""
        before = _before(self) if _PLAIN.fullmatch(file) else None
        if before and file.startswith(before.folder):
            address, sign = before.address + file[len(before.folder) :], before.sign
        else:
            address, sign = _opened(self, file)
        return f"{address}{sign}{line}" if sign and line > 1 else address

    def opens(self, file: str) -> str | None:
        """The address that opens `file` at its first line."""
        address = self._address(posixpath.relpath(file, self.content))
        return quote(address, safe=_KEPT) if address else None

    def _address(self, path: str) -> str | None:
        """What MkDocs itself makes of a path relative to the content folder."""
        if self.edit_uri_template:
            paths = {"path": path, "path_noext": posixpath.splitext(path)[0]}
            place = _Template().vformat(self.edit_uri_template, (), paths)
        elif edit_uri := self._edit_uri():
            place = edit_uri + path
        else:
            return None
        repository = self.repo_url
        if repository and not place.startswith(("?", "#")) and not repository.endswith("/"):
            repository += "/"
        address = urljoin(repository, place)
        return address if urlsplit(address).netloc else None

    def _edit_uri(self) -> str:
        if self.edit_uri is None:
            return _DEFAULTS.get(urlsplit(self.repo_url).netloc.lower(), "").format(self.content)
        return self.edit_uri if self.edit_uri.endswith("/") or not self.edit_uri else f"{self.edit_uri}/"


@dataclass(frozen=True, slots=True)
class _Before:
    """What the addresses of files have in common whose paths are as plain as most."""

    folder: str
    """The content folder, with a slash."""
    address: str
    """What its files' addresses begin with."""
    sign: str
    """What stands before the number of a line."""


@lru_cache(maxsize=8)
def _before(repository: Repository) -> _Before | None:
    """What addresses begin with; None where that cannot be told without the file."""
    if repository.edit_uri_template or not _PLAIN.fullmatch(repository.content):
        return None
    folder = f"{repository.content}/"
    address, sign = _opened(repository, f"{folder}x")
    return _Before(folder, address[:-1], sign) if address and sign and address.endswith("/x") else None


class _Template(string.Formatter):
    """Knows `{path!q}`, a path whose slashes are encoded too."""

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        return quote(value, safe="") if conversion == "q" else super().convert_field(value, conversion)  # type: ignore[arg-type]


# Portals have many spots in each file, and show them on several pages.
@lru_cache(maxsize=1_024)
def _opened(repository: Repository, file: str) -> tuple[str | None, str]:
    """The address that opens `file`, and what stands before the number of a line; empty where none can be told."""
    address = repository.opens(file)
    parts = urlsplit(address or "")
    if parts.query or parts.fragment:
        return address, ""
    if parts.netloc.endswith("bitbucket.org"):
        return address, "#lines-"
    return address, "#L" if _LINED.search(parts.path) else ""
