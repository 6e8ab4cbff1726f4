"""The portal under other hosts: ProperDocs, the fork of Material, and Material's plugins without internet."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.mkdocs.small_portal import SmallPortal
from tests.tools.built_once import built_once, run_tool, shared_folder

if TYPE_CHECKING:
    from tests.conftest import OpenPage

FORK = Path(sys.prefix, "hosts")
NOWHERE = "http://127.0.0.1:9"
CopyPortal = Callable[..., Path]
Build = Callable[..., Path]


@pytest.fixture(scope="module")
def copied(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> CopyPortal:
    """`copied(name, theme)`: a copy of the sample portal in one language, which is enough to compare hosts by."""

    def copy(name: str, theme: str = "material") -> Path:
        portal = shared_folder(tmp_path_factory) / f"{name}-portal"
        shutil.copytree(repository / "content", portal / "content", dirs_exist_ok=True)
        options = (repository / "journeybook.yml").read_text(encoding="utf-8")
        one_language, count = re.subn(r"(?m)^languages: .*$", "languages: [en]", options)
        settings = (repository / "mkdocs.yml").read_text(encoding="utf-8")
        assert count == 1
        assert "name: material\n" in settings
        (portal / "journeybook.yml").write_text(one_language, encoding="utf-8")
        settings = settings.replace("name: material\n", f"name: {theme}\n")
        (portal / "mkdocs.yml").write_text(settings, encoding="utf-8")
        return portal

    return copy


@pytest.fixture(scope="module")
def built(copied: CopyPortal, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """`built(host, theme, **environment)`: that portal as `host` builds it. Read only."""

    def build(host: str, theme: str = "material", **environment: str) -> Path:
        name = f"{host}-{theme}"
        return built_once(
            shared_folder(tmp_path_factory) / f"{name}-site",
            lambda site: run_tool(
                host, "build", "--strict", "--site-dir", site, "--use-directory-urls",
                cwd=copied(name, theme), **environment,
            ),
        )  # fmt: skip

    return build


@pytest.fixture(scope="module")
def own_site(built: Build) -> Path:
    """The portal, built by MkDocs with Material."""
    return built("mkdocs")


@pytest.fixture(scope="module")
def properdocs_site(built: Build) -> Path:
    """The portal, built by ProperDocs."""
    return built("properdocs")


@pytest.fixture(scope="module")
def fork_site(built: Build) -> Path:
    """The portal with the theme `materialx`, built by MkDocs."""
    return built("mkdocs", "materialx", PYTHONPATH=str(FORK))


def pages(site: Path) -> dict[str, list[str]]:
    """What every page says: the lines of its article; of a redirect, all its lines; by path."""
    return {page.relative_to(site).as_posix(): _lines(page) for page in site.rglob("*.html")}


def _lines(page: Path) -> list[str]:
    html = page.read_text(encoding="utf-8")
    if 'http-equiv="refresh"' in html:
        return html.splitlines()
    article = re.search(r"<article[^>]*>(.*)</article>", html, re.DOTALL)
    assert article, page
    return [line.strip() for line in article[1].splitlines() if line.strip()]


def test_properdocs_makes_the_same_pages(properdocs_site: Path, own_site: Path) -> None:
    assert "ProperDocs" in (properdocs_site / "index.html").read_text(encoding="utf-8")
    found = pages(properdocs_site)
    assert found == pages(own_site)
    assert len(found) > 200


def test_the_fork_of_material_shows_the_same_pages(fork_site: Path, own_site: Path) -> None:
    assert "materialx" in (fork_site / "index.html").read_text(encoding="utf-8")
    assert pages(fork_site) == pages(own_site)


def test_nothing_of_the_fork_asks_another_host(
    fork_site: Path, serve_folder: Callable[..., str], open_page: OpenPage
) -> None:
    page = open_page(serve_folder(fork_site, "/journeys") + "/journeys/move-hosting/")
    page.get_by_text("As a diagram").click()
    page.locator("figure.jb-diagram").first.scroll_into_view_if_needed()
    page.wait_for_selector("figure.jb-diagram svg")


@pytest.mark.parametrize("host", ["properdocs", "mkdocs"])
def test_a_broken_portal_fails_under_either_host(portal: SmallPortal, host: str) -> None:
    portal.write({"content/journeys/claim.yml": "title: Claim\npersona: nobody\nstages: []\n"})
    portal.save_settings()
    with pytest.raises(AssertionError, match=r"journeys/claim\.yml:2:10: error JB203: no persona 'nobody'"):
        run_tool(host, "build", cwd=portal.root)
    assert not (portal.root / "site").exists()


def test_material_s_plugins_build_strictly_without_internet(
    portal: SmallPortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, NOWHERE)
    portal.settings["plugins"] = ["search", "privacy", "offline", "meta", "tags", "journeybook"]
    portal.write({"content/tags.md": "# Tags\n\n<!-- material/tags -->\n", "content/journeys/.meta.yml": "{}\n"})
    site = portal.build(strict=True)
    for name in site.files():
        if name.endswith(".html"):
            assert not re.search(r"""(?:src|href)="https?://(?!squidfunk)""", site.text(name)), name


@pytest.mark.parametrize("order", [["offline", "search", "journeybook"], ["journeybook", "search", "offline"]])
def test_search_works_from_a_folder_with_the_offline_plugin(
    portal: SmallPortal, open_page: OpenPage, order: list[str]
) -> None:
    portal.settings["plugins"] = order
    portal.settings["theme"] = {"name": "material", "language": "pl"}
    portal.build(strict=True)
    page = open_page((portal.root / "site/journeys/claim/report.html").as_uri())
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("cheque")
    # What is found for the first letters stands there until the word is complete.
    found = page.locator(".md-search-result__link").first
    expect(found).to_have_attribute("href", (portal.root / "site/journeys/claim.html").as_uri())


def test_the_authors_own_stand_in_for_workers_is_kept(portal: SmallPortal) -> None:
    portal.settings |= {"plugins": ["offline", "journeybook"], "extra": {"polyfills": ["js/my-iframe-worker.js"]}}
    html = portal.build(strict=True).text("index.html")
    assert 'src="js/my-iframe-worker.js"' in html
    assert "journeybook/iframe-worker.js" not in html
