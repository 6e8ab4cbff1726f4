"""What stands in files and folders, in digests: one over what they hold, one over how they stand on the disk."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from journeybook.mkdocs.unchanged.settings import UnknownError

_AT_ONCE = 1_000_000
"""Bytes that are read at once."""
_PASSED_OVER = ".git"
"""A repository below the content is none of its pages."""


class _Found(NamedTuple):
    path: str
    about: os.stat_result | None
    """None if there is nothing."""
    link: str
    """Where it leads in the end, if it is a link."""


def content_of(paths: Iterable[str]) -> str:
    """The digest of everything in the files and folders at `paths`.

    Raises UnknownError where a folder is a link: it might lead anywhere.
    """
    digest = blake2b(digest_size=20)
    for found in _all(paths):
        head = (found.path, found.link, found.about and stat.S_IFMT(found.about.st_mode))
        digest.update(repr(head).encode() + _digest(found))
    return digest.hexdigest()


def standing_of(paths: Iterable[str]) -> str:
    """The digest of how they stand, which changes with every change of one of them."""
    digest = blake2b(digest_size=20)
    for path, about, link in _all(paths):
        if about is None:
            says = None
        elif stat.S_ISDIR(about.st_mode):
            says = about.st_mode
        else:
            says = (about.st_mode, about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)
        digest.update(repr((path, says, link)).encode())
    return digest.hexdigest()


def holds(path: str, pattern: re.Pattern[bytes]) -> bool:
    """Whether `pattern` is found in a file at `path`, or below it."""
    files = (one.path for one in _all([path]) if one.about and stat.S_ISREG(one.about.st_mode))
    return any(pattern.search(content) for content in map(_content, files))


def _all(paths: Iterable[str]) -> Iterator[_Found]:
    for path in paths:
        yield from _below(path)


def _below(path: str) -> Iterator[_Found]:
    found = _looked_up(path)
    yield found
    if found.about is None or not stat.S_ISDIR(found.about.st_mode):
        return
    if found.link:
        raise UnknownError
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208  # texts: this is done for every file of a portal
    except OSError:
        return
    for name in names:
        if name != _PASSED_OVER:
            yield from _below(f"{path}/{name}")


def _looked_up(path: str) -> _Found:
    try:
        about = os.lstat(path)
        if not stat.S_ISLNK(about.st_mode):
            return _Found(path, about, "")
        link = os.path.realpath(path)
    except OSError:
        return _Found(path, None, "")
    try:
        return _Found(path, os.stat(path), link)  # noqa: PTH116
    except OSError:
        return _Found(path, None, link)


def _digest(found: _Found) -> bytes:
    """Of what a file holds; empty for what holds nothing, or cannot be read."""
    if found.about is None or not stat.S_ISREG(found.about.st_mode):
        return b""
    digest = blake2b(digest_size=20)
    try:
        with open(found.path, "rb", buffering=0) as file:  # noqa: PTH123
            while content := file.read(_AT_ONCE):
                digest.update(content)
    except OSError as error:
        return repr(error.errno).encode()
    return digest.digest()


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return b""
