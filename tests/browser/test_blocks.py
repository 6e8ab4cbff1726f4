"""Every building block in a browser: light and dark, wide and narrow, without scripts; its links and its HTML."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Literal

import pytest
from tests.browser.every_block import every_block
from tests.browser.kinds_of_pages import show_whole
from tests.tools.axe import axe_findings
from tests.tools.built_once import build_site, built_once, shared_folder
from tests.tools.home_address import home_address
from tests.tools.lychee import broken_links
from tests.tools.vnu import html_messages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import OpenPage


@pytest.fixture(scope="session")
def portal_of_blocks(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample portal with a page of all blocks, in a folder below and inside a narrative as well."""

    def make(folder: Path) -> None:
        shutil.copytree(repository / "content", folder / "content")
        for name in ("journeybook.yml", "mkdocs.yml"):
            shutil.copy(repository / name, folder)
        text = every_block(folder)
        (folder / "content" / "shown").mkdir()
        (folder / "content" / "shown" / "blocks.md").write_text(text, "utf-8")
        told = "---\ntitle: Told\n---\nOf whom it speaks:\n\n" + text.partition("\n")[2]
        (folder / "content" / "personas" / "told.md").write_text(told, "utf-8")

    return built_once(shared_folder(tmp_path_factory) / "portal-of-blocks", make)


@pytest.fixture(scope="session")
def site(portal_of_blocks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site, with directory URLs."""
    folder = shared_folder(tmp_path_factory) / "site-of-blocks"
    return built_once(folder, lambda made: build_site(portal_of_blocks, made, "--use-directory-urls"))


@pytest.fixture(scope="session")
def site_flat(portal_of_blocks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same without directory URLs."""
    folder = shared_folder(tmp_path_factory) / "site-of-blocks-flat"
    return built_once(folder, lambda made: build_site(portal_of_blocks, made, "--no-directory-urls"))


@pytest.fixture(scope="session")
def url(site: Path, serve_folder: Callable[..., str]) -> str:
    """The base address of the served site, without a slash at its end."""
    return serve_folder(site, home_address(site).path.rstrip("/"))


PAGES = ("shown/blocks/", "personas/told/")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("color_scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]
)
def test_every_block_is_accessible_and_fits(
    open_page: OpenPage, url: str, path: str, color_scheme: Literal["light", "dark"], width: int
) -> None:
    page = open_page(f"{url}/{path}", color_scheme=color_scheme, viewport=(width, 844))
    show_whole(page)
    assert page.locator(".jb-insert").count() > 50
    assert page.locator(".jb-insert figure.jb-diagram svg").count() >= 1
    assert page.locator(".jb-insert .jb-curve__picture").count() >= 2
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))


def test_blocks_keep_the_buttons_and_tags_of_the_page_where_they_are(open_page: OpenPage, url: str) -> None:
    page = open_page(f"{url}/shown/blocks/")
    button = page.locator(".md-content__button").first
    assert button.evaluate("button => getComputedStyle(button).float") != "none", "as on a page without blocks"


def test_without_scripts_pictures_are_told_in_words(open_page: OpenPage, url: str) -> None:
    page = open_page(f"{url}/shown/blocks/", java_script_enabled=False)
    text = page.locator("article").inner_text()
    assert "flowchart" not in text
    assert page.locator(".jb-insert--curve details li").count() > 5
    assert page.locator(".jb-insert--flow details li").count() > 5


@pytest.mark.parametrize("name", ["site", "site_flat"])
def test_no_link_of_a_block_is_broken_and_its_html_is_valid(request: pytest.FixtureRequest, name: str) -> None:
    folder: Path = request.getfixturevalue(name)
    assert not broken_links(folder)
    messages = html_messages(folder)
    assert not messages, "\n".join(map(str, messages[:10]))
