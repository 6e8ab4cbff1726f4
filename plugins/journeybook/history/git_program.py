"""The `git` program, asked safely: nothing is fetched, nobody is prompted, nothing of the repository changes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_KEPT = frozenset({"GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"})
"""What the environment may say: where to look for repositories and settings, not which repository is meant."""
_SAID = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",  # `git status` would else write the index, which others may be using
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would else fetch what it lacks
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LFS_SKIP_SMUDGE": "1",
    "LC_ALL": "C",
}
_SETTINGS = (
    "core.quotepath=off",
    "core.fsmonitor=false",  # it may be a program
    "log.showSignature=false",
    "log.mailmap=true",
    "diff.renameLimit=500",
    "i18n.logOutputEncoding=UTF-8",
)
_PATIENCE = 120.0
"""Seconds after which an answer is no longer waited for."""


class Missing(StrEnum):
    """Why nothing is known."""

    PROGRAM = "the program git is not installed"
    REPOSITORY = "the portal is in no Git repository"
    TRUST = "Git does not trust the repository, which belongs to another user of this computer"
    COMMITS = "no file of the content folder has been committed"
    ANSWER = "Git could not be asked"


class GitError(Exception):
    """Git gave no answer."""

    def __init__(self, why: Missing) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Git:
    """The repository that a folder is in."""

    folder: Path
    """Where `git` runs: paths it tells and is told are relative to this folder, as far as that can be had."""

    def command(self, *arguments: str) -> list[str]:
        """The whole command line."""
        settings = [word for setting in _SETTINGS for word in ("-c", setting)]
        return ["git", "--no-pager", "--literal-pathspecs", *settings, *arguments]

    def ask(self, *arguments: str) -> bytes:
        """What `git` with `arguments` prints; GitError if it fails."""
        if not self.folder.is_dir():
            raise GitError(Missing.REPOSITORY)
        try:
            done = subprocess.run(  # noqa: S603  # our own words, and no shell
                self.command(*arguments),
                cwd=self.folder,
                env=environment(os.environ),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except FileNotFoundError as error:
            raise GitError(Missing.PROGRAM) from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GitError(Missing.ANSWER) from error
        if done.returncode:
            raise GitError(_reason(done.stderr))
        return done.stdout

    def lines(self, *arguments: str) -> Sequence[str]:
        """The same in lines of text."""
        return self.ask(*arguments).decode(errors="replace").splitlines()


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """The environment `given`, without what would name another repository or let Git ask anybody."""
    kept = {name: value for name, value in given.items() if not name.startswith("GIT_") or name in _KEPT}
    return {**kept, **_SAID}


def _reason(said: bytes) -> Missing:
    """What went wrong, from what Git `said`."""
    if b"dubious ownership" in said:
        return Missing.TRUST
    if b"not a git repository" in said:
        return Missing.REPOSITORY
    return Missing.COMMITS if b"does not have any commits" in said else Missing.ANSWER
