"""Building and serving a portal without the `mkdocs` command."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from mkdocs.commands import build as host_build
from mkdocs.config import base as host_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from journeybook.mkdocs.host_log import Message, kept_messages, shown_messages
from journeybook.mkdocs.plugin import JourneybookPlugin
from journeybook.mkdocs.serving.run import serve_portal
from journeybook.mkdocs.site_changes import Published
from journeybook.model.reference_day import AS_OF
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


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How a build went."""

    built: bool
    """Whether the site is new; if not, the one that stood before still stands."""
    site: Path
    """The folder of the site."""
    pages: int
    """How many pages it has, if it was built."""
    seconds: float
    """How long it took."""
    messages: tuple[Message, ...]
    """Warnings and errors, findings about the content among them, in the order they came."""


class HostError(Exception):
    """MkDocs cannot do what was asked; the message says why, and what to do."""


def build(
    root: Path,
    *,
    strict: bool = False,
    site_dir: Path | None = None,
    audience: Audience | None = None,
    as_of: date | None = None,
    directory_urls: bool | None = None,
) -> BuildReport:
    """Build the portal in `root` beside its site, and put the new site in place if all went well.

    `strict` takes warnings for errors; `site_dir` is another folder for the site, relative to the
    current one; `audience` is another one than the portal's own; `as_of` is the reference day;
    `directory_urls` says whether addresses are to end in a slash, if not as the host's options have it.
    Raises HostError where there is nothing to build with.
    """
    start = time.monotonic()
    site, pages = site_dir or root / "site", 0
    with kept_messages() as messages, _as_of(as_of):
        try:
            settings = _settings(
                root,
                audience,
                strict=strict or None,
                site_dir=site_dir and str(site_dir.absolute()),
                use_directory_urls=directory_urls,
            )
            site = Path(settings.site_dir)
            published = _run(settings)
            pages = published.pages if published else 0
        except MkDocsException as error:
            if not isinstance(error, Abort) or not messages:
                messages.append(Message("ERROR", str(error)))
    said = tuple(message for message in messages if message.level != "INFO")
    return BuildReport(bool(pages), site, pages, time.monotonic() - start, said)


def serve(
    root: Path,
    address: str | None = None,
    *,
    open_browser: bool = False,
    audience: Audience | None = None,
    as_of: date | None = None,
) -> None:
    """Serve the portal in `root` at `address` (`127.0.0.1:8000`) until somebody interrupts; edits show at once.

    `audience` is another one than the portal's own; `as_of` is the reference day, which is otherwise that
    of each build. Raises HostError where there is nothing to serve with, or the address cannot be had.
    """

    def settings(folder: Path) -> MkDocsConfig:
        return _settings(root, audience, site_dir=str(folder), dev_addr=address)

    with shown_messages(), _as_of(as_of):
        try:
            serve_portal(settings, root.absolute(), audience, open_browser=open_browser)
        except MkDocsException as error:
            raise HostError(str(error)) from error
        except OSError as error:
            if error.filename is not None:
                raise
            where = address or "the address of mkdocs.yml"  # it is the socket that fails
            raise HostError(f"the portal cannot be served at {where}: {error.strerror}") from error


@contextmanager
def _as_of(day: date | None) -> Generator[None]:
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


def _settings(root: Path, audience: Audience | None, **options: object) -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's advertisement, which is about other versions
    if not (root / CONFIG_FILE).is_file():
        raise HostError(f"there is no {CONFIG_FILE} in {root}; write one, at least:\n\n{STARTER}")
    settings = _load_config(str(root / CONFIG_FILE), **options)
    if "journeybook" not in settings.plugins:
        raise HostError(f"{CONFIG_FILE} does not list the plugin; add `- journeybook` under `plugins:`")
    _plugin(settings).build_for(audience)
    return settings


def _plugin(settings: MkDocsConfig) -> JourneybookPlugin:
    return cast(JourneybookPlugin, settings.plugins["journeybook"])


def _run(settings: MkDocsConfig) -> Published | None:
    settings.plugins.on_startup(command="build", dirty=False)
    try:
        host_build.build(settings)
    finally:
        settings.plugins.on_shutdown()
    return _plugin(settings).published
