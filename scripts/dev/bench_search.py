"""How the search of a large portal feels: `python scripts/dev/bench_search.py [PAGES]`.

Builds a portal of so many pages, opens one in Chromium on a processor slowed four times, and types. Prints per
query the milliseconds from opening the search box to the first answer on the screen (typing included), the files
and bytes fetched for it, and the megabytes that page and worker hold after that.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

from big_portal import write_portal
from playwright.sync_api import Browser, Response, sync_playwright

from journeybook.mkdocs.building import build

QUERIES = ("waits", "explains the parcel", "call cert", "التطبيق", "发票")
SLOWED = 4
_BETWEEN_KEYS = 30
_ANSWERED = """() => {
  const list = document.querySelector(".md-search-result__list")
  const painted = () => requestAnimationFrame(() => setTimeout(() => { window.answered ??= performance.now() }))
  new MutationObserver(() => list.children.length && painted()).observe(list, { childList: true })
  window.opened = performance.now()
}"""
_MEMORY = "performance.measureUserAgentSpecificMemory().then(found => found.bytes)"


class _Handler(SimpleHTTPRequestHandler):
    """Serves a site as browsers want it before they tell how much memory a page takes."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library calls it so
        """Say nothing."""


def main(pages: int) -> None:
    """Build, open, type, print."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_portal(root, pages)
        build(root)
        measure(root / "site")


def measure(site: Path) -> None:
    """Print a line per query over the built `site`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{'query':24}{'ms':>7}{'files':>7}{'KB':>7}{'MB held':>9}")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--enable-blink-features=ForceEagerMeasureMemory"]
        own = Path(playwright.chromium.executable_path)
        system = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=own if own.is_file() else system, args=flags)
        for query in QUERIES:
            _ask(browser, f"http://127.0.0.1:{server.server_port}/", query)
        browser.close()
    server.shutdown()


def _ask(browser: Browser, address: str, query: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    fetched: list[int] = []

    def note(answer: Response) -> None:
        fetched.append(int(answer.headers.get("content-length", 0)))

    page.on("response", note)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.evaluate(_ANSWERED)
    page.keyboard.press("s")
    page.keyboard.type(query, delay=_BETWEEN_KEYS)
    page.keyboard.press("End")  # letters the keyboard has not come without a key, for which Material waits
    page.wait_for_function("window.answered", timeout=120_000)
    took = cast(float, page.evaluate("window.answered - window.opened"))
    held = page.evaluate(_MEMORY)
    print(f"{query:24}{took:7.0f}{len(fetched):7}{sum(fetched) / 1e3:7.0f}{held / 1e6:9.1f}")
    page.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
