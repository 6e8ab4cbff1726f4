"""What a build says, line by line, so that one that has nothing to do can say it again."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_HOST_LOG = "mkdocs.commands.build"
_BEGINS = ("Cleaning site directory", "Building documentation to directory")
_OF_EACH_BUILD = (*_BEGINS, "The directory contains stale files")
"""What the host says in every build, with nothing to do as well."""


class Line(NamedTuple):
    """A line of the host's log."""

    log: str
    """The name of the logger."""
    level: int
    """How grave it is, as a number of `logging`."""
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """All that was said but what the host says in every build."""

    level: int
    """How grave a line had to be at least."""
    first: tuple[Line, ...]
    """While everything was read, before the host spoke."""
    rest: tuple[Line, ...]


class Listener(logging.Handler):
    """Hears what a build says, between `begin` and `end`."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._log = logging.getLogger("mkdocs")
        self.level_of_log = self._log.getEffectiveLevel()
        """How grave a line has to be at least."""

    def begin(self) -> None:
        """Listen from now on."""
        self._log.addHandler(self)

    def end(self) -> None:
        """Listen no longer."""
        self._log.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Note a line."""
        self._lines.append(Line(record.name, record.levelno, record.getMessage()))

    @property
    def said(self) -> Said:
        """What was heard."""
        begins = (number for number, line in enumerate(self._lines) if _is_of_host(line, _BEGINS))
        first = next(begins, 0)
        rest = (line for line in self._lines[first:] if not _is_of_host(line, _OF_EACH_BUILD))
        return Said(self.level_of_log, tuple(self._lines[:first]), tuple(rest))


def say(lines: Iterable[Line]) -> None:
    """Say them again."""
    for line in lines:
        logging.getLogger(line.log).log(line.level, "%s", line.text)


def _is_of_host(line: Line, begins: tuple[str, ...]) -> bool:
    return line.log == _HOST_LOG and line.text.startswith(begins)
