"""What single files gave when they were last read, kept in memory and from run to run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path

import journeybook
from journeybook.reading.aside import Aside
from journeybook.reading.entity_files import FileContent, read_file, unread_file
from journeybook.reading.files import LoadedFile, SeenFiles, load_folder
from journeybook.reading.kept import CACHE
from journeybook.reading.packed_files import Packed, blob_of, read_pack, write_pack
from journeybook.reading.program import program_of
from journeybook.reading.read_apart import ReadApart

_FORM = 1
_PACK = f"{CACHE}/reading/files.pack"
_FEW = 50
"""Where fewer than one file in so many has changed, the pack is not written anew."""

_MANY = 300
"""So many files take longer to write than a process needs to start."""

_Known = dict[str, tuple[bytes, FileContent]]
_Asked = tuple[Path, str, tuple[str, ...]]
"""A portal's root, its content folder and its languages."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A look at all files, some of which are being read."""

    inputs: str
    """What reading depends on besides the files."""
    loaded: Sequence[LoadedFile]
    packed: Packed
    digests: Mapping[str, bytes]
    """Of the texts of those that hold any, by path."""
    known: Mapping[str, FileContent]
    """What those gave that need not be read again."""
    unknown: Sequence[str]
    """The paths of the others."""
    reading: ReadApart

    def all_known(self) -> _Known:
        """What each of the files that hold any text gave, when all are read."""
        known = {**self.known, **dict(zip(self.unknown, self.reading.found(), strict=True))}
        return {path: (digest, known[path]) for path, digest in self.digests.items()}


@dataclass(slots=True)
class ReadFiles:
    """What each file of a content folder gave, by what stood in it.

    A file is read again when its text has changed, and all are when something has changed that reading depends on:
    the content folder, the languages, the program. It only saves time.
    """

    on_disk: bool = False
    """Whether the portal's cache keeps it from run to run as well."""
    seen: SeenFiles | None = None
    """The files themselves, where they are read again and again."""
    state: str = ""
    """Stands for all that was read last, and for all that reading depends on; empty before anything was read."""
    _read_with: tuple[Path, str] | None = None
    """The portal they were read from, and what reading depended on besides the files."""
    _known: _Known = field(default_factory=_Known)
    """What each file gave, with the digest of its text, by path."""
    _texts: dict[str, str] = field(default_factory=dict[str, str])
    """Their texts, which are held by those who have `seen` them."""
    _saved: dict[str, bytes] = field(default_factory=dict[str, bytes])
    """The digests of those that are kept on disk, by path."""
    _begun: tuple[_Asked, _Look] | None = None
    """What other processes have begun to read."""
    _saving: Aside[bool] | None = None
    """Another process that writes what is kept on disk."""

    def begin(self, root: Path, folder: str, languages: Sequence[str]) -> None:
        """Have other processes begin to read what `contents` will be asked for, and keep it then, until `end`."""
        self.end()
        look = self._look(root, load_folder(root, folder), folder, languages)
        self._begun = (root, folder, tuple(languages)), look

    def end(self) -> None:
        """Wait for other processes, if any was begun with, and leave what was not asked for."""
        if self._begun:
            self._begun[1].reading.end()
            self._begun = None
        if self._saving:
            self._saving.result()
            self._saving = None

    def contents(
        self, root: Path, loaded: Iterable[LoadedFile], folder: str, languages: Sequence[str]
    ) -> list[FileContent]:
        """What each of the files `loaded` from the content folder `folder` of the portal in `root` holds."""
        begun, self._begun = self._begun, None
        if begun and begun[0] != (root, folder, tuple(languages)):
            begun[1].reading.end()
            begun = None
        look = begun[1] if begun else self._look(root, loaded, folder, languages)
        now = self._known = look.all_known()
        self._texts = {one.path: one.text for one in look.loaded if one.text} if self.seen else {}
        found = [_content(one, folder, languages, now) for one in look.loaded]
        self.state = _state(look.inputs, found, now)
        if self.on_disk and self._has_much_new(now):
            self._saved = {name: digest for name, (digest, _) in now.items()}
            save = partial(_save, root / _PACK, look.inputs, look.packed, now)
            if begun and len(now) >= _MANY:
                self._saving = Aside(save)
            else:
                save()
        return found

    def _look(self, root: Path, loaded: Iterable[LoadedFile], folder: str, languages: Sequence[str]) -> _Look:
        """A look at the files `loaded`; those begin to be read that are not known."""
        inputs = repr((_FORM, folder, tuple(languages), _program()))
        packed = Packed()
        if self._read_with != (root, inputs):
            packed = read_pack(root / _PACK, inputs) if self.on_disk else packed
            self._read_with, self._known, self._saved = (root, inputs), {}, packed.digests()
        files = list(loaded)
        texts = {one.path: one.text for one in files if one.text}
        digests = {path: self._digest(path, text) for path, text in texts.items()}
        before, known = self._known, dict[str, FileContent]()
        for path, digest in digests.items():
            held = before.get(path)
            if content := held[1] if held and held[0] == digest else packed.content(path, digest):
                known[path] = content
        unknown = [path for path in texts if path not in known]
        reading = ReadApart([(path, texts[path]) for path in unknown], folder, languages)
        return _Look(inputs, files, packed, digests, known, unknown, reading)

    def _digest(self, path: str, text: str) -> bytes:
        """That of the `text` of the file `path`."""
        known = self._known.get(path)
        if known and self._texts.get(path) is text:
            return known[0]
        return blake2b(text.encode(), digest_size=16).digest()

    def _has_much_new(self, known: _Known) -> bool:
        """Whether more than hardly anything of what is `known` is not on disk, or is there and known no more."""
        new = sum(self._saved.get(name) != digest for name, (digest, _) in known.items())
        gone = len(self._saved.keys() - known.keys())
        return (new + gone) * _FEW > len(known)


def _save(path: Path, inputs: str, packed: Packed, known: _Known) -> bool:
    """Write all that is known into one file; where it cannot be written, that is not tried every time."""
    files = ((name, one[0], packed.blob(name, one[0]) or blob_of(one[1])) for name, one in known.items())
    return write_pack(path, inputs, files)


def _content(loaded: LoadedFile, folder: str, languages: Sequence[str], known: _Known) -> FileContent:
    if loaded.text is None:
        return unread_file(loaded.path, loaded.diagnostics)
    if not loaded.text:
        return read_file(loaded.path, "", folder, languages)  # most often a picture, of which nothing is read
    return known[loaded.path][1]


def _state(inputs: str, found: Iterable[FileContent], known: _Known) -> str:
    """A hash over `inputs` and the files `found`: their paths, their texts, and why they could not be had."""
    whole = blake2b(inputs.encode(), digest_size=16)
    for one in found:
        digest = known[one.path][0] if one.path in known else b""
        said = digest or repr(one.diagnostics).encode()
        path = one.path.encode("utf-8", "surrogatepass")
        whole.update(b"%d %s %d %s" % (len(path), path, len(said), said))
    return whole.hexdigest()


@cache
def _program() -> tuple[str, ...]:
    """What reading depends on besides the files."""
    here = Path(journeybook.__file__).parent
    return tuple(program_of([here / "reading", here / "model"]))
