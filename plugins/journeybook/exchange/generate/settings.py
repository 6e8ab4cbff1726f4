"""The `mkdocs.yml` of the generated site: what plain MkDocs with Material, and Zensical, need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from journeybook.exchange.generate.host_settings import HostSettings
from journeybook.exchange.generate.yaml_text import Tagged, dump
from journeybook_theme import MERMAID_SCRIPTS, SCRIPTS, STYLES

ASSETS = "assets/journeybook"
"""The folder of our styles and scripts in `docs/`."""

_NEEDED = ("attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc")
_SUPERFENCES = "pymdownx.superfences"
_MERMAID = {
    "name": "mermaid",
    "class": "mermaid",
    "format": Tagged("tag:yaml.org,2002:python/name:pymdownx.superfences.fence_code_format", ""),
}
_EDIT_FEATURES = {"content.action.edit", "content.action.view"}
"""They would lead to files that nobody edits; pages say themselves where their source is."""
_LANGUAGES = """
af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka kn ko ku-IQ lb lt lv
mk mn ms my nb nl nn pl pt-BR pt ro ru sa sh si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh zh-Hant zh-TW
"""
"""What both Material and Zensical speak."""


def settings_text(host: HostSettings, nav: Sequence[Any], language: str, *, draws: bool = True) -> str:
    """The text of `mkdocs.yml`; `nav` is the navigation, `language` that of the portal.

    `draws` says whether there are diagrams that a script draws.
    """
    settings: dict[str, Any] = {"site_name": host.site_name}
    if host.site_url:
        settings["site_url"] = host.site_url
    settings["use_directory_urls"] = host.directory_urls
    settings |= host.others
    settings["theme"] = _theme(host.theme, language)
    settings["nav"] = list(nav)
    settings["not_in_nav"] = "*"
    settings["plugins"] = ["search"]
    settings["markdown_extensions"] = _extensions(host.extensions)
    settings["extra_css"] = [*(f"{ASSETS}/{name}" for name in STYLES), *host.styles]
    scripts = [name for name in SCRIPTS if draws or name not in MERMAID_SCRIPTS]
    settings["extra_javascript"] = [*(f"{ASSETS}/{name}" for name in scripts), *host.scripts]
    return f"# Written by `journeybook generate` from the portal's sources; edit those.\n{dump(settings)}"


def _theme(written: Mapping[str, Any], language: str) -> dict[str, Any]:
    theme = {
        "name": "material",
        "font": False,
        **{key: one for key, one in written.items() if key != "custom_dir"},
    }
    spoken = next((one for one in (language, language.partition("-")[0]) if one in _LANGUAGES.split()), None)
    if spoken and "language" not in theme:
        theme["language"] = spoken
    features = theme.get("features")
    if isinstance(features, list):
        theme["features"] = [one for one in cast("list[Any]", features) if one not in _EDIT_FEATURES]
    return theme


def _extensions(written: Iterable[Any]) -> list[Any]:
    """The author's extensions, and those that our pages need."""
    options = {_name(one): _options(one) for one in written}
    for name in _NEEDED:
        options.setdefault(name, {})
    options.pop("fenced_code", None)  # superfences replace it
    fences = options.setdefault(_SUPERFENCES, {})
    custom = [one for one in fences.get("custom_fences") or () if one.get("name") != _MERMAID["name"]]
    options[_SUPERFENCES] = {**fences, "custom_fences": [_MERMAID, *custom]}
    return [{name: given} if given else name for name, given in options.items()]


def _name(extension: Any) -> str:
    return str(next(iter(cast("dict[str, Any]", extension)))) if isinstance(extension, dict) else str(extension)


def _options(extension: Any) -> dict[str, Any]:
    if not isinstance(extension, dict):
        return {}
    return next(iter(cast("dict[str, Any]", extension).values())) or {}
