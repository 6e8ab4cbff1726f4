"""A portal's past, from its repository."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from journeybook.history.blobs import Blobs
from journeybook.history.deeds import Deed, Read, content_of, deeds_of, unread_deed
from journeybook.history.git_program import Git, GitError
from journeybook.history.kept_deeds import KeptDeeds
from journeybook.history.log import Entry, Touched, log_of, state_of
from journeybook.history.told import NO_HISTORY, History, Told
from journeybook.model.keys import SpotKey
from journeybook.model.portal_options import PortalOptions
from journeybook.reading.entity_files import FileContent
from journeybook.reading.roles import Role, part_of

LATEST = 20
"""How many changes of a file are told; five times as many of one that lists many things."""
MOST_READ = 500
"""How many changes of files are read, all in all; of older ones it is told that they were, not what they were."""
BULK = 100
"""A revision that changes more files is no change of journeys but of all files, such as their first import."""
_SHARED = 512
"""How many files, as they were once, are kept in mind."""

_READ = {Role.ENTITY, Role.LIST, Role.PAGE, Role.OTHER_YAML}
"""Files that may define something."""


class Memory:
    """Looks into a portal's past; while its repository stands where it stood, it remembers what it saw."""

    def __init__(self) -> None:
        self._seen: tuple[Path, str, History] | None = None

    def history(self, root: Path, folder: str) -> History:
        """The past of the content folder `folder` of the portal in `root`; it says why if there is none."""
        git = Git(root / folder)
        try:
            state = state_of(git)
            if self._seen is None or self._seen[:2] != (git.folder, state.head):
                self._seen = git.folder, state.head, _history(git, KeptDeeds(root))
        except GitError as error:
            return History(missing=error.why)
        return replace(self._seen[2], uncommitted=state.uncommitted)


def told_history(memory: Memory, root: Path, folder: str, options: PortalOptions) -> History:
    """What the readers of the portal in `root`, whose content folder is `folder`, are told of its past.

    The public is told nothing: what is public today may have been internal, or have said what it should not.
    """
    if options.audience == "public" or options.history == "none":
        return NO_HISTORY
    return replace(memory.history(root, folder), names=options.history == "names")


def _history(git: Git, kept: KeptDeeds) -> History:
    log = log_of(git)
    with Blobs(git) as blobs:

        @lru_cache(_SHARED)  # what a revision made of a file, the next one found there
        def read(path: str, blob: str) -> FileContent | None:
            return content_of(path, blob, blobs.text)

        past = _Past(read, kept)
        told = tuple(one for entry in log.entries for one in past.told(entry))
    kept.save()
    return History(told, log.cut_at and log.cut_at.at, dict(past.older))


@dataclass(slots=True)
class _Past:
    """A way back through the revisions, the newest first."""

    read_file: Read
    kept: KeptDeeds
    keys: dict[SpotKey, SpotKey] = field(default_factory=dict[SpotKey, SpotKey])
    """What is called otherwise today, by its former key."""
    paths: dict[str, str] = field(default_factory=dict[str, str])
    """Where files stand today, by their former path."""
    counts: Counter[str] = field(default_factory=Counter[str])
    older: Counter[str] = field(default_factory=Counter[str])
    read: int = 0

    def told(self, entry: Entry) -> Iterator[Told]:
        """What a revision did, in order of its files."""
        touched = [one for one in entry.touched if part_of(one.path).role in _READ]
        within = [one for one in touched if self.is_recent(one)]
        deeds = self.deeds(within)
        for deed in deeds:
            key = deed.after or deed.before
            if key is None and part_of(deed.path).role is not Role.ENTITY:
                continue  # nobody can say what it is about
            yield Told(
                revision=entry.revision,
                key=self.keys.get(key, key) if key else None,
                title=deed.title,
                file=self.paths.get(deed.path, deed.path),
                presence=deed.presence,
                things=deed.things,
            )
        self.go_on(touched, deeds)

    def is_recent(self, one: Touched) -> bool:
        """Whether the change of a file is told; else it is counted."""
        path, is_list = self.paths.get(one.path, one.path), part_of(one.path).is_list
        self.counts[path] += 1
        if self.counts[path] <= LATEST * (5 if is_list else 1):
            return True
        self.older[path] += 1
        return False

    def deeds(self, touched: list[Touched]) -> tuple[Deed, ...]:
        """What was done to `touched` files, read as far as that is not too much."""
        if len(touched) > BULK or self.read + len(touched) > MOST_READ:
            self.read = MOST_READ if len(touched) <= BULK else self.read
            return tuple(unread_deed(one) for one in touched if part_of(one.path).role is Role.ENTITY)
        self.read += len(touched)
        return self.kept.deeds(touched, lambda: deeds_of(touched, self.read_file))

    def go_on(self, touched: list[Touched], deeds: tuple[Deed, ...]) -> None:
        """Remember what was called or stood otherwise before."""
        for deed in deeds:
            if deed.before and deed.after and deed.before != deed.after:
                self.keys[deed.before] = self.keys.get(deed.after, deed.after)
        for one in touched:
            if one.was != one.path:
                self.paths[one.was] = self.paths.get(one.path, one.path)
