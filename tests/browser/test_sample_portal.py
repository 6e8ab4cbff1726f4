"""The sample portal in a browser: diagrams, search, without scripts, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.kinds_of_pages import show_whole

if TYPE_CHECKING:
    from tests.conftest import OpenPage


def test_without_scripts_everything_is_said(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/cable-connect/", java_script_enabled=False)
    text = page.locator(".md-content__inner").inner_text()
    assert "flowchart" not in text, "the source of a diagram is no text for readers"
    assert "told" in text.casefold()
    assert page.locator(".md-content__inner a[href*='issues/new']").count() > 10


def test_every_diagram_of_a_journey_is_drawn(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/cable-connect/")
    show_whole(page)
    figures = page.locator("figure.jb-diagram")
    assert figures.count() >= 1
    assert figures.locator("svg").count() >= figures.count()
    assert page.locator("figure.jb-diagram svg a").count() > 10


def test_links_in_a_diagram_lead_to_their_step(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/move-hosting/")
    show_whole(page)
    link = page.locator("figure.jb-diagram svg a").first
    link.click()
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"[id='{anchor}']").count() == 1


def test_large_scripts_are_fetched_only_where_a_diagram_comes_into_view(
    open_page: OpenPage, sample_url: str
) -> None:
    page = open_page(f"{sample_url}/personas/site-owner/")
    page.wait_for_load_state("networkidle")
    fetched = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert not [name for name in fetched if "vendor/mermaid" in name]


def test_search_finds_steps_and_pains_and_no_diagram_source(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/")
    index = page.evaluate("fetch('search/search_index.json').then(answer => answer.json())")
    places = {entry["location"] for entry in index["docs"]}
    texts = " ".join(entry["text"] + entry["title"] for entry in index["docs"])
    assert "journeys/move-hosting/#calls-support" in places
    assert "accDescr" not in texts
    assert "flowchart" not in texts
    page.keyboard.press("s")
    page.keyboard.type("explain twice")
    page.locator(".md-search-result__item a").first.wait_for()


def test_instant_navigation_draws_diagrams_again(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/")
    page.locator("article a[href*='cable-connect']").first.click()
    page.wait_for_url("**/cable-connect/")
    show_whole(page)
    assert page.locator("figure.jb-diagram svg").count() >= 1


def test_print_is_light_and_shows_no_navigation(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/move-hosting/", color_scheme="dark", media="print")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert not page.locator(".md-sidebar--primary").is_visible()
