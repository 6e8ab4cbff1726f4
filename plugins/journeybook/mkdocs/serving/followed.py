"""Which files a portal is made of, for a watcher."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.host_config import overrides_folder, portal_root
from journeybook.mkdocs.serving.watching import Followed
from journeybook.model.portal_files import LOCK_FILE, OPTIONS_FILE, OTHERS_FOLDER


def followed_by(config: MkDocsConfig) -> Followed:
    """What `mkdocs serve` follows, plugins' wishes among it, and what the portal is read from besides."""
    wished = _Wished()
    config.plugins.on_serve(wished, config=config, builder=_build_nothing)  # pyright: ignore[reportArgumentType]
    root = portal_root(config)
    paths = [*map(Path, config.watch), *wished.paths, *_hooks(config), root / OTHERS_FOLDER]
    if config.theme.custom_dir:
        paths.append(Path(config.theme.custom_dir))
    folders = {Path(config.docs_dir), *(path for path in paths if path.is_dir())}
    files = {path.absolute() for path in paths if not path.is_dir()}
    files |= {Path(config.config_file_path).absolute(), root / OPTIONS_FILE, root / LOCK_FILE}
    # Systems tell of changes under the real names of folders.
    real = {file.parent.resolve() / file.name for file in files}
    return Followed(frozenset(folder.resolve() for folder in folders), frozenset(real))


def is_read_by_us(path: Path, config: MkDocsConfig) -> bool:
    """Whether the file at `path`, one of those that are followed, is of the portal and not of MkDocs."""
    root, overrides = portal_root(config), overrides_folder(config)
    folders = [Path(config.docs_dir), root / OTHERS_FOLDER, *([overrides] if overrides else [])]
    own = {(root / name).resolve() for name in (OPTIONS_FILE, LOCK_FILE)}
    return path in own or any(path.is_relative_to(folder.resolve()) for folder in folders)


def _hooks(config: MkDocsConfig) -> list[Path]:
    return [Path(hook.__file__) for hook in config.hooks if hook.__file__]


def _build_nothing(*_: object) -> None:
    """What plugins may ask of MkDocs' server; ours builds when it must."""


class _Wished:
    """Stands for MkDocs' server, which plugins ask to follow files."""

    def __init__(self) -> None:
        self.paths: set[Path] = set()

    def watch(self, path: str, func: Callable[..., object] | None = None, *, recursive: bool = True) -> None:  # noqa: ARG002  # MkDocs' names
        """Follow `path` too."""
        self.paths.add(Path(path))

    def unwatch(self, path: str) -> None:
        """Do not follow `path`."""
        self.paths.discard(Path(path))
