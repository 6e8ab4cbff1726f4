"""What the portal's own `mkdocs.yml` says, read as a file: MkDocs is not needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import yaml

from journeybook.exchange.generate.yaml_text import Tagged, load
from journeybook.model.edit_addresses import Repository

FILE = "mkdocs.yml"

_CARRIED = ("site_author", "site_description", "copyright", "extra")
"""Settings that mean the same to every reader."""


@dataclass(frozen=True)
class HostSettings:
    """Settings of the portal as a site."""

    site_name: str = "My portal"
    site_url: str = ""
    """Empty if nobody said."""
    directory_urls: bool = True
    repository: Repository = field(default_factory=Repository)
    nav: tuple[Any, ...] | None = None
    """The author's navigation; None where there is none."""
    theme: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """What stands under `theme:`; its name is left out."""
    extensions: tuple[Any, ...] = ()
    """What stands under `markdown_extensions:`, each a name or a mapping of the name to options."""
    styles: tuple[Any, ...] = ()
    """What stands under `extra_css:`."""
    scripts: tuple[Any, ...] = ()
    """What stands under `extra_javascript:`."""
    others: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Settings to be carried along as they are."""


def read_host_settings(root: Path, content: str) -> HostSettings:
    """The settings of the portal in `root`, whose content folder is `content`; defaults where there are none."""
    try:
        written = load((root / FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return HostSettings()
    return host_settings_of(cast("dict[str, Any]", written) if isinstance(written, dict) else {}, content)


def host_settings_of(written: Mapping[str, Any], content: str) -> HostSettings:
    """The settings in a `mkdocs.yml` that has been read."""
    theme = _mapping(written.get("theme"))
    nav = written.get("nav")
    return HostSettings(
        site_name=_text(written, "site_name") or HostSettings.site_name,
        site_url=f"{_text(written, 'site_url').rstrip('/')}/" if _text(written, "site_url") else "",
        directory_urls=written.get("use_directory_urls") is not False,
        repository=Repository(
            _text(written, "repo_url"),
            _text(written, "edit_uri") if "edit_uri" in written else None,
            _text(written, "edit_uri_template"),
            content,
        ),
        nav=tuple(cast("list[Any]", nav)) if isinstance(nav, list) else None,
        theme={key: value for key, value in theme.items() if key != "name"},
        extensions=_named(written.get("markdown_extensions")),
        styles=_named(written.get("extra_css")),
        scripts=_named(written.get("extra_javascript")),
        others={key: written[key] for key in _CARRIED if key in written},
    )


def _text(written: Mapping[str, Any], key: str) -> str:
    value = written.get(key)
    return "" if value is None or isinstance(value, Tagged) else str(value)


def _mapping(value: Any) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, dict) else {}


def _named(value: Any) -> tuple[Any, ...]:
    """A list as it is; a mapping, which `markdown_extensions:` may be too, as a list of its pairs."""
    if isinstance(value, dict):
        return tuple({key: options} for key, options in cast("dict[str, Any]", value).items())
    return tuple(cast("list[Any]", value)) if isinstance(value, list) else ()
