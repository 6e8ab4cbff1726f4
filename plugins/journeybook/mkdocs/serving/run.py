"""A portal served to browsers, from the first build to the interruption."""

from __future__ import annotations

import os
import re
import shutil
import signal
import tempfile
import webbrowser
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread, current_thread, main_thread
from urllib.parse import urlsplit

from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.serving.server import Server
from journeybook.mkdocs.serving.session import Session, Settings
from journeybook.mkdocs.serving.shown import Shown
from journeybook.mkdocs.serving.whole_builds import WholeBuilds
from journeybook.mkdocs.site_leftovers import is_left
from journeybook.model.text import Audience

_PREFIX = "journeybook-serve-"


def serve_portal(
    settings: Settings, root: Path, audience: Audience | None = None, *, open_browser: bool = False
) -> None:
    """Serve the portal in `root` with MkDocs' `settings` until somebody interrupts.

    Raises OSError where the address cannot be had, and what MkDocs raises where the first build fails.
    """
    with _folder() as folder, _ends_as_interrupted():
        first = settings(folder / "1")
        host, port = first.dev_addr
        mount = urlsplit(first.site_url or "/").path
        shown = Shown()
        with Server(host, port, f"/{mount.strip('/')}/".replace("//", "/"), shown) as server:
            Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
            log.info("Serving on %s", server.url)
            if open_browser:
                webbrowser.open(server.url)
            first.plugins.on_startup(command="serve", dirty=False)
            try:
                whole = WholeBuilds(root, audience, folder)
                Session(settings, folder, server.url, shown, whole).run()
            except KeyboardInterrupt:
                log.info("Shutting down")
            finally:
                first.plugins.on_shutdown()
                server.shutdown()


@contextmanager
def _folder() -> Generator[Path]:
    """A folder for this process alone, gone when it ends; those of processes that were killed go away too."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        found = re.match(rf"{_PREFIX}(\d+)-", left.name)
        if found and is_left(left, int(found[1])):
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _ends_as_interrupted() -> Generator[None]:
    """Have the signal with which systems end processes do what Ctrl-C does."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
