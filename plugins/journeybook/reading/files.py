"""Finding and loading files: the one place of this room that touches the disk."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath

from journeybook.model import ids
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.kinds import kind_of_folder
from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.roles import MARKDOWN, YAML, Role, part_of

MAX_BYTES = 2_000_000
"""Larger files are not read."""


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file of the content folder, or what keeps it from being one."""

    path: str
    """Relative to the content folder, with forward slashes."""
    text: str | None
    """Its characters; None if it cannot be had or is none of ours."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Why it cannot be had."""


_UNSURE = 2_000_000_000
"""Nanoseconds for which a file that was written may be written again without a sign of it: the coarsest clock."""


@dataclass(slots=True)
class SeenFiles:
    """The files of a folder that is loaded again and again: those that stand as they stood are not opened."""

    _known: dict[str, tuple[tuple[int, ...], int, LoadedFile]] = field(
        default_factory=dict[str, "tuple[tuple[int, ...], int, LoadedFile]"]
    )
    """By its path, what the system told of each file, when that was, and what was loaded then."""

    def loaded(self, path: str, full: str, load: Callable[[], LoadedFile]) -> LoadedFile:
        """The file `path`, which `load` loads if it may be another than before."""
        try:
            about = os.stat(full)  # noqa: PTH116
        except OSError:
            return load()
        signs = (about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino, about.st_dev)
        known = self._known.get(path)
        if known and known[0] == signs and max(signs[:2]) + _UNSURE < known[1]:
            return known[2]
        now = time.time_ns()
        file = load()
        self._known[path] = (signs, now, file)
        return file


def load_folder(root: Path, folder: str, seen: SeenFiles | None = None) -> Iterator[LoadedFile]:
    """Every file of the content folder `folder` in order of path, with its text if it may be ours.

    What is `seen` saves time for a folder that is loaded again.
    """
    base = root / folder
    if not base.is_dir():
        what = "is a file and should be a folder" if base.exists() else "is missing"
        code = "JB107" if base.exists() else "JB101"
        hint = f"make the folder '{folder}', or name another in journeybook.yml: `content: …`"
        yield LoadedFile("", None, (_finding(folder, code, f"the content folder '{folder}' {what}", hint),))
        return
    if not base.resolve().is_relative_to(root.resolve()):
        message = f"the content folder '{folder}' lies outside of the portal"
        yield LoadedFile("", None, (_finding(folder, "JB106", message, "move it beside journeybook.yml"),))
        return
    yield from _Walk(root, folder, seen).files()


