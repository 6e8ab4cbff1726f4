"""The atlas in a browser: choosing journeys, keyboard, address, no scripts, a phone, paper, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from tests.conftest import OpenPage

ALL = 11
"""How many journeys the sample portal has."""

SHIFTS = """() => new Promise(done => {
  const shifts = list => done(list.getEntries().map(one => one.value))
  new PerformanceObserver(shifts).observe({type: 'layout-shift', buffered: true})
  setTimeout(() => done([]), 400)
})"""
"""How far things moved without the reader's doing."""


def rows(page: Page) -> Locator:
    return page.locator(".jb-atlas__table tbody tr").filter(visible=True)


def test_choosing_journeys_changes_rows_count_and_address_and_back_undoes_it(
    open_page: OpenPage, sample_url: str
) -> None:
    page = open_page(f"{sample_url}/atlas/")
    form, found = page.locator("form[data-jb-atlas]"), page.locator(".jb-atlas__found output")
    assert (rows(page).count(), found.text_content()) == (ALL, f"{ALL} journeys")
    form.get_by_label("State").select_option(label="Future")
    assert page.url.endswith("/atlas/?state=future")
    assert found.text_content() == f"1 of {ALL} journeys"
    # The whole that it is a part of stays, muted.
    assert rows(page).count() == 2
    assert page.locator("tr.jb-is-around").count() == 1
    form.get_by_label("Status").select_option(label="Draft")
    assert found.text_content() == "No journey is like that. Choose less."
    page.evaluate("document.querySelector('form[data-jb-atlas]').isLeft = true")
    page.go_back()
    # At the first step back Material puts the same page in once more.
    page.wait_for_function("!document.querySelector('form[data-jb-atlas]').isLeft")
    assert (page.url.split("?")[1], rows(page).count()) == ("state=future", 2)
    assert form.get_by_label("Status").input_value() == ""
    form.get_by_role("button", name="Show all").press("Enter")
    assert "?" not in page.url
    assert (rows(page).count(), found.text_content()) == (ALL, f"{ALL} journeys")


def test_an_address_shows_what_its_sender_saw(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/atlas/?title=MOVE&order=pains")
    counts = [int(one.get_attribute("data-jb-pains") or "") for one in rows(page).all()]
    assert len(counts) == 2
    assert counts == sorted(counts, reverse=True)
    assert page.get_by_role("searchbox", name="Title").input_value() == "MOVE"
    page.goto(f"{sample_url}/atlas/?persona=nobody")
    assert rows(page).count() == ALL


def test_every_cell_is_reached_by_keyboard_and_says_its_score(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/atlas/")
    cells = page.locator(".jb-heats > li")
    texts = [" ".join(text.split()) for text in cells.all_text_contents()]
    assert all(text[0].isdigit() or text.startswith("–") for text in texts)
    assert all(any(word in text for word in ("bad", "neutral", "good", "not scored")) for text in texts)
    assert cells.get_by_role("link").count() == len(texts)
    page.locator("form[data-jb-atlas] input").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.jb-heat') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/journeys/*/*/")


def test_without_scripts_all_is_there_and_nothing_that_needs_them(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/atlas/", java_script_enabled=False)
    assert rows(page).count() == ALL
    assert not page.locator("form[data-jb-atlas]").is_visible()
    assert page.locator(".jb-heats a").first.get_attribute("href")


def test_nothing_moves_when_the_script_comes(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/atlas/")
    moved = page.evaluate(SHIFTS)
    assert sum(moved) < 0.01


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_it_is_accessible_chosen_and_unchosen_and_never_wider_than_the_page(
    open_page: OpenPage, sample_url: str, width: int, color_scheme: Literal["light", "dark"]
) -> None:
    page = open_page(f"{sample_url}/atlas/?state=future", viewport=(width, 900), color_scheme=color_scheme)
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
    cut = page.locator(".jb-scroll").evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)")
    assert not [one for one in cut if one > 1]


def test_on_paper_all_rows_are_there_in_light_colours(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/atlas/", media="print", color_scheme="dark")
    assert not page.locator("form[data-jb-atlas]").is_visible()
    assert (
        page.locator(".jb-heat--4").first.evaluate("e => getComputedStyle(e).backgroundColor")
        != "rgba(0, 0, 0, 0)"
    )


def test_from_a_folder_too(open_page: OpenPage, sample_site_flat: Path) -> None:
    page = open_page(f"{(sample_site_flat / 'atlas.html').as_uri()}?scope=buying")
    assert 0 < rows(page).count() < ALL
