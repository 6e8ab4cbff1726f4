"""What all tests may ask for: sites, wheel, server and browser. Each fixture says what it gives."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

from tests.tools.built_once import build_site, built_once, run_tool, shared_folder
from tests.tools.chromium import launch_chromium
from tests.tools.page_watch import PageWatch
from tests.tools.static_server import StaticServer

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

# The same examples in every CI run; elsewhere new ones each time.
settings.register_profile("journeybook", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("journeybook")

# Sites of these tests do not depend on the revision they are built from: what is built right here has no past.
os.environ["GIT_CEILING_DIRECTORIES"] = str(Path(__file__).resolve().parent.parent)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks as `browser` every test that opens one, and all below tests/browser/."""
    browser_tests = Path(__file__).with_name("browser")
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()) or item.path.is_relative_to(browser_tests):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Makes a skipped browser test a failure: a machine without Chromium must not look healthy."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and item.get_closest_marker("browser"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: browser tests are never skipped"
    return report


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root folder of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def sample_site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample portal, built by `mkdocs build --strict` with directory URLs. Read only: all tests share it."""
    folder = shared_folder(tmp_path_factory) / "sample-site"
    return built_once(folder, lambda site: build_site(repository, site, "--use-directory-urls"))


@pytest.fixture(scope="session")
def sample_site_flat(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with `use_directory_urls: false`, as `make portal` builds it. Read only."""
    folder = shared_folder(tmp_path_factory) / "sample-site-flat"
    return built_once(folder, lambda site: build_site(repository, site, "--no-directory-urls"))


@pytest.fixture(scope="session")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel, a .whl file. Read only."""
    folder = shared_folder(tmp_path_factory) / "wheel"
    built_once(folder, lambda made: run_tool("hatchling", "build", "-t", "wheel", "-d", made, cwd=repository))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[..., str]]:
    """`serve_folder(path, under="")`: the base address, without a slash at its end, of a local server.

    `under` is a path such as `/docs`, at which a site is served whose own address has that path. The
    server runs until the test run ends; the same folder is served once.
    """
    servers: dict[tuple[Path, str], StaticServer] = {}

    def serve(path: Path, under: str = "") -> str:
        if (path, under) not in servers:
            servers[path, under] = StaticServer(path, under)
        return servers[path, under].url

    yield serve
    for server in servers.values():
        server.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium, one per worker; Playwright's synchronous API.

    While it is open, `asyncio.run` cannot be used in tests of the same worker.
    """
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        yield browser
        browser.close()


class OpenPage(Protocol):
    """Opens a watched page; see the fixture `open_page`."""

    def __call__(
        self,
        url: str,
        *,
        viewport: tuple[int, int] = (1280, 900),
        color_scheme: Literal["light", "dark"] = "light",
        java_script_enabled: bool = True,
        reduced_motion: Literal["reduce", "no-preference"] = "reduce",
        media: Literal["screen", "print"] = "screen",
    ) -> Page:
        """The page, loaded."""
        ...


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """`open_page(url, *, viewport, color_scheme, java_script_enabled, reduced_motion, media)`: a Page.

    Each page has a browser context of its own. At the end the test fails on: a request to a host or port
    other than that of `url`, a page error, a console error, a failed request, a response of 400 or above,
    and a `pre.mermaid` that is not rendered although it was scrolled into view.
    `file://` addresses work too.
    """
    watched: list[tuple[BrowserContext, PageWatch]] = []

    def open_watched(
        url: str,
        *,
        viewport: tuple[int, int] = (1280, 900),
        color_scheme: Literal["light", "dark"] = "light",
        java_script_enabled: bool = True,
        reduced_motion: Literal["reduce", "no-preference"] = "reduce",
        media: Literal["screen", "print"] = "screen",
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": viewport[0], "height": viewport[1]},
            color_scheme=color_scheme,
            java_script_enabled=java_script_enabled,
            reduced_motion=reduced_motion,
        )
        watched.append((context, PageWatch(context, url, scripts_run=java_script_enabled)))
        page = context.new_page()
        page.emulate_media(media=media)
        page.goto(url)
        return page

    yield open_watched
    findings: list[str] = []
    for context, watch in watched:
        findings += watch.findings()
        context.close()
    if findings:
        pytest.fail("\n".join(findings), pytrace=False)
