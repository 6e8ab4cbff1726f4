"""What `mkdocs.yml` says that the portal needs to know, with types."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import yaml
from mkdocs.utils.yaml import get_yaml_loader

_yaml_load = cast("Callable[[IO[bytes], Any], dict[str, Any]]", yaml.yaml_load)


def portal_root(config: MkDocsConfig) -> Path:
    """The portal's root folder: the one of `mkdocs.yml`."""
    return Path(config.config_file_path).absolute().parent if config.config_file_path else Path.cwd()


def content_folder(config: MkDocsConfig) -> str:
    """The content folder, which is MkDocs' `docs_dir`, relative to the portal's root, with forward slashes."""
    return Path(os.path.relpath(config.docs_dir, portal_root(config))).as_posix()


def overrides_folder(config: MkDocsConfig) -> Path | None:
    """The folder with the author's own page templates, `custom_dir/journeybook`, if there is one."""
    folder = Path(config.theme.custom_dir, "journeybook") if config.theme.custom_dir else None
    return folder if folder and folder.is_dir() else None


def written_by_author(config: MkDocsConfig) -> Mapping[str, Any]:
    """`mkdocs.yml` as it was written, without defaults; empty if it cannot be read again."""
    try:
        with Path(config.config_file_path).open("rb") as file:
            return _yaml_load(file, get_yaml_loader(config=config))
    except OSError:
        return {}


def written_theme(config: MkDocsConfig) -> Mapping[str, Any]:
    """The author's own settings under `theme:`."""
    theme = written_by_author(config).get("theme")
    return cast("dict[str, Any]", theme) if isinstance(theme, dict) else {}


def is_material(config: MkDocsConfig) -> bool:
    """Whether the theme is Material, or built on it."""
    return any(Path(folder, "partials", "javascripts", "base.html").is_file() for folder in config.theme.dirs)


def site_address(config: MkDocsConfig) -> str:
    """The site's public address with a slash at its end; empty if nobody said."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""
