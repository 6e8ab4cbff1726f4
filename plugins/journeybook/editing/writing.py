"""A change on its way to the disk: all files or none."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from journeybook.editing.change import EditingError
from journeybook.editing.portal_files import PortalFiles


def write(root: Path, before: PortalFiles, after: PortalFiles) -> tuple[str, ...]:
    """Make the files in `root`, which were `before`, those of `after`; the paths that were written or deleted.

    EditingError, with nothing written, if a file is no longer as it was read.
    """
    written = {path: text for path, text in after.texts.items() if before.texts.get(path) != text}
    deleted = sorted(before.texts.keys() - after.texts.keys())
    for path in sorted({*written, *deleted}):
        _refuse_changed(root / path, before.texts.get(path), path)
    _Swap(root, {path: text.encode() for path, text in written.items()}, deleted).do()
    return tuple(sorted({*written, *deleted}))


def _refuse_changed(path: Path, text: str | None, name: str) -> None:
    found = path.read_bytes() if path.exists() else None
    if found != (None if text is None else text.encode()):
        raise EditingError(f"{name} was changed by somebody else meanwhile; nothing is written, so try again")


@dataclass(slots=True)
class _Swap:
    """New files beside the old ones first, and then each in its place; what fails is taken back."""

    root: Path
    written: dict[str, bytes]
    deleted: list[str]
    waiting: dict[Path, Path] = field(default_factory=dict[Path, Path])
    """Files that are ready, by the place where they go."""
    kept: dict[Path, bytes | None] = field(default_factory=dict[Path, bytes | None])
    """What stood in places that have been changed."""

    def do(self) -> None:
        try:
            for path, content in self.written.items():
                self._prepare((self.root / path).resolve(), content)
            for target, ready in self.waiting.items():
                self.kept[target] = target.read_bytes() if target.exists() else None
                ready.replace(target)
            for path in self.deleted:
                target = self.root / path
                self.kept[target] = target.read_bytes()
                target.unlink()
        except BaseException:
            self._take_back()
            raise

    def _prepare(self, target: Path, content: bytes) -> None:
        number, name = tempfile.mkstemp(prefix=".journeybook-", dir=target.parent)
        self.waiting[target] = Path(name)
        with os.fdopen(number, "wb") as file:
            file.write(content)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)

    def _take_back(self) -> None:
        for target, content in self.kept.items():
            with suppress(OSError):
                if content is None:
                    target.unlink()
                else:
                    target.write_bytes(content)
        for ready in self.waiting.values():
            with suppress(OSError):
                ready.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
