"""A site built beside the one that stands, and brought into it when it is whole: only what is new is written.

`StagedSite.folder` is what a build writes into. For a file of a key it can first ask whether the site
`stands` with what was made from that key already, and `keep` it then. `publish` makes the site equal to
what was written and kept, whatever else stands there.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from journeybook.mkdocs import site_record
from journeybook.mkdocs.site_leftovers import BUILDING, REPLACED, beside, mend
from journeybook.mkdocs.site_record import SiteRecord
from journeybook.mkdocs.site_tree import Tree, delete, folders_of, move, standing, walk

PATIENCE = 600.0
"""Seconds for which a build waits until another one has published the same site."""

Remake = Callable[[str, str], bytes]
"""Gives anew what belongs at a path, from its key: the site changed after it was asked whether it stands."""


class SiteInUseError(Exception):
    """Another build has been publishing the same site for too long; the message says so."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, in numbers of files."""

    written: int
    """New or other than before."""
    same: int
    """Written by the build, byte for byte as they stood, and so left alone."""
    kept: int
    """Not made at all, because they stood already."""
    deleted: int
    """No longer part of the site."""
    pages: int
    """HTML pages of the site, without the one for addresses that do not exist."""


@dataclass(eq=False)
class StagedSite:
    """A site on its way. Processes forked from the one that opened it may ask `stands` and write files too."""

    site: Path
    """The folder of the site, links resolved."""
    folder: Path
    """What the build writes into: beside the site, empty at first. The site itself where that cannot be."""
    cache: Path
    """The portal's folder of kept things."""
    _record: SiteRecord
    _kept: dict[str, str] = field(default_factory=dict[str, str])
    _made: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def open(cls, site: Path, cache: Path) -> StagedSite:
        """A new folder for the `site`; `cache` is `.cache/journeybook` of the portal.

        What killed builds left behind is cleared away.
        """
        site, cache = site.resolve(), cache.resolve()
        folder = beside(site, BUILDING)
        try:
            site.parent.mkdir(parents=True, exist_ok=True)
            mend(site)
            folder.mkdir()
        except OSError:
            return cls(site, site, cache, SiteRecord())
        record = site_record.load(site_record.record_path(cache, site)) if site.is_dir() else SiteRecord()
        return cls(site, folder, cache, record)

    @property
    def is_beside(self) -> bool:
        """Whether the build writes beside the site; if not, nothing can be written there."""
        return self.folder != self.site

    def stands(self, path: str, key: str) -> bool:
        """Whether the site holds at `path` what was made from `key`, and nobody has touched it since."""
        if not self._record.names(path, key):
            return False
        found = standing(f"{self.site}/{path}")
        return found is not None and self._record.says(path, key, found)

    def keep(self, path: str, key: str) -> None:
        """Leave the file at `path`, made from `key`, in the site: for one that `stands`."""
        self._kept[path] = key

    def made(self, path: str, key: str) -> None:
        """Note that the build has written the file at `path` from `key`. A key has no blanks."""
        self._made[path] = key

    def publish(self, remake: Remake | None = None) -> Published:
        """Make the site equal to what was written and kept, and note what it was made from.

        `remake` is asked for what was to be kept and does not stand any more. Raises SiteInUseError, and
        OSError where files cannot be written; before that, nothing has changed in the site.
        """
        if not self.is_beside:
            there = walk(self.site, hidden=False)
            return Published(len(there.files), 0, 0, 0, _pages(set(there.files)))
        with self._alone():
            return self._publish(remake)

    def abandon(self) -> None:
        """Leave the site as it stands, and delete what was written; nothing if it has been published."""
        if self.is_beside:
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _noted_at(self) -> Path:
        return site_record.record_path(self.cache, self.site)

    @contextmanager
    def _alone(self) -> Generator[None]:
        """Nobody else publishes the site in the block; where there can be no lock, nobody is kept off."""
        path = self._noted_at.with_suffix(".lock")
        lock = FileLock(path, timeout=PATIENCE)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise SiteInUseError(
                f"another build has been writing {self.site} for {PATIENCE:.0f} seconds"
            ) from error
        except (OSError, NotImplementedError):
            yield
            return
        try:
            yield
        finally:
            lock.release()

    def _publish(self, remake: Remake | None) -> Published:
        there, new = walk(self.site, hidden=False), walk(self.folder)
        kept, gone = self._still_standing(there, new)
        for path, key in gone.items():
            self._fill_in(path, key, remake)
        if gone:
            new = walk(self.folder)
        site_record.forget(self._noted_at)
        swaps = self._replaces_all(there, kept)
        counts = self._swap(there, new) if swaps else self._bring_in(there, new, kept)
        self._note(there, new, kept)
        shutil.rmtree(self.folder, ignore_errors=True)
        return counts

    def _still_standing(self, there: Tree, new: Tree) -> tuple[dict[str, str], dict[str, str]]:
        """What was to be kept, by path: what stands so still, and what does not. Another build may have come."""
        record = site_record.load(self._noted_at)
        kept: dict[str, str] = {}
        gone: dict[str, str] = {}
        for path, key in self._kept.items():
            if path in new.files:
                continue
            found = there.files.get(path)
            (kept if found and record.says(path, key, found) else gone)[path] = key
        return kept, gone

    def _fill_in(self, path: str, key: str, remake: Remake | None) -> None:
        if remake is None:
            raise FileNotFoundError(f"{path} was to be kept in {self.site}, and has gone")
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(remake(path, key))
        self._made[path] = key

    def _replaces_all(self, there: Tree, kept: Mapping[str, str]) -> bool:
        """Whether the folder itself may take the place of the site's: then no reader sees half of it."""
        return not kept and (not there.files or bool(self._made))

    def _swap(self, there: Tree, new: Tree) -> Published:
        deleted = len(there.files.keys() - new.files.keys())
        counts = Published(len(new.files), 0, 0, deleted, _pages(set(new.files)))
        old = beside(self.site, REPLACED)
        try:
            if not self.site.exists():
                self.folder.rename(self.site)
                return counts
            self.site.rename(old)
        except OSError:  # held open, or a disk of its own
            return self._bring_in(there, new, {})
        try:
            self.folder.rename(self.site)
        except OSError:
            old.rename(self.site)
            return self._bring_in(there, new, {})
        _merge_hidden(old, self.site)
        delete(Tree(str(old), there.files, there.folders), set(there.files), set(there.folders))
        shutil.rmtree(old, ignore_errors=True)
        return counts

    def _bring_in(self, there: Tree, new: Tree, kept: Mapping[str, str]) -> Published:
        same = {path for path in new.files if path not in self._made and new.same_content(path, there)}
        wanted = new.files.keys() | kept.keys()
        strays, folders = there.files.keys() - wanted, folders_of(wanted)
        # First, because names may differ in case only, or a folder may stand where a file shall be.
        delete(there, strays, set(there.folders) - folders)
        self.site.mkdir(exist_ok=True)
        for folder in sorted(folders - set(there.folders)):
            (self.site / folder).mkdir(exist_ok=True)
        for path in new.files:
            if path not in same:
                move(f"{new.root}/{path}", f"{there.root}/{path}")
        return Published(len(new.files) - len(same), len(same), len(kept), len(strays), _pages(wanted))

    def _note(self, there: Tree, new: Tree, kept: Mapping[str, str]) -> None:
        entries = [(path, key, there.files[path]) for path, key in kept.items()]
        entries += [(path, key, new.files[path]) for path, key in self._made.items() if path in new.files]
        if not entries:
            return
        with suppress(OSError):
            newest = max(found.changed for _, _, found in entries)
            site_record.save(self._noted_at, self.site, entries, self._time_after(newest))
            site_record.prune(self.cache)

    def _time_after(self, newest: int) -> int:
        """The time that a file beside the site gets if it changes now; after `newest`, if that comes in a moment.

        Disks count time in steps of their own: of some milliseconds, or of whole seconds.
        """
        self.folder.mkdir(exist_ok=True)
        probe = self.folder / ".now"
        now = 0
        for _ in range(10):
            probe.write_bytes(b"\n")
            now = probe.stat().st_mtime_ns
            if now > newest:
                break
            time.sleep(0.002)
        return now


def _merge_hidden(old: Path, site: Path) -> None:
    """Bring `.git`, `.nojekyll` and the like from `old` to `site`, where they do not stand already."""
    for hidden in old.glob(".*"):
        new = site / hidden.name
        if not os.path.lexists(new):
            hidden.rename(new)
        elif hidden.is_dir() and new.is_dir() and not new.is_symlink():
            _merge_all(hidden, new)


def _merge_all(old: Path, new: Path) -> None:
    for one in old.iterdir():
        target = new / one.name
        if not os.path.lexists(target):
            one.rename(target)
        elif one.is_dir() and target.is_dir() and not one.is_symlink() and not target.is_symlink():
            _merge_all(one, target)


def _pages(paths: set[str]) -> int:
    return sum(path.endswith(".html") and path.rpartition("/")[2] != "404.html" for path in paths)
