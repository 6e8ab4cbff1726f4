"""A portal's MkDocs opened without the `mkdocs` command."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.config import base as host_config
from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.plugin import JourneybookPlugin
from journeybook.model.reference_day import AS_OF

if TYPE_CHECKING:
    from journeybook.model.text import Audience

CONFIG_FILE = "mkdocs.yml"
"""The host's own settings, in the portal's root folder."""

STARTER = """\
site_name: My portal
docs_dir: content
theme: material
plugins:
  - search
  - journeybook
"""
"""What `mkdocs.yml` needs at least."""


class HostError(Exception):
    """MkDocs cannot do what was asked; the message says why, and what to do."""


@contextmanager
def reference_day_is(day: date | None) -> Generator[None]:
    """Have the plugin take `day` for the reference day.

    MkDocs makes the plugin anew whenever it reads its settings, and lets nobody hand it anything: the
    environment is the way that `mkdocs build` has as well.
    """
    if day is None:
        yield
        return
    before = os.environ.get(AS_OF)
    os.environ[AS_OF] = day.isoformat()
    try:
        yield
    finally:
        if before is None:
            del os.environ[AS_OF]
        else:
            os.environ[AS_OF] = before


_load_config = cast("Callable[..., MkDocsConfig]", host_config.load_config)


def settings_of(root: Path, audience: Audience | None, **options: object) -> MkDocsConfig:
    """The settings of the portal in `root`, to be built for `audience`; `options` are those of the command line.

    Raises HostError where there is nothing to build with, and what MkDocs raises for its settings.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's advertisement, which is about other versions
    if not (root / CONFIG_FILE).is_file():
        raise HostError(f"there is no {CONFIG_FILE} in {root}; write one, at least:\n\n{STARTER}")
    settings = _load_config(str(root / CONFIG_FILE), **options)
    if "journeybook" not in settings.plugins:
        raise HostError(f"{CONFIG_FILE} does not list the plugin; add `- journeybook` under `plugins:`")
    plugin_of(settings).build_for(audience)
    return settings


def plugin_of(settings: MkDocsConfig) -> JourneybookPlugin:
    """Our own plugin."""
    return cast(JourneybookPlugin, settings.plugins["journeybook"])
