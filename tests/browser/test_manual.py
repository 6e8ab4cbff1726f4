"""The built manual: its links, its HTML, its pages in a browser, and the headers it tells keepers to send."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from tests.browser.kinds_of_pages import show_whole
from tests.tools.axe import axe_findings
from tests.tools.built_once import build_site, built_once, shared_folder
from tests.tools.lychee import broken_links
from tests.tools.static_server import StaticServer
from tests.tools.vnu import html_messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from tests.conftest import OpenPage

PAGES = ["index", "edit-a-journey", "languages", "boards", "diagnostics", "journeys/move-hosting"]
WINDOWS: dict[Literal["light", "dark"], tuple[int, int]] = {"light": (1280, 900), "dark": (390, 844)}
"""The two schemes, one on a desk and one on a phone."""


@pytest.fixture(scope="session")
def manual_site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manual, built strictly. Read only."""
    folder = shared_folder(tmp_path_factory) / "manual-site"
    return built_once(folder, lambda site: build_site(repository / "docs", site))


@pytest.fixture(scope="session")
def manual_url(manual_site: Path, serve_folder: Callable[..., str]) -> str:
    """The base address of the served manual."""
    return serve_folder(manual_site)


def test_no_link_and_no_fragment_is_broken(manual_site: Path) -> None:
    found = broken_links(manual_site)
    assert not found, "\n".join(map(str, found))


def test_the_html_is_valid(manual_site: Path) -> None:
    messages = html_messages(manual_site)
    assert not messages, "\n".join(map(str, messages))


@pytest.mark.parametrize("color_scheme", WINDOWS)
@pytest.mark.parametrize("path", PAGES)
def test_its_pages_are_accessible_and_ask_no_other_host(
    open_page: OpenPage, manual_url: str, path: str, color_scheme: Literal["light", "dark"]
) -> None:
    """`open_page` fails on a request to another host."""
    page = open_page(f"{manual_url}/{path}.html", color_scheme=color_scheme, viewport=WINDOWS[color_scheme])
    show_whole(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))


@pytest.fixture(scope="session")
def guarded_url(repository: Path, sample_site_flat: Path) -> Iterator[str]:
    """The sample portal, served with the headers that the manual names."""
    text = (repository / "docs" / "manual" / "hosting.md").read_text("utf-8")
    headers = dict(re.findall(r"^([A-Z][\w-]+): (.+)$", text, re.MULTILINE))
    assert "Content-Security-Policy" in headers
    server = StaticServer(sample_site_flat, headers=headers)
    yield server.url
    server.close()


def test_a_site_runs_under_the_headers_of_the_manual(open_page: OpenPage, guarded_url: str) -> None:
    """`open_page` fails on what the browser refuses: it says so in the console."""
    page = open_page(f"{guarded_url}/journeys/cable-connect.html")
    show_whole(page)
    assert page.locator("figure.jb-diagram svg").count() >= 1
    page.keyboard.press("/")
    page.keyboard.type("support")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    before = page.evaluate("document.body.dataset.mdColorScheme")
    page.locator("label[for^=__palette]:visible").first.click()
    assert page.evaluate("document.body.dataset.mdColorScheme") != before


def test_other_headers_would_be_noticed(sample_site_flat: Path, chromium: Browser) -> None:
    """The test above can fail: without inline scripts the browser complains."""
    server = StaticServer(sample_site_flat, headers={"Content-Security-Policy": "default-src 'self'"})
    context = chromium.new_context()
    errors: list[str] = []
    context.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    context.new_page().goto(f"{server.url}/index.html")
    context.close()
    server.close()
    assert any("Content Security Policy" in error for error in errors)
