"""Takes the pictures of the documentation from a built sample portal: `screenshots.py SITE`.

Needs the packages of the tests; JOURNEYBOOK_CHROMIUM names the browser if it is not `chromium` on the path.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal

from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "manual" / "images"


@dataclass(frozen=True)
class Picture:
    """One picture of the documentation."""

    name: str
    """Its file in `docs/manual/images/`."""
    page: str
    """The page it shows, as a path in the site without ending."""
    size: tuple[int, int] = (1440, 1520)
    """Width and height of the window, in pixels."""
    scheme: Literal["light", "dark"] = "light"
    """Whether the reader prefers light or dark pages."""
    part: str = ""
    """A CSS selector of what is scrolled to the top; the page's own top without it."""


PICTURES = (
    Picture("journey.png", "journeys/cable-connect", (1440, 1160)),
    Picture("journey-dark.png", "journeys/cable-connect", (1280, 900), "dark"),
    Picture("journey-phone.png", "journeys/move-hosting", (390, 844), part=".jb-step >> nth=1"),
    Picture("touchpoint.png", "touchpoints/support-call", (1280, 900)),
    Picture("opportunities.png", "boards/opportunities", (1280, 1000), part="#_plane"),
    Picture("pains.png", "boards/pains", (1280, 900)),
    Picture("atlas.png", "atlas", (1440, 1100)),
)
"""Every picture, in the order in which they are taken."""


def main() -> None:
    """Take every picture anew."""
    site = Path(sys.argv[1]).resolve()
    # Material shows its search only where a server does.
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    browser_path = os.environ.get("JOURNEYBOOK_CHROMIUM") or shutil.which("chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        for picture in PICTURES:
            ending = ".html" if (site / f"{picture.page}.html").is_file() else "/"
            take(picture, f"{address}/{picture.page}{ending}", browser)
        browser.close()
    server.shutdown()


def take(picture: Picture, url: str, browser: Browser) -> None:
    """Write `picture` of the page at `url`, with the page's first diagram drawn, if it has one."""
    width, height = picture.size
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme=picture.scheme, reduced_motion="reduce"
    )
    page.goto(url)
    page.wait_for_load_state("networkidle")
    if (diagram := page.locator("figure.jb-diagram").first).is_visible():
        diagram.scroll_into_view_if_needed()
        diagram.locator("svg").first.wait_for()
        page.evaluate("window.scrollTo(0, 0)")
    if picture.part:
        page.locator(picture.part).first.evaluate("part => { part.scrollIntoView(); window.scrollBy(0, -64) }")
    page.screenshot(path=FOLDER / picture.name)
    page.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing is logged."""


if __name__ == "__main__":
    main()
