"""A seal on what this user's programs keep on disk, so that nothing is believed that somebody else put there.

A cache lies in the portal's folder, and a portal's folder comes from others: whoever may add a file to the
repository could add a cache too, which says what no file says. A checksum would not hinder them, for anybody can
compute it. So the seal takes a secret that never leaves the user's own cache folder; without it nothing is kept.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import stat
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

SIZE = 32
"""Bytes of a seal."""


def seal_of(*parts: bytes | memoryview) -> bytes | None:
    """The seal on all of `parts`; None where this user can keep no secret."""
    secret = _secret_in(_folder())
    return _seal(secret, parts) if secret else None


def is_sealed(seal: bytes, *parts: bytes | memoryview) -> bool:
    """Whether `seal` is that of this user on all of `parts`."""
    secret = _secret_in(_folder())
    return secret is not None and hmac.compare_digest(seal, _seal(secret, parts))


def _seal(secret: bytes, parts: Iterable[bytes | memoryview]) -> bytes:
    sealed = blake2b(key=secret, digest_size=SIZE)
    for part in parts:
        sealed.update(len(part).to_bytes(8, "little"))
        sealed.update(part)
    return sealed.digest()


def _folder() -> Path:
    import platformdirs

    return platformdirs.user_cache_path("journeybook", appauthor=False)


@cache
def _secret_in(folder: Path) -> bytes | None:
    """The user's secret, made if there is none; None where it cannot be kept, or others could know it."""
    path = folder / "secret"
    try:
        if not path.exists():
            _make(path)
        about = path.lstat()
        secret = path.read_bytes() if stat.S_ISREG(about.st_mode) else b""
    except OSError:
        return None
    is_own = os.name == "nt" or (about.st_uid == os.getuid() and not about.st_mode & 0o077)
    return secret if is_own and len(secret) == SIZE else None


def _make(path: Path) -> None:
    """Write a new secret; of two programs that do so at once, the first one's counts."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f"secret.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(file, os.urandom(SIZE))
        os.fsync(file)
    finally:
        os.close(file)
    try:
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(part)
    finally:
        part.unlink(missing_ok=True)