def load_text(path: Path, name: str) -> tuple[str | None, Diagnostic | None]:
    """The text of the file at `path`, which messages call `name`, or what keeps it from being read."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return None, _finding(name, "JB107", f"'{path.name}' should be a file and is none", "rename it")
        if about.st_size > MAX_BYTES:
            size = f"{about.st_size / 1_000_000:.1f} MB"
            message = f"the file has {size}, and at most {MAX_BYTES // 1_000_000} MB are read"
            return None, _finding(name, "JB103", message, "split it into several files")
        content = path.read_bytes()
    except OSError as error:
        return None, _finding(name, "JB102", f"the file cannot be read: {error.strerror}", "check its permissions")
    try:
        return content.decode(), None
    except UnicodeDecodeError as error:
        return None, _not_utf8(content, error.start, name)


def _not_utf8(content: bytes, start: int, name: str) -> Diagnostic:
    line = content.count(b"\n", 0, start) + 1
    column = len(content[content.rfind(b"\n", 0, start) + 1 : start].decode(errors="replace")) + 1
    message = f"byte {start + 1} of the file (0x{content[start]:02X}) is not UTF-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the file is UTF-16"
    span = Span(line, column, line, column + 1)
    return Diagnostic("JB104", message, name, span, "save the file with the encoding UTF-8")


def _finding(name: str, code: str, message: str, hint: str = "") -> Diagnostic:
    findings = Findings(name)
    findings.add(code, Span(), message, hint)
    return findings.found[0]


@dataclass(slots=True)
class _Walk:
    """A walk through the content folder."""

    root: Path
    folder: str
    seen: SeenFiles | None
    base: str = field(init=False)
    """The content folder."""
    names: dict[str, str] = field(default_factory=dict[str, str])
    """Paths by the form in which Windows and macOS compare them."""

    def __post_init__(self) -> None:
        self.base = os.fspath(self.root / self.folder)

    def files(self) -> Iterator[LoadedFile]:
        waiting = [""]
        while waiting:
            path = waiting.pop()
            if path and (found := self.problem(path)):
                yield LoadedFile(path, None, (found,))
            elif not path or os.path.isdir(self.full(path)):  # noqa: PTH112
                inside, finding = self.inside(path)
                waiting.extend(reversed(inside))
                if finding:
                    yield LoadedFile(path, None, (finding,))
            else:
                yield self.file(path)

    def full(self, path: str) -> str:
        """Where the file `path` is. A text: a path of pathlib takes longer to make than most files to read."""
        return f"{self.base}/{path}"

    def name(self, path: str) -> str:
        """`path` as messages call it, relative to the portal's root."""
        return _shown(f"{self.folder}/{path}" if path else self.folder)

    def inside(self, path: str) -> tuple[list[str], Diagnostic | None]:
        """The paths in the folder `path`, in order."""
        try:
            names = sorted(one.name for one in (self.root / self.folder / path).iterdir())
        except OSError as error:
            message = f"the folder cannot be read: {error.strerror}"
            return [], _finding(self.name(path), "JB102", message, "check its permissions")
        return [f"{path}/{name}" if path else name for name in names if not name.startswith(".")], None

    def file(self, path: str) -> LoadedFile:
        role = part_of(path).role
        if role in {Role.OTHER, Role.DATA}:
            return LoadedFile(path, "")
        if self.seen is None:
            return self.opened(path, role)
        return self.seen.loaded(path, self.full(path), partial(self.opened, path, role))

    def opened(self, path: str, role: Role) -> LoadedFile:
        text, found = load_text(self.root / self.folder / path, self.name(path))
        if found and role is Role.OTHER_YAML:
            return LoadedFile(path, "")
        return LoadedFile(path, text, (found,) if found else ())

    def problem(self, path: str) -> Diagnostic | None:
        """What keeps `path` from being a file or folder of the portal."""
        return self.odd_name(path) or self.stray_link(path) or self.wrong_sort(path)

    def odd_name(self, path: str) -> Diagnostic | None:
        if not path.isprintable():
            message = "the file's name holds characters that cannot be shown"
            return _finding(self.name(path), "JB105", message, "rename it")
        first = self.names.setdefault(ids.folded(path), path)
        if first == path or part_of(path).role in {Role.ENTITY, Role.LIST}:
            return None  # two entities with one id are found by their ids
        message = f"'{path}' and '{first}' are one file on Windows and macOS"
        return _finding(self.name(path), "JB108", message, "rename one of them")

    def stray_link(self, path: str) -> Diagnostic | None:
        if not os.path.islink(self.full(path)):  # noqa: PTH114
            return None
        full = self.root / self.folder / path
        hint = "copy the file into the portal instead of linking it"
        try:
            target = full.resolve(strict=True)
        except (OSError, RuntimeError):
            return _finding(self.name(path), "JB106", "this symbolic link leads nowhere", hint)
        if not target.is_relative_to(self.root.resolve()):
            return _finding(self.name(path), "JB106", "this symbolic link leaves the portal", hint)
        if full.parent.resolve().is_relative_to(target):
            return _finding(
                self.name(path), "JB106", "this symbolic link leads back to its own folder", "delete it"
            )
        return None

    def wrong_sort(self, path: str) -> Diagnostic | None:
        """A folder named like a file, a file named like a folder of ours, or neither file nor folder."""
        name = path.rpartition("/")[2]
        try:
            mode = os.stat(self.full(path)).st_mode  # noqa: PTH116
        except OSError as error:
            return _finding(self.name(path), "JB102", f"the file cannot be read: {error.strerror}")
        if stat.S_ISDIR(mode):
            if PurePath(name).suffix.lower() not in YAML | MARKDOWN:
                return None
            return _finding(self.name(path), "JB107", f"'{name}' is a folder and should be a file", "rename it")
        if not stat.S_ISREG(mode):
            message = f"'{name}' is neither file nor folder but a device, a pipe or a socket"
            return _finding(self.name(path), "JB102", message, "remove it from the portal")
        if "/" not in path and kind_of_folder(path):
            return _finding(self.name(path), "JB107", f"'{path}' is a file and should be a folder", "rename it")
        return None


def _shown(path: str) -> str:
    """`path` with a stand-in for every character that cannot be shown."""
    if path.isprintable():
        return path
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in path)
