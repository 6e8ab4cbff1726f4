"""A page in a Chromium that nobody sees and that asks no other host."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from journeybook_cli.exits import Refusal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

ENVIRONMENT_VARIABLE = "JOURNEYBOOK_CHROMIUM"
"""Names the Chromium to use."""

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_VIEWPORT = (1440, 900)


@contextmanager
def opened_page(address: str, scale: float = 1) -> Generator[Page]:
    """The page at `address`, light and still, with `scale` pixels of the picture for each of the page.

    Raises Refusal, which says what to install, where there is no browser to open it in.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise Refusal("this needs Playwright: pip install 'journeybook[export]'") from error
    with sync_playwright() as playwright:
        browser = _launched(playwright)
        try:
            context = browser.new_context(
                viewport={"width": _VIEWPORT[0], "height": _VIEWPORT[1]},
                device_scale_factor=scale,
                color_scheme="light",
                reduced_motion="reduce",
                offline=True,
            )
            page = context.new_page()
            page.goto(address)
            page.evaluate("document.fonts.ready.then(() => true)")
            yield page
        finally:
            browser.close()


def _launched(playwright: Playwright) -> Browser:
    from playwright.sync_api import Error

    # Chromium's sandbox refuses to work for root, who is alone in most containers.
    alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    executable = found_chromium(Path(playwright.chromium.executable_path))
    try:
        return playwright.chromium.launch(executable_path=executable, args=[*_FLAGS, *alone])
    except Error as error:
        raise Refusal(f"{executable} does not start: {error.message.splitlines()[0]}") from error


def found_chromium(own: Path) -> Path:
    """The Chromium of the environment variable, else of PATH, else `own`, where Playwright keeps its own."""
    if named := os.environ.get(ENVIRONMENT_VARIABLE):
        if Path(named).is_file():
            return Path(named)
        raise Refusal(f"{ENVIRONMENT_VARIABLE} names {named}, which is not a file")
    for command in _COMMANDS:
        if found := shutil.which(command):
            return Path(found)
    if own.is_file():
        return own
    raise Refusal(
        "this needs Chromium, and there is none: install it (`apt-get install chromium`, or "
        f"`python -m playwright install chromium`), or set {ENVIRONMENT_VARIABLE} to the path of one"
    )
