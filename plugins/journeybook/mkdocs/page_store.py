"""Pages that were rendered, kept by what they were rendered from: for builds into new folders, or other branches.

It only saves time: whatever cannot be read or written is rendered again.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Set
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from journeybook.mkdocs.page_packs import ENDING, Pack, PackWriter, digest
from journeybook.mkdocs.site_leftovers import is_left
from journeybook.reading.kept import hide_from_git

FOLDER = "pages"
"""Where packs stand in the cache."""
MOST_BYTES = 256_000_000
"""Of all packs: twice what 20,000 pages and their twins need."""
MOST_PACKS = 24
"""Each process of each build that renders anything leaves one; small ones are put together when there are more."""
_SMALL = 4_000_000
"""Bytes of a pack that is put together with others."""
_FEW = 20
"""A pack of which one page in so many is in use is given up rather than written again."""


@dataclass(eq=False)
class PageStore:
    """Pages by key. Processes forked from the one that opened it may use it; each closes it at its end."""

    folder: Path
    packs: list[Pack]
    """The newest first."""
    most_bytes: int = MOST_BYTES
    _writer: PackWriter | None = None
    _broken: bool = False
    """Whether nothing can be written."""
    _of_key: dict[bytes, Pack] = field(default_factory=dict[bytes, Pack])

    def __post_init__(self) -> None:
        for pack in reversed(self.packs):
            self._of_key |= dict.fromkeys(pack.spots, pack)

    @classmethod
    def open(cls, cache: Path, *, most_bytes: int = MOST_BYTES) -> PageStore:
        """What is kept in the folder `cache` now; `.cache/journeybook` of a portal."""
        folder = cache.resolve() / FOLDER
        return cls(folder, _packs(folder), most_bytes)

    def get(self, key: str) -> bytes | None:
        """The page of `key`; None if it is not kept."""
        name = digest(key)
        pack = self._of_key.get(name)
        page = pack and pack.get(name)
        if pack and page is None:
            self._drop(pack)
        return page

    def put(self, key: str, page: bytes) -> None:
        """Keep a page, for builds that open the store later."""
        name = digest(key)
        if self._broken or name in self._of_key:
            return
        try:
            if not self._writer or self._writer.process != os.getpid():
                self._writer = _new_pack(self.folder)
            self._writer.put(name, page)
        except OSError:
            self._broken = True

    def close(self) -> None:
        """Let builds find what this process has put."""
        writer, self._writer = self._writer, None
        if writer and writer.process == os.getpid() and not self._broken:
            with suppress(OSError):
                writer.close()

    def tidy(self, in_use: Iterable[str] = ()) -> None:
        """Put small packs together, and drop what is too much: pages whose key is not `in_use` first.

        One process of a build calls it, when all have closed theirs. Other builds keep what they have opened.
        """
        self.close()
        lock = FileLock(self.folder / "tidy.lock", timeout=0)
        with suppress(OSError, NotImplementedError, Timeout), lock:
            self._drop_parts()
            sizes = [path.stat().st_size for path in self.folder.glob(f"*{ENDING}")]
            if sum(sizes) > self.most_bytes or len(sizes) > MOST_PACKS:
                self._shrink({digest(key) for key in in_use})

    def _shrink(self, wanted: Set[bytes]) -> None:
        packs = self._without_the_oldest(_packs(self.folder), wanted)
        if sum(pack.size for pack in packs) > self.most_bytes:
            self._put_together(packs, wanted)
        elif len(packs) > MOST_PACKS:
            self._put_together([pack for pack in packs if pack.size < _SMALL], wanted)
        for pack in packs:
            pack.close()

    def _without_the_oldest(self, packs: list[Pack], wanted: Set[bytes]) -> list[Pack]:
        """`packs` without old ones that hold next to nothing that is `wanted`, if all of them are too much."""
        left, size = list(packs), sum(pack.size for pack in packs)
        for pack in reversed(packs if size > self.most_bytes else []):
            if size > self._room and len(pack.spots.keys() & wanted) * _FEW < len(pack.spots):
                pack.path.unlink(missing_ok=True)
                pack.close()
                left.remove(pack)
                size -= pack.size
        return left

    @property
    def _room(self) -> int:
        """Bytes that may be left after there were too many: soon there would be too many again."""
        return self.most_bytes * 3 // 4

    def _drop(self, damaged: Pack) -> None:
        """Have its pages put anew."""
        with suppress(OSError):
            damaged.path.unlink(missing_ok=True)
        self._of_key = {key: pack for key, pack in self._of_key.items() if pack is not damaged}

    def _put_together(self, packs: list[Pack], first: Set[bytes]) -> None:
        """Write the pages of `packs` into a new one and delete those; as many as fit, `first` those."""
        pages = [(pack, key) for pack in packs for key in pack.spots]
        new = _new_pack(self.folder)
        for pack, key in sorted(pages, key=lambda page: page[1] not in first):
            if new.size < self._room:
                new.put(key, pack.get(key) or b"")
        new.close()
        for pack in packs:
            pack.path.unlink(missing_ok=True)

    def _drop_parts(self) -> None:
        for part in self.folder.glob("*.part"):
            process = part.name.partition("-")[0]
            if not process.isdecimal() or is_left(part, int(process)):
                part.unlink(missing_ok=True)


def _packs(folder: Path) -> list[Pack]:
    """All packs in `folder`, the newest first. Those that are damaged go."""
    found: list[tuple[int, Path]] = []
    with suppress(OSError):
        found += [(path.stat().st_mtime_ns, path) for path in folder.iterdir() if path.suffix == ENDING]
    packs: list[Pack] = []
    for _, path in sorted(found, reverse=True):
        if pack := Pack.open(path):
            packs.append(pack)
        else:
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return packs


def _new_pack(folder: Path) -> PackWriter:
    folder.mkdir(parents=True, exist_ok=True)
    hide_from_git(folder.parent)
    return PackWriter(folder, f"{os.getpid()}-{secrets.token_hex(8)}")
