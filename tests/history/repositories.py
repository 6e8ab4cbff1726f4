"""Git repositories made by tests: fixed days, fixed names."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

ADA = "Ada Lovelace"

FILES = {
    "content/personas/ada.md": "---\ntitle: Ada, shop owner\n---\nSells tea.\n",
    "content/journeys/claim.yml": """\
title: Claim a loss
persona: ada
stages:
  - id: report
    title: Report
    steps:
      - {id: calls, title: Calls support, score: 2}
      - {id: waits, title: Waits, score: 3}
""",
    "content/channels.yml": "phone: {title: Telephone}\nletter: {title: Letter}\n",
}


@dataclass(frozen=True)
class Repository:
    """A repository in a folder."""

    folder: Path

    @classmethod
    def new(cls, folder: Path) -> Repository:
        """A new one in `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        made = cls(folder)
        made.git("init", "--quiet", "--initial-branch=main")
        return made

    def git(self, *arguments: str, day: str = "2026-01-01", who: str = ADA) -> str:
        """What `git` prints; `who` does it on `day` at noon in London."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        dates = {f"GIT_{role}_DATE": f"{day}T12:00:00+00:00" for role in ("AUTHOR", "COMMITTER")}
        names = {f"GIT_{role}_NAME": who for role in ("AUTHOR", "COMMITTER")}
        mails = {f"GIT_{role}_EMAIL": "ada@example.com" for role in ("AUTHOR", "COMMITTER")}
        environment = {
            **clean,
            **dates,
            **names,
            **mails,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        settings = ["-c", "protocol.file.allow=always", "-c", "core.autocrlf=false"]
        done = subprocess.run(
            ["git", *settings, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            stdin=subprocess.DEVNULL,
        )
        return done.stdout.strip()

    def write(self, files: dict[str, str]) -> None:
        """Write files, by path."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Write `new` in place of `old`, which stands in the file `name`."""
        text = (self.folder / name).read_text("utf-8")
        assert re.search(re.escape(old), text)
        self.write({name: text.replace(old, new)})

    def commit(self, day: str, *, who: str = ADA, message: str = "A change") -> str:
        """Commit everything; the name of the revision."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message, day=day, who=who)
        return self.git("rev-parse", "HEAD")
