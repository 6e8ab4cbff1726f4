"""A folder of generated files: it keeps a list of what was written, and touches nothing else."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

MANIFEST = ".journeybook-manifest.json"


class ForeignFolderError(Exception):
    """The folder holds things that were not generated; the message says what to do."""


@dataclass(slots=True)
class Written:
    """What writing did, as paths from the folder."""

    written: list[str] = field(default_factory=list[str])
    """Files that are new or have new content."""
    unchanged: int = 0
    """How many files were as they should be."""
    deleted: list[str] = field(default_factory=list[str])
    """Files written before that are no longer needed."""
    kept: list[str] = field(default_factory=list[str])
    """Files that somebody has changed, or put there, since: they were left alone."""


def write_folder(folder: Path, files: Iterable[tuple[str, str | bytes]], *, force: bool = False) -> Written:
    """Bring `folder` to hold `files`, and delete what was written before and is no longer among them.

    What others changed stays and is reported, unless `force` is set. If writing is broken off, the next run
    knows what this one had begun. Raises ForeignFolderError.
    """
    before = _read_manifest(folder)
    wanted = {path: one.encode() if isinstance(one, str) else one for path, one in files}
    hashes = {path: _hash(one) for path, one in wanted.items()}
    folder.mkdir(parents=True, exist_ok=True)
    _write_manifest(folder, hashes, before)
    report = Written()
    for path, content in wanted.items():
        _bring(folder, path, content, {*before.get(path, ()), hashes[path]}, report, force=force)
    for path in sorted(before.keys() - wanted.keys()):
        _remove(folder, path, before[path], report, force=force)
    ours = {path: one for path, one in hashes.items() if path not in report.kept}
    for path in report.kept:
        if path in before and path in hashes:
            ours[path] = min(before[path])  # if it comes back to that, it is ours again
    _write_manifest(folder, ours, {})
    return report


def _bring(folder: Path, path: str, content: bytes, ours: set[str], report: Written, *, force: bool) -> None:
    target = folder / path
    found = _hash_of(folder, target)
    if found == _hash(content):
        report.unchanged += 1
    elif found is None or found in ours or (force and found):
        _replace(target, content)
        report.written.append(path)
    else:
        report.kept.append(path)


def _remove(folder: Path, path: str, ours: tuple[str, ...], report: Written, *, force: bool) -> None:
    target = folder / path
    found = _hash_of(folder, target)
    if found is None:
        return
    if found not in ours and not (force and found):
        report.kept.append(path)
        return
    target.unlink()
    report.deleted.append(path)
    with suppress(OSError):  # of folders that still hold something
        for parent in target.relative_to(folder).parents[:-1]:
            (folder / parent).rmdir()


def _hash_of(folder: Path, target: Path) -> str | None:
    """The hash of what stands at `target`; None if nothing does, empty if it is not a file inside `folder`."""
    if not target.parent.resolve().is_relative_to(folder.resolve()) or target.is_symlink():
        return ""
    try:
        return _hash(target.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None if not any(parent.is_file() for parent in target.parents) else ""
    except IsADirectoryError:
        return ""


def _read_manifest(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """The hashes that each file written before may have."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return {}
    if not folder.is_dir():
        raise ForeignFolderError(f"{folder} is a file; name a folder")
    try:
        manifest = cast("dict[str, Any]", json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
        files: dict[str, tuple[str, ...]] = {}
        for path, one in cast("dict[str, Any]", manifest["files"]).items():
            files[path] = (str(one),)
        for path, one in cast("dict[str, Any]", manifest.get("unfinished", {})).items():
            files[path] = (*files.get(path, ()), *map(str, one))
    except FileNotFoundError:
        raise ForeignFolderError(
            f"{folder} holds files that were not generated; name an empty folder, or one that does not exist"
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ForeignFolderError(
            f"{folder / MANIFEST} cannot be read; delete {folder} and generate anew"
        ) from error
    return {path: hashes for path, hashes in files.items() if _is_inside(path)}


def _is_inside(path: str) -> bool:
    return not Path(path).is_absolute() and ".." not in Path(path).parts


def _write_manifest(folder: Path, files: Mapping[str, str], unfinished: Mapping[str, tuple[str, ...]]) -> None:
    manifest: dict[str, Any] = {"files": dict(files), "format": 1}
    if unfinished:
        manifest["unfinished"] = {path: list(hashes) for path, hashes in unfinished.items()}
    _replace(folder / MANIFEST, (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode())


def _replace(target: Path, content: bytes) -> None:
    """Write `content` so that nobody ever sees a part of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.journeybook-{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
