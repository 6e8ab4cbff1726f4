"""Takes the pictures of the documentation from a built sample portal: `screenshots.py SITE`.

Needs the packages of the tests; JOURNEYBOOK_CHROMIUM names the browser if it is not `chromium` on the path.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "images"
WANTED = {"journey.png": "journeys/cable-connect"}
"""Each picture and the page it shows."""


def main() -> None:
    """Take every picture anew."""
    site = Path(sys.argv[1]).resolve()
    browser_path = os.environ.get("JOURNEYBOOK_CHROMIUM") or shutil.which("chromium")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(
            viewport={"width": 1440, "height": 1520}, color_scheme="light", reduced_motion="reduce"
        )
        for picture, path in WANTED.items():
            file = site / f"{path}.html"
            take(page, file if file.is_file() else site / path / "index.html", PICTURES / picture)
        browser.close()


def take(page: Page, file: Path, picture: Path) -> None:
    """Write `picture` of the page in `file`, with its first diagram drawn."""
    page.goto(file.as_uri())
    page.locator("figure.jb-diagram svg").first.wait_for()
    page.screenshot(path=picture)


if __name__ == "__main__":
    main()
