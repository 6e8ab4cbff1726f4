"""The digest of all that Git is asked for a portal's past: revisions themselves never change."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

from journeybook.history.git_program import Git, GitError
from journeybook.history.log import state_of
from journeybook.mkdocs.unchanged.looks import content_of
from journeybook.mkdocs.unchanged.settings import UnknownError

_PLACES = ("shallow", "info/grafts", "refs/replace")
_STORES = ("objects/pack",)
"""What a clone that lacks texts of revisions may get of them later."""
_NAMES_ELSEWHERE = (b"mailmap.file", b"mailmap.blob")
"""Settings that name people in files which are not looked at here."""


def digest_of_past(folder: Path) -> str:
    """The digest of where the repository of `folder` stands, or why there is none.

    Raises UnknownError where that hangs on what cannot be seen here.
    """
    git = Git(folder)
    try:
        settings = git.ask("config", "--list", "-z")
        if any(name in settings.lower() for name in _NAMES_ELSEWHERE):
            raise UnknownError
        state = state_of(git)
        places = git.lines("rev-parse", "--show-toplevel", "--git-common-dir")
    except GitError as error:
        return str(error.why)
    if len(places) != 2:
        raise UnknownError
    top, common = (str(folder / place) for place in places)
    looked = content_of([f"{top}/.mailmap", *(f"{common}/{place}" for place in _PLACES)])
    stores = [sorted(_names(f"{common}/{store}")) for store in _STORES]
    said = repr((state.head, sorted(state.uncommitted), settings, looked, stores))
    return blake2b(said.encode("utf-8", "surrogateescape"), digest_size=20).hexdigest()


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208
    except OSError:
        return []
