"""Building a portal without the `mkdocs` command."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands import build as host_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from journeybook.mkdocs.host_log import Message, kept_messages
from journeybook.mkdocs.opening import plugin_of, reference_day_is, settings_of
from journeybook.mkdocs.site_changes import Published

if TYPE_CHECKING:
    from journeybook.model.text import Audience


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
    with kept_messages() as messages, reference_day_is(as_of):
        try:
            settings = settings_of(
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


def _run(settings: MkDocsConfig) -> Published | None:
    settings.plugins.on_startup(command="build", dirty=False)
    try:
        host_build.build(settings)
    finally:
        settings.plugins.on_shutdown()
    return plugin_of(settings).published
