"""Compiled templates, kept while the process lives and from run to run: compiling is half of a small build."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from types import CodeType
from typing import Any, cast
from weakref import WeakKeyDictionary

from jinja2 import BytecodeCache, Environment, TemplateError
from jinja2.bccache import Bucket

from journeybook.reading.kept import CACHE, hide_from_git
from journeybook.reading.program import program_of
from journeybook.reading.seal import SIZE, is_sealed, seal_of

FOLDER = f"{CACHE}/templates"
"""Where they are kept, from a portal's root folder."""
_ENDING = ".jinja"
_MOST = 1_000
"""How many files are kept, the newest; there is one for each template that was ever used."""
_HALF_WRITTEN = 3600.0
"""Seconds after which a file that is still not whole never will be."""
_DIALECT = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline"),
    *("optimized", "autoescape", "is_async", "finalize", "newstyle_gettext"),
)
"""What makes another program of the same template."""


class KeptTemplates(BytecodeCache):
    """Gives environments the programs of templates that were compiled before.

    It only saves time: where the folder cannot be read, written or trusted, templates are compiled anew.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` keeps them from run to run; without one they are kept while the process lives."""
        self._folder = folder
        self._programs: dict[str, tuple[str, CodeType]] = {}
        self._dialects: WeakKeyDictionary[Environment, str] = WeakKeyDictionary()
        self._is_pruned = False

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """What is kept of a template; it has no code if that was of another source, or for another environment."""
        dialect = self._dialects.get(environment)
        if dialect is None:
            dialect = self._dialects[environment] = _dialect_of(environment)
        checksum = f"{self.get_source_checksum(source)}-{dialect}"
        bucket = Bucket(environment, self.get_cache_key(name, filename), checksum)
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` if its source is the one that was compiled."""
        checksum, code = self._programs.get(bucket.key, ("", None))
        if code and checksum == bucket.checksum:
            bucket.code = code
        elif self._folder and (kept := _read(self._folder / f"{bucket.key}{_ENDING}", bucket.key)):
            bucket.bytecode_from_string(kept)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what `bucket` holds."""
        self._remember(bucket)
        if self._folder is None:
            return
        _write(self._folder / f"{bucket.key}{_ENDING}", bucket.key, bucket.bytecode_to_string())
        if not self._is_pruned:
            self._is_pruned = True
            _prune(self._folder)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code:
            self._programs[bucket.key] = (bucket.checksum, bucket.code)


@cache
def templates_kept_in(root: Path | None = None) -> KeptTemplates:
    """The compiled templates of the portal in the folder `root`; without one those of this process."""
    return KeptTemplates(root and root / FOLDER)


def is_kept(environment: Environment, name: str) -> bool:
    """Whether the template `name` need not be compiled for `environment`."""
    if environment.loader is None or environment.bytecode_cache is None:
        return False
    try:
        source, path, _ = environment.loader.get_source(environment, name)
    except TemplateError:
        return False
    return environment.bytecode_cache.get_bucket(environment, name, path, source).code is not None


def compile_all(environment: Environment, names: Iterable[str]) -> None:
    """Have the templates `names` compiled and kept, without those that are faulty: who needs them will say so."""
    for name in names:
        with suppress(TemplateError, UnicodeDecodeError):
            environment.get_template(name)


def _dialect_of(environment: Environment) -> str:
    """A digest of all but its source of which the program of a template is made.

    What a filter makes of a constant becomes part of the program, too.
    """
    found = blake2b(digest_size=16)
    for line in (*_said_by(environment), *program_of([Path(__file__).parent])):
        found.update(f"{line}\n".encode())
    return found.hexdigest()


def _said_by(environment: Environment) -> Iterator[str]:
    settings = cast(Any, environment)
    yield name_of(type(environment))
    yield name_of(environment.code_generator_class)
    for name in _DIALECT:
        value = getattr(settings, name, None)
        yield f"{name} {name_of(value) if callable(value) else repr(value)}"
    yield repr(settings.policies.get("ext.i18n.trimmed"))
    yield from sorted(settings.extensions)
    for functions in (settings.filters, settings.tests):
        yield from sorted(f"{name} {name_of(function)}" for name, function in functions.items())


def name_of(function: object) -> str:
    """Where `function`, or a class, is from: `jinja2.filters.do_upper`."""
    of = type(function) if not hasattr(function, "__qualname__") else function
    return f"{getattr(of, '__module__', '')}.{getattr(of, '__qualname__', '')}"


def _read(path: Path, key: str) -> bytes | None:
    """What is kept at `path` for `key`; None if it is not there, or not as this user's programs left it."""
    try:
        content = memoryview(path.read_bytes())
    except OSError:
        return None
    seal, program = bytes(content[:SIZE]), content[SIZE:]
    return bytes(program) if is_sealed(seal, key.encode(), program) else None


def _write(path: Path, key: str, program: bytes) -> None:
    """Keep `program`; nobody ever sees half of it."""
    seal = seal_of(key.encode(), program)
    if seal is None:
        return
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        hide_from_git(path.parent.parent)
        part.write_bytes(seal + program)
        part.replace(path)
    except OSError:
        return


def _prune(folder: Path) -> None:
    """Delete the oldest where there are too many, and what a program that was stopped has left half written."""
    try:
        found = [(path.stat().st_mtime, path) for path in folder.iterdir()]
        for age, path in found:
            if path.suffix == ".part" and age < time.time() - _HALF_WRITTEN:
                path.unlink(missing_ok=True)
        for _, path in sorted(one for one in found if one[1].suffix == _ENDING)[:-_MOST]:
            path.unlink(missing_ok=True)
    except OSError:
        return
