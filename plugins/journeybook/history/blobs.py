"""Texts of files as the repository keeps them, handed out by one process."""

from __future__ import annotations

import os
import subprocess
from types import TracebackType
from typing import IO, cast

from journeybook.history.git_program import Git, environment
from journeybook.reading.files import MAX_BYTES


class Blobs:
    """Gives texts by Git's names for them; its process starts when the first is asked for."""

    def __init__(self, git: Git) -> None:
        """`git` is the repository that has them."""
        self._git = git
        self._process: subprocess.Popen[bytes] | None = None
        self._is_broken = False

    def __enter__(self) -> Blobs:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self._process:
            with self._process:  # which closes its pipes, and waits
                self._process.kill()

    def text(self, name: str) -> str | None:
        """The text that `name` stands for; None if it cannot be had, is no text, or too long to be read."""
        content = self._content(name) if name and not self._is_broken else None
        try:
            return content.decode() if content is not None else None
        except UnicodeDecodeError:
            return None

    def _content(self, name: str) -> bytes | None:
        try:
            into, out = self._pipes()
            into.write(name.encode() + b"\n")
            into.flush()
            words = out.readline().split()
            if len(words) != 3:  # name, type and size; else `<name> missing`, or nothing
                self._is_broken = not words
                return None
            size = int(words[2])
            content = out.read(size + 1)
        except (OSError, ValueError):
            self._is_broken = True
            return None
        return content[:-1] if len(content) == size + 1 and size <= MAX_BYTES else None

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603  # our own words, and no shell
                self._git.command("cat-file", "--batch"),
                cwd=self._git.folder,
                env=environment(os.environ),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)  # both are pipes
