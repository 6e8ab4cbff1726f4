"""The sample portal in a browser: each kind of page, light and dark, wide and narrow, without scripts, printed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import pytest
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.conftest import OpenPage

KINDS = {
    "front": "",
    "ordinary page": "how-to-read/",
    "overview": "journeys/",
    "persona": "personas/site-owner/",
    "journey in Markdown": "journeys/move-hosting/",
    "journey in YAML": "journeys/cable-connect/",
    "journey in Chinese": "journeys/退洗衣机/",
    "journey of the future": "journeys/move-hosting-next/",
    "stage": "journeys/agent-year/claim/",
    "touchpoint": "touchpoints/support-call/",
    "channel": "channels/phone/",
    "team": "teams/support/",
    "opportunity": "opportunities/one-ticket/",
    "initiative": "initiatives/move-rehearsal/",
    "evidence": "evidence/move-interviews-2026/",
    "metric": "metrics/move-fcr/",
}
"""One page of every kind."""

each_kind = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)


def show_whole(page: Page) -> None:
    """Scroll through the page, so that everything that waits to be seen is there."""
    for figure in page.locator("figure.jb-diagram").all():
        figure.scroll_into_view_if_needed()
        figure.locator("svg").first.wait_for()
    page.evaluate("window.scrollTo(0, 0)")


@each_kind
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_every_kind_of_page_is_accessible(
    open_page: OpenPage, sample_url: str, path: str, color_scheme: Literal["light", "dark"]
) -> None:
    page = open_page(f"{sample_url}/{path}", color_scheme=color_scheme)
    show_whole(page)
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))


@each_kind
def test_nothing_is_cut_on_a_phone(open_page: OpenPage, sample_url: str, path: str) -> None:
    page = open_page(f"{sample_url}/{path}", viewport=(390, 844))
    show_whole(page)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))


@each_kind
def test_every_page_has_one_title_and_no_gap_in_its_headings(
    open_page: OpenPage, sample_url: str, path: str
) -> None:
    page = open_page(f"{sample_url}/{path}", java_script_enabled=False)
    levels = [
        int(tag[1])
        for tag in page.locator("article :is(h1, h2, h3, h4, h5, h6)").evaluate_all(
            "all => all.map(e => e.tagName)"
        )
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels)), levels


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
    assert figures.count() >= 2
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
    assert page.locator("figure.jb-diagram svg").count() >= 2


def test_print_is_light_and_shows_no_navigation(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/move-hosting/", color_scheme="dark", media="print")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert not page.locator(".md-sidebar--primary").is_visible()
