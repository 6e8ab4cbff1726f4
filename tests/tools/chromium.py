"""Where Chromium is on this machine, and how the tests start it.

`python -m tests.tools.chromium` prints the path, or says what to do and fails.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

ENVIRONMENT_VARIABLE = "JOURNEYBOOK_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome")
QUIET_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    # No name is looked up: a request to another host fails at once, wherever the tests run.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


class ChromiumMissingError(Exception):
    """No Chromium was found; the message says what to do."""


def find_chromium(own: Path) -> Path:
    """The Chromium of the environment variable, else of PATH, else `own`, where Playwright keeps its own.

    Raises ChromiumMissingError: the browser tests fail without one, they are never skipped.
    """
    if named := os.environ.get(ENVIRONMENT_VARIABLE):
        if Path(named).is_file():
            return Path(named)
        raise ChromiumMissingError(f"{ENVIRONMENT_VARIABLE} names {named}, which is not a file.")
    for command in COMMANDS:
        if found := shutil.which(command):
            return Path(found)
    if own.is_file():
        return own
    raise ChromiumMissingError(
        f"No Chromium for the browser tests. Install it (`apt-get install chromium`, or "
        f"`playwright install chromium`), or set {ENVIRONMENT_VARIABLE} to the path of one."
    )


def launch_chromium(playwright: Playwright) -> Browser:
    """A headless Chromium that makes no request of its own."""
    executable = find_chromium(Path(playwright.chromium.executable_path))
    return playwright.chromium.launch(executable_path=executable, args=list(QUIET_FLAGS))


if __name__ == "__main__":
    with sync_playwright() as started:
        playwrights_own = Path(started.chromium.executable_path)
    try:
        print(f"Chromium for the browser tests: {find_chromium(playwrights_own)}")
    except ChromiumMissingError as missing:
        sys.exit(str(missing))
