"""Many files read at once, by processes that begin as copies of this one."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.reading.entity_files import FileContent, read_file
from journeybook.reading.processes import processes_for

_WORTH_A_PROCESS = 150
"""So many files take several times as long as a process needs to start."""

Written = tuple[str, str]
"""The path of a file and its text."""


@dataclass(frozen=True, slots=True)
class _Share:
    """The files that another process reads."""

    process: int
    """Its number; 0 where none could be had."""
    pipe: int
    files: Sequence[Written]


def read_all(files: Sequence[Written], folder: str, languages: Sequence[str]) -> list[FileContent]:
    """What each of `files` of the content folder `folder` gave, in their order, whoever read it."""
    count = processes_for(len(files), _WORTH_A_PROCESS) if len(files) >= 2 * _WORTH_A_PROCESS else 1
    shares = [files[first::count] for first in range(count)]  # large files stand side by side: each gets some
    others: list[_Share] = []
    for share in shares[1:]:
        others.append(_begin(share, folder, languages, [one.pipe for one in others]))
    try:
        found = [[read_file(path, text, folder, languages) for path, text in shares[0]]]
        found.extend(_end(other, folder, languages) for other in others)
    finally:
        for other in others:
            os.close(other.pipe)  # one that is still writing then ends
            if other.process:
                os.waitpid(other.process, 0)
    return [found[number % count][number // count] for number in range(len(files))]


def _begin(files: Sequence[Written], folder: str, languages: Sequence[str], known: Sequence[int]) -> _Share:
    """Have another process read `files`; it lets go of the pipes that are `known`."""
    ours, theirs = os.pipe()
    try:
        process = os.fork()
    except OSError:  # there are too many processes already: nobody writes, and the files are read here
        os.close(theirs)
        return _Share(0, ours, files)
    if process:
        os.close(theirs)
        return _Share(process, ours, files)
    try:
        gc.disable()
        for one in (ours, *known):
            os.close(one)  # or nobody would notice that this program has been stopped
        found = [read_file(path, text, folder, languages) for path, text in files]
        with open(theirs, "wb") as pipe:  # noqa: PTH123
            pickle.dump(found, pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)  # whatever went wrong: what it did not send is read again, where faults are shown


def _end(share: _Share, folder: str, languages: Sequence[str]) -> list[FileContent]:
    """What the process gave; if it ended before its time, its files are read here."""
    try:
        with open(share.pipe, "rb", closefd=False) as pipe:
            found: list[FileContent] = pickle.load(pipe)  # noqa: S301  # written by a copy of this very process
    except (EOFError, pickle.UnpicklingError):
        found = [read_file(path, text, folder, languages) for path, text in share.files]
    return found
