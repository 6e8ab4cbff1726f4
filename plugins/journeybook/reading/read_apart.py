"""Many files read at once, by processes that begin as copies of this one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from journeybook.reading.aside import Aside
from journeybook.reading.entity_files import FileContent, read_file
from journeybook.reading.processes import processes_for

_WORTH_A_PROCESS = 150
"""So many files take several times as long as a process needs to start."""
_SHARES = 128
"""Into how many shares files are divided; whoever has nothing to do takes the next. A byte numbers them."""

Written = tuple[str, str]
"""The path of a file and its text."""
_Read = dict[int, list[FileContent]]
"""What shares gave, by their numbers."""


class ReadApart:
    """Files that are being read: by other processes as soon as this is made, by this one when it is asked."""

    def __init__(self, files: Sequence[Written], folder: str, languages: Sequence[str]) -> None:
        """Begin to read `files` of the content folder `folder`."""
        self._files = files
        self._folder = folder
        self._languages = languages
        count = processes_for(len(files), _WORTH_A_PROCESS) if len(files) >= 2 * _WORTH_A_PROCESS else 1
        self._shares = min(_SHARES, len(files)) if count > 1 else 1
        self._next, end = os.pipe()
        os.write(end, bytes(range(self._shares)))
        os.close(end)
        self._reader = os.getpid()
        self._others = [Aside(self._read_on) for _ in range(count - 1)]

    def found(self) -> list[FileContent]:
        """What each of the files gave, in their order, whoever read it."""
        try:
            read = self._read_on()
            for other in self._others:
                read |= other.result()
        finally:
            self.end()
        for number in range(self._shares):
            if number not in read:  # a process ended before its time
                read[number] = self._read(number)
        return [read[number % self._shares][number // self._shares] for number in range(len(self._files))]

    def end(self) -> None:
        """Leave what is not read."""
        for other in self._others:
            other.end()
        self._others.clear()
        if self._next >= 0:
            os.close(self._next)
            self._next = -1

    def _read_on(self) -> _Read:
        """What those shares gave that nobody else has taken."""
        return {number: self._read(number) for number in self._left()}

    def _left(self) -> Iterator[int]:
        is_reader = os.getpid() == self._reader
        while taken := os.read(self._next, 1):
            if not is_reader and os.getppid() != self._reader:
                return  # the program was stopped, and nobody waits for this
            yield taken[0]

    def _read(self, number: int) -> list[FileContent]:
        share = self._files[number :: self._shares]  # large files stand side by side: each share gets some
        return [read_file(path, text, self._folder, self._languages) for path, text in share]
