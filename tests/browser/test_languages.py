"""A portal in several languages, in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.kinds_of_pages import open_all, show_whole
from tests.mkdocs.many_languages import LANGUAGES, in_four_languages
from tests.mkdocs.small_portal import SmallPortal
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import OpenPage


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal in four languages; its pages can be opened from the disk."""
    portal = in_four_languages(SmallPortal(tmp_path_factory.mktemp("languages")))
    portal.settings["use_directory_urls"] = False
    portal.settings["theme"] = {
        "name": "material",
        "features": ["navigation.instant"],
        "palette": {"scheme": "default"},
    }
    return portal.build(strict=True).folder


@pytest.fixture(scope="module")
def url(site: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(site, "/journeys")


def test_the_switch_keeps_the_spot(open_page: OpenPage, url: str) -> None:
    page = open_page(f"{url}/journeys/claim.html#waits")
    page.locator(".jb-languages a[hreflang=pl]").click()
    page.wait_for_url(f"{url}/pl/journeys/claim.html#waits")
    assert page.locator("html").get_attribute("lang") == "pl"
    page.locator(".jb-translation a").click()
    page.wait_for_url(f"{url}/journeys/claim.html#waits")


def test_the_switch_works_from_the_disk(open_page: OpenPage, site: Path) -> None:
    page = open_page((site / "journeys" / "claim.html").as_uri() + "#waits")
    page.locator(".jb-languages a[hreflang=ar]").click()
    page.wait_for_url("**/ar/journeys/claim.html#waits")
    assert page.locator("body").get_attribute("dir") == "rtl"


def test_readers_find_what_is_in_their_language(open_page: OpenPage, url: str) -> None:
    page = open_page(f"{url}/pl/journeys/claim.html")
    page.keyboard.press("s")
    page.keyboard.type("telefon")
    found = page.locator(".md-search-result__item a").first
    found.wait_for()
    found.click()
    page.wait_for_url(f"{url}/pl/**")


@pytest.mark.parametrize("folder", ["", "pl/", "zh-Hans/"])
def test_every_edition_finds_all_it_asks_for(open_page: OpenPage, sample_url_flat: str, folder: str) -> None:
    """On pages of every depth, with the search opened, and after a link that scripts follow without a reload."""
    for path in ("index", "atlas", "journeys/index", "journeys/move-hosting/decide", "boards/pains"):
        page = open_page(f"{sample_url_flat}/{folder}{path}.html")
        page.wait_for_load_state("networkidle")
    page = open_page(f"{sample_url_flat}/{folder}journeys/move-hosting.html")
    page.keyboard.press("s")
    page.locator(".md-search-result__meta").wait_for()
    page.keyboard.press("Escape")
    page.locator("article a[href$='personas/site-owner.html']").first.click()
    page.wait_for_url(f"{sample_url_flat}/{folder}personas/site-owner.html")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["journeys/claim.html", "boards/translations.html"])
def test_every_language_is_accessible(open_page: OpenPage, url: str, language: str, path: str) -> None:
    folder = "" if language == "en" else f"{language}/"
    page = open_page(f"{url}/{folder}{path}")
    show_whole(page)
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))


def test_from_right_to_left(open_page: OpenPage, url: str) -> None:
    page = open_page(f"{url}/ar/journeys/claim.html")
    transform = page.locator(".jb-arrow").first.evaluate("it => getComputedStyle(it).transform")
    assert transform.startswith("matrix(-1,")
    open_all(page)
    figure = page.locator("figure.jb-diagram").first
    figure.scroll_into_view_if_needed()
    drawing = figure.locator("svg").first
    drawing.wait_for()
    picture = drawing.locator("..")
    assert picture.evaluate("it => getComputedStyle(it).direction") == "ltr"
    assert picture.evaluate("it => it.scrollLeft") == 0
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
