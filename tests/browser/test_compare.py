"""Journeys side by side in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.conftest import OpenPage

PAIR = "compare/move-hosting-next/"


def titles(page: Page) -> list[str]:
    return page.locator(".jb-side__title a").all_text_contents()


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_ready_pair_is_accessible_and_never_wider_than_the_page(
    open_page: OpenPage, sample_url: str, width: int, color_scheme: Literal["light", "dark"]
) -> None:
    page = open_page(f"{sample_url}/{PAIR}", viewport=(width, 900), color_scheme=color_scheme)
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
    twice = page.evaluate(
        "() => { const all = [...document.querySelectorAll('[id]')].map(e => e.id);"
        " return all.filter((id, n) => all.indexOf(id) !== n) }"
    )
    assert twice == []


def test_a_ready_pair_needs_no_scripts_and_equal_stages_are_aligned(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/{PAIR}", java_script_enabled=False)
    assert page.locator("[data-jb-together] .jb-map__grid").count() == 2
    places = [
        {
            stage.get_attribute("data-jb-stage"): round((stage.bounding_box() or {"x": 0})["x"])
            for stage in one.locator("[data-jb-stage]").all()
        }
        for one in page.locator(".jb-map__grid").all()
    ]
    shared = places[0].keys() & places[1].keys()
    assert len(shared) >= 4
    assert {one: places[0][one] for one in shared} == {one: places[1][one] for one in shared}
    assert page.get_by_text("better by").count() > 3


def test_both_maps_are_scrolled_together(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/{PAIR}")
    views = page.locator(".jb-map__view")
    for one, other in ((0, 1), (1, 0)):
        views.nth(one).evaluate(f"e => e.scrollLeft = {200 + 100 * one}")
        page.wait_for_function(
            f"document.querySelectorAll('.jb-map__view')[{other}].scrollLeft === {200 + 100 * one}"
        )


def test_from_a_journey_to_any_other_and_back(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/bill-error/")
    page.get_by_role("link", name="Compare with another journey").click()
    page.wait_for_url("**/compare/?a=bill-error")
    page.get_by_label("Beside that one").select_option("lost-card")
    page.wait_for_url("**/compare/?a=bill-error&b=lost-card")
    page.locator(".jb-map__grid").nth(1).wait_for()
    before = titles(page)
    link = page.locator(".jb-map__grid a").first.get_attribute("href") or ""
    assert link.startswith(f"{sample_url}/journeys/bill-error/")
    page.get_by_role("button", name="Swap").click()
    page.wait_for_function(
        "title => document.querySelector('.jb-side__title a')?.textContent === title", arg=before[1]
    )
    assert titles(page) == before[::-1]
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))
    page.go_back()
    page.wait_for_function(
        "title => document.querySelector('.jb-side__title a')?.textContent === title", arg=before[0]
    )


def test_a_future_journey_and_its_current_one_come_with_what_changes(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/compare/?a=move-hosting-next&b=move-hosting")
    page.get_by_role("heading", name="Step by step").wait_for()
    assert page.locator(".jb-map__grid").count() == 2


def test_from_a_folder_each_stands_in_a_frame(open_page: OpenPage, sample_site_flat: Path) -> None:
    address = (sample_site_flat / "compare" / "index.html").as_uri()
    page = open_page(f"{address}?a=bill-error&b=lost-card")
    page.locator("iframe").nth(1).wait_for()
    assert [page.frame_locator("iframe").nth(one).locator("h1").count() for one in (0, 1)] == [1, 1]
    assert page.get_by_text("cannot load other pages").is_visible()
