"""Styles and scripts of the portal in the site, and a theme that fetches nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from journeybook.drawing.script import mermaid_script
from journeybook.mkdocs.host_config import is_material, written_theme
from journeybook.words import locale_of, script_of
from journeybook_theme import (
    HOST_TEMPLATES,
    MERMAID_SCRIPTS,
    OFFLINE_WORKER,
    SCRIPTS,
    SEARCH_WORKER,
    STYLES,
    published_files,
)

_FOLDER = "assets/journeybook"
SEARCH_WORKER_ASSET = f"{_FOLDER}/{SEARCH_WORKER}"
"""Where our worker stands in the site."""
_MERMAID = "vendor/mermaid.js"
"""Where our script looks for Mermaid itself."""


def asset_files(config: MkDocsConfig, *, draws: bool, searches: bool = False) -> Iterator[File]:
    """Our files to be copied into the site.

    Where scripts draw, with Mermaid out of the package that ships it; where a worker of ours searches, with that.
    """
    unused = {*(() if draws else MERMAID_SCRIPTS), *(() if searches else (SEARCH_WORKER,))}
    for name, content in published_files():
        if name not in unused:
            yield _file(name, config, content=content)
    if not draws:
        return
    yield _file(_MERMAID, config, abs_src_path=str(mermaid_script()))


def use_assets(config: MkDocsConfig, *, draws: bool) -> None:
    """Have every page load our styles and scripts before the author's own; `draws` as for `asset_files`.

    Scripts run after Material's, but before it looks for diagrams: what stands in for Mermaid is there in time.
    """
    config.extra_css[:0] = [f"{_FOLDER}/{name}" for name in STYLES]
    config.extra_javascript[:0] = [f"{_FOLDER}/{name}" for name in SCRIPTS if draws or name not in MERMAID_SCRIPTS]


def use_own_host_only(config: MkDocsConfig) -> None:
    """Let no page ask another host for fonts or stars, unless the author chose so, nor for a second Mermaid."""
    if not is_material(config):
        return
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(HOST_TEMPLATES))
    if "font" not in written_theme(config):
        config.theme["font"] = False
    if privacy := _plugin_of_theme("privacy", config):
        privacy.config["assets_exclude"] = [*privacy.config["assets_exclude"], "unpkg.com/mermaid*"]
    if _plugin_of_theme("offline", config):
        _search_from_folders(config)


def _plugin_of_theme(name: str, config: MkDocsConfig) -> Any:
    """A plugin of the theme, which Material and its fork each call by a name of their own; None if not used."""
    plugins = cast(Any, config.plugins)
    return plugins.get(f"material/{name}") or plugins.get(f"materialx/{name}")


def _search_from_folders(config: MkDocsConfig) -> None:
    """Name our stand-in for workers before the `offline` plugin names one on another host."""
    polyfills: list[object] = cast(Any, config.extra).setdefault("polyfills", [])
    if not any("iframe-worker" in str(one) for one in polyfills):
        polyfills.append(f"{_FOLDER}/{OFFLINE_WORKER}")


def speak(config: MkDocsConfig, language: str) -> None:
    """Let the theme speak the portal's language, if it can and the author chose no other."""
    if not is_material(config) or "language" in written_theme(config):
        return
    if name := theme_language(config, language):
        config.theme["language"] = name


def theme_language(config: MkDocsConfig, language: str) -> str | None:
    """What the theme calls `language`, with script or without; None if it has no words for it."""
    locale = locale_of(language)
    script = script_of(locale)
    names = [language, f"{locale.language}-{script}", locale.language]
    if script == "Hant":
        names.insert(2, "zh-TW")
    for name in names:
        if any(Path(folder, "partials", "languages", f"{name}.html").is_file() for folder in config.theme.dirs):
            return name
    return None


def _file(name: str, config: MkDocsConfig, **source: Any) -> File:
    return File.generated(config, f"{_FOLDER}/{name}", inclusion=InclusionLevel.INCLUDED, **source)
