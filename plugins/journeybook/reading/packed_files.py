"""One file on disk that holds what many files gave when they were read.

It begins with a seal; the index and what each file gave follow, pickled. Only what is sealed is ever unpickled.
The inputs are under the seal too: a pack that was made with others is no pack.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from journeybook.reading.entity_files import FileContent
from journeybook.reading.kept import hide_from_git
from journeybook.reading.seal import SIZE, is_sealed, seal_of

MOST_BYTES = 256_000_000
"""A larger pack is not written."""
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Packed:
    """What a pack holds; of no pack, nothing."""

    index: Mapping[str, tuple[bytes, int, int]] = field(default_factory=dict[str, tuple[bytes, int, int]])
    """By path: the digest of the text that was read, and where what it gave begins and ends."""
    blobs: bytes | memoryview = b""
    """What the files gave, one behind the other."""

    def blob(self, path: str, digest: bytes) -> bytes | memoryview | None:
        """What the file at `path` gave, as it is kept; None if its text was another."""
        held, start, end = self.index.get(path, (b"", 0, 0))
        return self.blobs[start:end] if held == digest else None

    def content(self, path: str, digest: bytes) -> FileContent | None:
        """What the file at `path` gave; None if its text was another."""
        blob = self.blob(path, digest)
        return None if blob is None else pickle.loads(blob)  # noqa: S301  # sealed by ourselves

    def digests(self) -> dict[str, bytes]:
        """The digest of the text of each file."""
        return {path: digest for path, (digest, _, _) in self.index.items()}


def read_pack(path: Path, inputs: str) -> Packed:
    """The pack at `path`; nothing if there is none, or if it is damaged, foreign or made with other `inputs`."""
    try:
        content = memoryview(path.read_bytes())
    except OSError:
        return Packed()
    seal, length = bytes(content[:SIZE]), content[SIZE : SIZE + _LENGTH]
    if len(length) < _LENGTH or not is_sealed(seal, inputs.encode(), content[SIZE:]):
        return Packed()
    start = SIZE + _LENGTH
    end = start + int.from_bytes(length, "little")
    return Packed(pickle.loads(content[start:end]), content[end:])  # noqa: S301  # sealed by ourselves


def write_pack(path: Path, inputs: str, files: Iterable[tuple[str, bytes, bytes | memoryview]]) -> bool:
    """Write a pack of `files`: path, digest of the text and blob of each. Nobody ever sees half of it.

    False, with nothing written, where it cannot be written or sealed; then `files` may not even be looked at.
    """
    if seal_of() is None:
        return False
    index: dict[str, tuple[bytes, int, int]] = {}
    blobs: list[bytes | memoryview] = []
    at = 0
    for name, digest, blob in files:
        index[name] = (digest, at, at + len(blob))
        blobs.append(blob)
        at += len(blob)
    head = pickle.dumps(index, pickle.HIGHEST_PROTOCOL)
    content = b"".join((len(head).to_bytes(_LENGTH, "little"), head, *blobs))
    seal = seal_of(inputs.encode(), content)
    if seal is None or len(content) > MOST_BYTES:
        return False
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        hide_from_git(path.parent.parent)
        with part.open("wb") as file:
            file.write(seal)
            file.write(content)
        part.replace(path)
    except OSError:
        return False
    _sweep(path)
    return True


def _sweep(path: Path) -> None:
    """Delete what programs that were stopped have left half written."""
    try:
        for part in path.parent.glob(f"{path.name}.*.part"):
            if part.stat().st_mtime < path.stat().st_mtime - 3600:
                part.unlink(missing_ok=True)
    except OSError:
        return


def blob_of(content: FileContent) -> bytes:
    """`content` as a pack keeps it."""
    return pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
