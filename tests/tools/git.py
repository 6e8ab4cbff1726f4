"""Git repositories of tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

WHO = {
    **{f"GIT_{role}_{what}": text for role in ("AUTHOR", "COMMITTER") for what, text in
       {"NAME": "Ada", "EMAIL": "ada@example.org", "DATE": "2026-11-22T10:00:00Z"}.items()},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip
"""Who commits, and when; nobody's own settings count."""


def git(folder: Path, *arguments: str) -> str:
    """What `git …` prints in `folder`."""
    environment = os.environ | WHO
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(folder: Path, message: str) -> str:
    """The commit of everything in `folder`."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")
