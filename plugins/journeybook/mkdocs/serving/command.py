"""Serving a portal without the `mkdocs` command."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from journeybook.mkdocs.host_log import shown_messages
from journeybook.mkdocs.opening import HostError, reference_day_is, settings_of
from journeybook.mkdocs.serving.run import serve_portal
from journeybook.model.text import Audience


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
        return settings_of(root, audience, site_dir=str(folder), dev_addr=address)

    with shown_messages(), reference_day_is(as_of):
        try:
            serve_portal(settings, root.absolute(), audience, open_browser=open_browser)
        except MkDocsException as error:
            raise HostError(str(error)) from error
        except OSError as error:
            if error.filename is not None:
                raise
            where = address or "the address of mkdocs.yml"  # it is the socket that fails
            raise HostError(f"the portal cannot be served at {where}: {error.strerror}") from error
