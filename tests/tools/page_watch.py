"""What goes wrong while a page is open: the browser tests fail on each of these."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

UNRENDERED = "pre.mermaid"
IS_RENDERED = f"source => !source.isConnected || !source.matches('{UNRENDERED}')"
SETTLE_MS = 3_000
RENDER_MS = 8_000
LOCAL_SCHEMES = {"about", "blob", "data", "file"}


class PageWatch:
    """Records every request of a browser context, and all that a reader's browser would complain of."""

    def __init__(self, context: BrowserContext, home: str, *, scripts_run: bool = True) -> None:
        """`home` is an address whose host and port are the only ones that may be asked.

        Where scripts do not run, a diagram's source is what a reader is meant to see.
        """
        self.requests: list[str] = []
        self._scripts_run = scripts_run
        self._context = context
        self._home = urlsplit(home)
        self._findings: list[str] = []
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failure)
        context.on("response", self._on_response)
        context.on("console", self._on_console)
        context.on("weberror", self._on_page_error)

    def findings(self) -> list[str]:
        """All findings so far, after each open page has come to rest and shown its diagrams."""
        for page in self._context.pages:
            with contextlib.suppress(PlaywrightTimeoutError):
                page.wait_for_load_state("networkidle", timeout=SETTLE_MS)
            if self._scripts_run:
                self._findings += _unrendered_diagrams(page)
        return list(self._findings)

    def _is_foreign(self, url: str) -> bool:
        address = urlsplit(url)
        if address.scheme in LOCAL_SCHEMES:
            return address.scheme == "file" and self._home.scheme != "file"
        return (address.scheme, address.netloc) != (self._home.scheme, self._home.netloc)

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)
        if self._is_foreign(request.url):
            self._findings.append(f"request to another host: {request.url}")

    def _on_failure(self, request: Request) -> None:
        # A request that a navigation cuts short is no failure; a foreign one is reported already.
        if request.failure != "net::ERR_ABORTED" and not self._is_foreign(request.url):
            self._findings.append(f"request failed: {request.url} ({request.failure})")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self._findings.append(f"status {response.status}: {response.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._findings.append(f"console error: {message.text} ({message.location.get('url', '')})")

    def _on_page_error(self, error: WebError) -> None:
        self._findings.append(f"page error: {error.error}")


def _unrendered_diagrams(page: Page) -> list[str]:
    """One finding per diagram that is still source after it came into view and had time."""
    diagrams = page.locator(UNRENDERED)
    with contextlib.suppress(PlaywrightTimeoutError):
        while diagrams.count():
            source = diagrams.first.element_handle(timeout=RENDER_MS)
            source.evaluate("source => source.scrollIntoView()")
            page.wait_for_function(IS_RENDERED, arg=source, timeout=RENDER_MS)
    return [f"diagram not rendered on {page.url}: {text[:80]!r}" for text in diagrams.all_text_contents()]
