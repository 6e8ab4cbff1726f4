"""What a site was made from, file by file: noted when it is published, believed while nobody touches the files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from journeybook.mkdocs.site_tree import Standing

FOLDER = "sites"
"""Where records stand in the cache."""
MOST = 32
"""How many sites are remembered."""
_KIND = "journeybook site 1"


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """For files of a site: from what each was made, and how it stood on the disk when that was noted.

    A file that says so still was not changed since. Files are compared by that, never read.
    """

    lines: Mapping[str, str] = field(default_factory=dict[str, str])
    """By path: key, size and time of change."""

    def says(self, path: str, key: str, standing: Standing) -> bool:
        """Whether the file at `path`, which stands there so, was made from `key`."""
        return self.lines.get(path) == _line(key, standing)

    def names(self, path: str, key: str) -> bool:
        """Whether the file at `path` was made from `key`, if nobody has touched it."""
        return self.lines.get(path, "").startswith(f"{key} ")

    @property
    def keys(self) -> set[str]:
        """All that the site was made from."""
        return {line.partition(" ")[0] for line in self.lines.values()}


def record_path(cache: Path, site: Path) -> Path:
    """Where the record of `site` stands in the folder `cache`."""
    return cache / FOLDER / sha256(os.fsencode(site)).hexdigest()[:32]


def load(path: Path) -> SiteRecord:
    """The record at `path`; an empty one if there is none, or if it is damaged."""
    try:
        checksum, _, rest = path.read_bytes().partition(b"\n")
        if checksum.decode() != sha256(rest).hexdigest():
            return SiteRecord()
        kind, _, *lines = os.fsdecode(rest).split("\n")
        if kind != _KIND:
            return SiteRecord()
        return SiteRecord({path: line for line, _, path in (each.partition("\t") for each in lines) if path})
    except (OSError, ValueError):
        return SiteRecord()


def save(path: Path, site: Path, entries: Iterable[tuple[str, str, Standing]], now: int) -> None:
    """Note at `path` the `entries` (path, key and standing) of `site`.

    `now` is the time, in nanoseconds, that a file changed at this moment gets. What has the same time
    already could be changed once more without a trace, and is not noted.
    """
    lines = [
        f"{_line(key, standing)}\t{name}"
        for name, key, standing in entries
        if standing.changed < now and "\n" not in name
    ]
    rest = os.fsencode("\n".join((_KIND, str(site), *lines)))
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(sha256(rest).hexdigest().encode() + b"\n" + rest)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def forget(path: Path) -> None:
    """Believe nothing of the site from now on."""
    with suppress(OSError):  # nobody can note the next state either, and each line is held against its file
        path.unlink(missing_ok=True)


def all_keys(cache: Path) -> set[str]:
    """All that any site remembered in the folder `cache` was made from."""
    with suppress(OSError):
        return {key for path in (cache / FOLDER).iterdir() if not path.suffix for key in load(path).keys}
    return set()


def prune(cache: Path) -> None:
    """Forget the sites that have gone, and those that were published longest ago when there are many."""
    with suppress(OSError):
        paths = sorted((cache / FOLDER).iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for number, path in enumerate(path for path in paths if not path.suffix):
            if number >= MOST or not _stands(path):
                path.unlink(missing_ok=True)


def _stands(record: Path) -> bool:
    with record.open("rb") as file:
        head = [file.readline() for _ in range(3)]
    return Path(os.fsdecode(head[-1].rstrip(b"\n"))).is_dir()


def _line(key: str, standing: Standing) -> str:
    return f"{key} {standing.size} {standing.changed}"
