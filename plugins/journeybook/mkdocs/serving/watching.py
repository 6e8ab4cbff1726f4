"""Tells of files that change, as soon as their editor has written them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any

from watchfiles import Change, DefaultFilter, watch

_STEP, _LONGEST = 10, 200
"""Milliseconds of quiet after which changes count as one, and how long they may go on without any."""
_SETTINGS = (".yml", ".yaml", ".pages")
"""Files with a dot before their name that plugins read: `.meta.yml`, `.nav.yml`, `.pages`."""
_of_editors = DefaultFilter(ignore_dirs=())
"""Refuses the names of files that editors write beside the one they save."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What is followed."""

    folders: frozenset[Path]
    """With all that lies in them."""
    files: frozenset[Path]
    """One by one; they need not be there yet."""


@dataclass(slots=True)
class Watcher:
    """Follows files in threads of its own, until it is stopped."""

    _changed: SimpleQueue[Path] = field(default_factory=SimpleQueue[Path])
    _followed: Followed = Followed(frozenset(), frozenset())
    _stop: Event = field(default_factory=Event)

    def follow(self, followed: Followed) -> None:
        """Follow these from now on, and nothing else."""
        if followed == self._followed:
            return
        self.stop()
        self._followed, self._stop = followed, Event()
        folders = {folder for folder in followed.folders if folder.is_dir()}
        if folders:
            self._start(folders, lambda path: is_content(path, folders), recursive=True)
        # An editor that writes by renaming would take a file away from who follows the file itself.
        if around := {file.parent for file in followed.files if file.parent.is_dir()}:
            self._start(around, lambda path: path in followed.files, recursive=False)

    def next(self, seconds: float | None = None) -> frozenset[Path]:
        """The files that have changed, folders among them; none if none do in so many seconds."""
        try:
            found = {self._changed.get(timeout=seconds)}
        except Empty:
            return frozenset()
        while not self._changed.empty():
            found.add(self._changed.get())
        return frozenset(found)

    def stop(self) -> None:
        """Follow nothing."""
        self._stop.set()

    def _start(self, paths: Iterable[Path], counts: Callable[[Path], bool], *, recursive: bool) -> None:
        Thread(target=self._run, args=(sorted(paths), counts, recursive, self._stop), daemon=True).start()

    def _run(self, paths: list[Path], counts: Callable[[Path], bool], recursive: bool, stop: Event) -> None:
        def is_counted(_: Change, path: str) -> bool:
            return counts(Path(path))

        options: dict[str, Any] = {"recursive": recursive, "step": _STEP, "debounce": _LONGEST}
        for changes in watch(*paths, watch_filter=is_counted, stop_event=stop, raise_interrupt=False, **options):
            for _, path in changes:
                self._changed.put(Path(path))


def is_content(path: Path, folders: Iterable[Path]) -> bool:
    """Whether `path`, in one of `folders`, is a file that somebody may have written for the portal."""
    *above, name = next(path.relative_to(one).parts for one in folders if path.is_relative_to(one)) or ("",)
    if any(part.startswith(".") for part in above) or not _of_editors(Change.modified, str(path)):
        return False
    return not name.startswith(".") or name.endswith(_SETTINGS)
