"""A pack: many pages in one file, each found by its key.

A pack begins with its pages, compressed. The first is the pattern of all others: what pages have in common,
which is most of them, is kept once. Then come the keys with the places, and at last the place of the
keys. Whatever is damaged is as good as not there.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b, sha256
from pathlib import Path
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from zstandard import DICT_TYPE_RAWCONTENT, ZstdCompressionDict, ZstdCompressor, ZstdDecompressor, ZstdError

ENDING = ".pack"
_KIND = b"JBpages1"
_LEVEL = 1
"""Of compression. A page of 37 kB takes 0.06 ms and becomes 4 kB; the levels above take longer for little."""
_LONGEST = 64_000_000
"""Bytes of one page at most."""
_ENTRY = Struct("<16sQII")
_END = Struct("<QI32s8s")
_AT_ONCE = 250_000
"""Bytes that are gathered before they are written."""


class Spot(NamedTuple):
    """Where a page stands in its pack."""

    start: int
    """In bytes."""
    size: int
    """Compressed, in bytes."""
    check: int
    """The checksum of these bytes."""


def digest(key: str) -> bytes:
    """`key` in 16 bytes."""
    return blake2b(key.encode(), digest_size=16).digest()


@dataclass(frozen=True)
class Pack:
    """A pack that can be read, also after somebody has deleted its file."""

    path: Path
    file: int
    """Its number with the operating system."""
    size: int
    """In bytes."""
    spots: dict[bytes, Spot]
    """By digest of the key."""
    first: Spot | None
    """The page that the others are like."""

    @classmethod
    def open(cls, path: Path) -> Pack | None:
        """The pack at `path`; None if it is damaged or has gone."""
        try:
            file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
        except OSError:
            return None
        entries = _entries(file)
        if entries is None:
            os.close(file)
            return None
        spots = {key: Spot(*spot) for key, *spot in _ENTRY.iter_unpack(entries)}
        return cls(path, file, os.fstat(file).st_size, spots, min(spots.values(), default=None))

    def get(self, key: bytes) -> bytes | None:
        """The page of that digest; None if there is none, or if it is damaged."""
        spot = self.spots.get(key)
        frame = spot and _frame(self.file, spot)
        if not frame:
            return None
        try:
            return (_alone if spot == self.first else self._like_the_first).decompress(frame)
        except ZstdError:
            return None

    def close(self) -> None:
        """Read nothing more."""
        os.close(self.file)

    @cached_property
    def _like_the_first(self) -> ZstdDecompressor:
        frame = _frame(self.file, self.first) if self.first else None
        pattern = _alone.decompress(frame) if frame else b""
        return ZstdDecompressor(dict_data=_pattern(pattern))


_alone = ZstdDecompressor()


def _pattern(page: bytes) -> ZstdCompressionDict:
    return ZstdCompressionDict(page, dict_type=DICT_TYPE_RAWCONTENT)


def _entries(file: int) -> bytes | None:
    """The keys and places of a pack, packed; None if it is not whole."""
    size = os.fstat(file).st_size
    if size < len(_KIND) + _END.size:
        return None
    end = _read(file, size - _END.size, _END.size)
    if len(end) < _END.size:
        return None  # a disk that fails, or no file at all
    start, count, checksum, kind = _END.unpack(end)
    if kind != _KIND or start + count * _ENTRY.size + _END.size != size:
        return None
    entries = _read(file, start, count * _ENTRY.size)
    return entries if sha256(entries).digest() == checksum else None


def _frame(file: int, spot: Spot) -> bytes | None:
    frame = _read(file, spot.start, spot.size)
    return frame if crc32(frame) == spot.check else None


def _read(file: int, start: int, size: int) -> bytes:
    """Bytes of a file; fewer where they cannot be read. Processes that share it do not disturb each other."""
    try:
        if hasattr(os, "pread"):
            return os.pread(file, size, start)
        os.lseek(file, start, os.SEEK_SET)
        return os.read(file, size)
    except OSError:
        return b""


class PackWriter:
    """Writes a pack, which nobody sees before it is whole."""

    def __init__(self, folder: Path, name: str) -> None:
        """Raises OSError where nothing can be written."""
        self.process = os.getpid()
        self.keys: set[bytes] = set()
        self._path = folder / f"{name}{ENDING}"
        self._part = self._path.with_suffix(".part")
        self._file = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o644)
        self._waiting = bytearray()
        self.size = 0
        self._entries = bytearray()
        self._compressor = ZstdCompressor(level=_LEVEL)

    def put(self, key: bytes, page: bytes) -> None:
        """Add a page, unless it is there; raises OSError."""
        if key in self.keys or not page or len(page) > _LONGEST:
            return
        frame = self._compressor.compress(page)
        if not self.keys:
            self._compressor = ZstdCompressor(level=_LEVEL, dict_data=_pattern(page))
        self.keys.add(key)
        self._entries += _ENTRY.pack(key, self.size, len(frame), crc32(frame))
        self.size += len(frame)
        self._waiting += frame
        if len(self._waiting) > _AT_ONCE:
            self._write()

    def close(self) -> None:
        """Have the pack found from now on; raises OSError."""
        count = len(self._entries) // _ENTRY.size
        self._waiting += self._entries
        self._waiting += _END.pack(self.size, count, sha256(self._entries).digest(), _KIND)
        self._write()
        os.close(self._file)
        self._part.replace(self._path)

    def _write(self) -> None:
        data = memoryview(self._waiting)
        while data:
            data = data[os.write(self._file, data) :]
        self._waiting = bytearray()
