"""What single files gave when they were last read, kept in memory and from run to run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path

import journeybook
from journeybook.reading.entity_files import FileContent, read_file, unread_file
from journeybook.reading.files import LoadedFile, SeenFiles
from journeybook.reading.kept import CACHE
from journeybook.reading.packed_files import Packed, blob_of, read_pack, write_pack
from journeybook.reading.program import program_of
from journeybook.reading.read_apart import read_all

_FORM = 1
_PACK = f"{CACHE}/reading/files.pack"
_FEW = 50
"""Where fewer than one file in so many has changed, the pack is not written anew."""

_Known = dict[str, tuple[bytes, FileContent]]


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

    def contents(
        self, root: Path, loaded: Iterable[LoadedFile], folder: str, languages: Sequence[str]
    ) -> list[FileContent]:
        """What each of the files `loaded` from the content folder `folder` of the portal in `root` holds."""
        inputs = repr((_FORM, folder, tuple(languages), _program()))
        packed = Packed()
        if self._read_with != (root, inputs):
            packed = read_pack(root / _PACK, inputs) if self.on_disk else packed
            self._read_with, self._known, self._saved = (root, inputs), {}, packed.digests()
        loaded = list(loaded)
        now = self._known_of(loaded, folder, languages, packed)
        found = [_content(one, folder, languages, now) for one in loaded]
        self._known = now
        self._texts = {one.path: one.text for one in loaded if one.text} if self.seen else {}
        self.state = _state(inputs, found, now)
        if self.on_disk:
            self._save(root / _PACK, inputs, packed)
        return found

    def _known_of(
        self, loaded: Iterable[LoadedFile], folder: str, languages: Sequence[str], packed: Packed
    ) -> _Known:
        """What each of the files that hold any text gave, which is read where it is not known."""
        now: dict[str, tuple[bytes, FileContent | None]] = {}
        unknown: list[tuple[str, str]] = []
        for path, text in ((one.path, one.text) for one in loaded):
            if not text:
                continue
            known = self._known.get(path)
            is_same = known and self._texts.get(path) is text
            digest = known[0] if known and is_same else blake2b(text.encode(), digest_size=16).digest()
            content = known[1] if known and known[0] == digest else packed.content(path, digest)
            now[path] = (digest, content)
            if content is None:
                unknown.append((path, text))
        read = dict(zip((path for path, _ in unknown), read_all(unknown, folder, languages), strict=True))
        return {path: (digest, content or read[path]) for path, (digest, content) in now.items()}

    def _save(self, path: Path, inputs: str, packed: Packed) -> None:
        """Write all that is known into one file, unless hardly anything has changed since."""
        digests = {name: digest for name, (digest, _) in self._known.items()}
        new = sum(self._saved.get(name) != digest for name, digest in digests.items())
        gone = len(self._saved.keys() - digests.keys())
        if (new + gone) * _FEW <= len(digests):
            return
        files = ((name, one[0], packed.blob(name, one[0]) or blob_of(one[1])) for name, one in self._known.items())
        write_pack(path, inputs, files)
        self._saved = digests  # also where it cannot be written: then it is not tried every time


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
