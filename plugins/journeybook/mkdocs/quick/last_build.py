"""What the last build was made from: while that is the same, no page need be thought out to know what it shows."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from mkdocs.config.defaults import MkDocsConfig

from journeybook.history.told import History
from journeybook.mkdocs.host_config import content_folder
from journeybook.mkdocs.loading import Loaded
from journeybook.pages.digest import digest_of
from journeybook.reading.kept import hide_from_git

_FILE = "last-build"
_Known = tuple[str, dict[str, str]]
"""The digest of what a build was made from, and the keys of its views by the paths MkDocs knows pages by."""


def inputs_of(read: Loaded, state: str, config: MkDocsConfig) -> str:
    """The digest of all that views are made from; empty where that cannot be told.

    `state` stands for all files of the content. What other portals say is in none of them.
    """
    if read.options.portals or not state:
        return ""
    links = [
        config.repo_url,
        config.edit_uri,
        str(config.edit_uri_template or ""),
        config.site_url,
        config.site_name,
    ]
    urls = [config.use_directory_urls, content_folder(config)]
    return digest_of(state, repr(read.options), read.as_of.isoformat(), links, urls, _past(read.history))


def known_keys(cache: Path, inputs: str) -> Mapping[str, str]:
    """The keys of the views that were made from `inputs`; none if the last build was made from others."""
    if not inputs:
        return {}
    try:
        made_from, keys = msgspec.msgpack.decode((cache / _FILE).read_bytes(), type=_Known)
    except (OSError, msgspec.DecodeError):
        return {}
    return keys if made_from == inputs else {}


def keep_keys(cache: Path, inputs: str, keys: Mapping[str, str]) -> None:
    """Keep the `keys` of the views that were made from `inputs`; nobody ever sees half of them."""
    part = cache / f"{_FILE}.{os.getpid()}.part"
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        hide_from_git(cache)
        part.write_bytes(msgspec.msgpack.encode((inputs, keys)))
        part.replace(cache / _FILE)


def _past(history: History) -> list[object]:
    """What tells one past from another: Git's revisions never change."""
    since = history.since.isoformat() if history.since else None
    told = [(one.revision.name, one.revision.who, one.file) for one in history.told]
    return [
        told,
        since,
        sorted(history.older.items()),
        sorted(history.uncommitted),
        str(history.missing),
        history.names,
    ]
