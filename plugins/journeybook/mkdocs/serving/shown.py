"""What browsers see at any moment, and the news that it has changed."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from http import HTTPStatus
from threading import Condition

from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.overlay import failure, with_fault, with_overlay
from journeybook.mkdocs.serving.portal_site import PortalSite
from journeybook.model.diagnostics import Diagnostic

_INDEX = "index.html"
NOT_FOUND, FAILURE = "404.html", "500.html"
_FAILED = HTTPStatus.INTERNAL_SERVER_ERROR


@dataclass(frozen=True, slots=True)
class Found:
    """What there is for a browser."""

    path: str
    """Its path in the site."""
    content: bytes
    """What it holds."""
    version: str
    """Another one whenever the content is another, or how it looks."""
    page: str
    """Another one whenever the content is another without what is laid over it."""
    frame: str
    """Another one whenever what surrounds all pages may be another, its styles and scripts among it."""
    status: HTTPStatus = HTTPStatus.OK
    """Whether it is what was asked for."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What was asked for is a folder, and a browser has to ask for its page."""


class Shown:
    """What is shown; changed by one thread, asked by many."""

    def __init__(self) -> None:
        self._news = Condition()
        self._number = 0
        self._site: PortalSite | None = None
        self._problems: Sequence[Diagnostic] = ()
        self._fault = ""
        self._looks = 0
        self._opened = 0

    @property
    def is_ready(self) -> bool:
        """Whether there is anything to show yet."""
        return self._site is not None

    def show(
        self, site: PortalSite, problems: Sequence[Diagnostic] = (), fault: str = "", *, looks: bool = False
    ) -> None:
        """Show `site` with what is wrong laid over it; with new `looks` every page counts as another."""
        with self._news:
            self._opened += site is not self._site
            self._site, self._problems, self._fault = site, problems, fault
            self._looks += looks
            self._number += 1
            self._news.notify_all()

    def news_after(self, number: int, seconds: float) -> int:
        """The number of what is shown, as soon as it is not `number`; at the latest after so many seconds."""
        with self._news:
            self._news.wait_for(lambda: self._number != number, seconds)
            return self._number

    def at(self, path: str) -> Found | Elsewhere | None:
        """What stands at `path` in the site, which may be a folder's; None while there is nothing at all."""
        site = self._site
        if site is None:
            return None
        try:
            return self._at(site, path)
        except Exception as error:  # a plugin's, or ours: the server goes on
            log.exception("The page at '%s' cannot be made", path)
            return self._found(site, FAILURE, failure(str(error), site.words).encode(), _FAILED)

    def _at(self, site: PortalSite, path: str) -> Found | Elsewhere:
        file = posixpath.join(path, _INDEX) if path.endswith("/") or not path else path
        content = site.file(file)
        if content is not None:
            return self._found(site, file, content)
        if not path.endswith("/") and site.has(posixpath.join(path, _INDEX)):
            return Elsewhere()
        missing = site.file(NOT_FOUND) or b"<!doctype html><title>404</title><p>404</p>"
        return self._found(site, NOT_FOUND, missing, HTTPStatus.NOT_FOUND)

    def version(self, path: str) -> str:
        """That of what stands at `path`; empty if that is not a file."""
        found = self.at(path)
        return found.version if isinstance(found, Found) else ""

    def _found(self, site: PortalSite, path: str, content: bytes, status: HTTPStatus = HTTPStatus.OK) -> Found:
        page = _digest(content)
        if path.endswith(".html") and (self._problems or self._fault):
            content = self._overlaid(site, content)
        version = f"{self._looks}-{_digest(content)}"
        return Found(path, content, version, page, f"{self._looks}.{self._opened}", status)

    def _overlaid(self, site: PortalSite, content: bytes) -> bytes:
        html, fault, words = content.decode(), self._fault, site.words
        html = with_fault(html, fault, words) if fault else with_overlay(html, self._problems, words)
        return html.encode()


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=12).hexdigest()
