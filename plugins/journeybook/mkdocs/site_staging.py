"""A site built beside the one that stands, and brought into it when it is whole: only what is new is written.

`StagedSite.folder` is what a build writes into. For a file of a key it can first ask whether the site
`stands` with what was made from that key already, and `keep` it then. `publish` makes the site equal to
what was written and kept, whatever else stands there.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from filelock import FileLock, Timeout

from journeybook.mkdocs import site_record
from journeybook.mkdocs.site_changes import Changes, Published
from journeybook.mkdocs.site_leftovers import BUILDING, beside, leftovers, mend
from journeybook.mkdocs.site_record import SiteRecord
from journeybook.mkdocs.site_tree import NO_FILE, Tree, digest_of_standing, standing, walk
from journeybook.reading.kept import hide_from_git

PATIENCE = 600.0
"""Seconds for which a build waits until another one has published the same site."""

Remake = Callable[[str, str], bytes]
"""Gives anew what belongs at a path, from its key: the site changed after it was asked whether it stands."""


class SiteInUseError(Exception):
    """Another build has been publishing the same site for too long; the message says so."""


@dataclass(eq=False)
class StagedSite:
    """A site on its way. Processes forked from the one that opened it may ask `stands` and write files too."""

    site: Path
    """The folder of the site, links resolved."""
    folder: Path
    """What the build writes into: beside the site, empty at first. The site itself where that cannot be."""
    cache: Path
    """The portal's folder of kept things."""
    _kept: dict[str, str] = field(default_factory=dict[str, str])
    _made: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def open(cls, site: Path, cache: Path) -> StagedSite:
        """A new folder for the `site`; `cache` is `.cache/journeybook` of the portal.

        What killed builds left behind is cleared away. Raises SiteInUseError where another build hangs.
        """
        site, cache = site.resolve(), cache.resolve()
        folder = beside(site, BUILDING)
        try:
            site.parent.mkdir(parents=True, exist_ok=True)
            if left := leftovers(site):
                with alone(site, cache):
                    mend(site, left)
            folder.mkdir()
        except OSError:
            return cls(site, site, cache)
        return cls(site, folder, cache)

    @cached_property
    def _record(self) -> SiteRecord:
        return site_record.load(self._noted_at) if self.is_beside and self.site.is_dir() else SiteRecord()

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
            return Changes(Tree(str(self.site)), walk(self.site, hidden=False), {}, {}).counted(0)
        with alone(self.site, self.cache):
            return self._publish(remake)

    def abandon(self) -> None:
        """Leave the site as it stands, and delete what was written; nothing if it has been published."""
        if self.is_beside:
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _noted_at(self) -> Path:
        return site_record.record_path(self.cache, self.site)

    def _publish(self, remake: Remake | None) -> Published:
        record = site_record.load(self._noted_at)  # another build may have come
        there, new = walk(self.site, hidden=False), walk(self.folder)
        asked = {path: key for path, key in self._kept.items() if path not in new.files}
        kept = {path: key for path, key in asked.items() if record.says(path, key, there.files.get(path, NO_FILE))}
        if len(kept) < len(asked):
            for path in asked.keys() - kept.keys():
                self._fill_in(path, asked[path], remake)
            new = walk(self.folder)
        changes = Changes(there, new, self._made, kept)
        if changes.are_none and not self._made and len(record.lines) == len(kept):
            published = changes.counted(len(changes.same))
        else:
            site_record.forget(self._noted_at)
            published = changes.happen()
            self._note(changes)
        published = replace(published, standing=self._standing(changes, published))
        self.abandon()
        return published

    def _standing(self, changes: Changes, done: Published) -> str:
        """Stands for the site as it is now; empty if part of it is hidden, or was written only now."""
        found = changes.outcome(done)
        if not found or any(path.startswith(".") for path in found):
            return ""
        with suppress(OSError):
            newest = max(one.changed for one in found.values())
            return digest_of_standing(found, changes.folders) if newest < self._time_after(newest) else ""
        return ""

    def _fill_in(self, path: str, key: str, remake: Remake | None) -> None:
        if remake is None:
            raise FileNotFoundError(f"{path} was to be kept in {self.site}, and has gone")
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(remake(path, key))
        self._made[path] = key

    def _note(self, changes: Changes) -> None:
        entries = [(path, key, changes.there.files[path]) for path, key in changes.kept.items()]
        new = {
            path: changes.there.files[path] if path in changes.same else it
            for path, it in changes.new.files.items()
        }
        entries += [(path, key, new[path]) for path, key in self._made.items() if path in new]
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


@contextmanager
def alone(site: Path, cache: Path) -> Generator[None]:
    """Nobody else changes the `site` in the block; where there can be no lock, nobody is kept off."""
    path = site_record.record_path(cache, site).with_suffix(".lock")
    lock = FileLock(path, timeout=PATIENCE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        hide_from_git(cache)
        lock.acquire()
    except Timeout as error:
        raise SiteInUseError(f"another build has been writing {site} for {PATIENCE:.0f} seconds") from error
    except (OSError, NotImplementedError):
        yield
        return
    try:
        yield
    finally:
        lock.release()
