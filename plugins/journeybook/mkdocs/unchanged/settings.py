"""The digest of what a site is made from beside files: MkDocs' settings as they came out, the day, the program."""

from __future__ import annotations

import os
from collections.abc import Mapping, Set
from datetime import date, datetime
from enum import Enum
from functools import partial
from hashlib import blake2b
from pathlib import PurePath
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme
from mkdocs.utils import get_build_date

from journeybook.mkdocs.host_config import is_material
from journeybook.mkdocs.pure_markdown import is_pure
from journeybook.mkdocs.quick.engine_digest import digest_of_engine
from journeybook.model.reference_day import reference_day

_PLUGINS = ("search", "tags", "meta", "offline")
_HOMES = (
    "journeybook.",
    *(f"{theme}.plugins.{name}." for theme in ("material", "materialx") for name in _PLUGINS),
)
"""Where plugins are at home that depend on nothing but the pages and their own settings."""
_OF_FILES = ("jieba_dict", "jieba_dict_user")
"""Settings of the search that name files anywhere."""
_OF_THE_BUILD = ("site_dir",)
"""Settings that say where a site goes and not what it is."""


class UnknownError(Exception):
    """Nobody can tell what a site is made from."""


def digest_of_settings(config: MkDocsConfig, audience: str | None) -> str:
    """The digest of everything that has a say in a site for `audience` and stands in no file of the portal.

    Raises UnknownError where something has a say that is not known here.
    """
    if not _is_known(config):
        raise UnknownError
    written = cast("Mapping[str, Any]", config)
    settings = [(key, plain(value)) for key, value in written.items() if key not in _OF_THE_BUILD]
    days = (_day(), get_build_date())
    return blake2b(repr((settings, audience, days, digest_of_engine())).encode(), digest_size=20).hexdigest()


def _is_known(config: MkDocsConfig) -> bool:
    """Whether nobody has a say who may look at something else each time."""
    plugins = cast("Mapping[str, Any]", config.plugins)
    return (
        is_material(config)
        and is_pure(config)
        and not config.hooks
        and not config.extra_templates
        and all(map(_is_known_plugin, plugins.values()))
    )


def _is_known_plugin(plugin: Any) -> bool:
    module, settings = type(plugin).__module__, cast("Mapping[str, Any]", plugin.config)
    if any(settings.get(name) for name in _OF_FILES):
        return False
    is_off = module.startswith(("material.", "materialx.")) and settings.get("enabled", True) is False
    return is_off or module.startswith(_HOMES)


def _day() -> date:
    try:
        return reference_day(os.environ, datetime.now().astimezone().date())
    except ValueError as error:
        raise UnknownError from error


def plain(value: Any) -> object:
    """`value` in such a form that its `repr` says all of it, the same in every process."""
    if value is None or isinstance(value, bool | int | float | bytes | date | Enum):
        return repr(value)
    if isinstance(value, str | PurePath):
        return str(value)
    if isinstance(value, Theme):
        return [value.name, value.custom_dir, value.dirs, sorted(value.static_templates), plain(dict(value))]
    if isinstance(value, BasePlugin):
        return _plain_plugin(value)
    if isinstance(value, Mapping):
        return [(plain(key), plain(one)) for key, one in cast("Mapping[Any, Any]", value).items()]
    if isinstance(value, list | tuple):
        return [plain(one) for one in cast("list[Any]", value)]
    if isinstance(value, Set):
        return sorted(str(plain(one)) for one in cast("Set[Any]", value))
    return _called(value)


def _plain_plugin(plugin: Any) -> object:
    return [_name(type(plugin)), plain(plugin.config)]


def _called(value: Any) -> object:
    if isinstance(value, partial):
        call = cast("partial[Any]", value)
        return [plain(call.func), plain(call.args), plain(call.keywords)]
    if callable(value) and hasattr(value, "__qualname__"):
        return _name(value)
    if patterns := getattr(value, "patterns", None):  # what MkDocs leaves out, written like `.gitignore`
        return [(one.include, one.regex and one.regex.pattern) for one in patterns]
    if type(value).__name__ == "Locale":
        return [_name(type(value)), str(value)]
    raise UnknownError


def _name(value: Any) -> str:
    return f"{value.__module__}.{value.__qualname__}"
