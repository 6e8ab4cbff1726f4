"""The walk-through of a journey: keys, address, focus, what it shows, and nothing of it without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.conftest import OpenPage

JOURNEY = "/journeys/move-hosting/"


@pytest.fixture
def address(sample_site: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(sample_site) + JOURNEY


def title(page: Page) -> str:
    return page.locator(".jb-walk h2").inner_text()


def place(page: Page) -> str | None:
    asked: str | None = page.evaluate("new URLSearchParams(location.search).get('walk')")
    return asked


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_keys_lead_through_the_stages_and_the_address_follows(address: str, open_page: OpenPage) -> None:
    page = open_page(address + "?lens=pains#_map")
    page.get_by_role("button", name="Present").click()
    assert page.get_by_role("dialog", name="Walk-through").is_visible()
    assert title(page) == "Move my site to a new hosting plan"
    seen = [place(page)]
    for key in ("ArrowRight", "PageDown", "Space", "PageUp", "ArrowLeft", "End", "ArrowRight", "4", "Home"):
        press(page, key)
        seen.append(place(page))
    assert seen == [
        "_start",
        "decide",
        "prepare",
        "rehearse",
        "prepare",
        "decide",
        "_end",
        "_end",
        "switch",
        "_start",
    ]
    assert page.evaluate("location.search + location.hash") == "?lens=pains&walk=_start#_map"
    press(page, "2")
    assert title(page) == "Prepare"
    assert page.locator(".jb-walk [aria-live]").inner_text().startswith("Prepare, ")
    assert page.locator(".jb-walk__strip [aria-current]").inner_text() == "Prepare"
    press(page, "Escape")
    if page.locator(".jb-walk").is_visible():  # the first one left the whole screen
        press(page, "Escape")
    page.locator(".jb-walk").wait_for(state="hidden")
    page.wait_for_function("!location.search.includes('walk')")
    assert page.evaluate("location.search + location.hash") == "?lens=pains#_map"
    page.wait_for_function("document.activeElement.textContent === 'Present'")


def test_back_closes_what_somebody_opened(address: str, open_page: OpenPage) -> None:
    page = open_page(address)
    page.get_by_role("button", name="Present").click()
    press(page, "ArrowRight", "ArrowRight")
    page.go_back()
    page.locator(".jb-walk").wait_for(state="hidden")
    assert page.url == address
    page.go_forward()
    page.locator(".jb-walk").wait_for(state="visible")
    assert title(page) == "Prepare"


@pytest.mark.parametrize("late", [0, 150, 600], ids=lambda late: f"the page comes after {late} ms")
def test_a_screen_left_late_does_not_close_what_was_opened_again(
    address: str, open_page: OpenPage, late: int
) -> None:
    page = open_page(address)
    page.evaluate(
        """() => {
          const leave = document.exitFullscreen.bind(document)
          document.exitFullscreen = () => new Promise((done) => setTimeout(done, 300)).then(leave)
        }"""
    )
    page.get_by_role("button", name="Present").click()
    page.wait_for_function("document.fullscreenElement")
    press(page, "ArrowRight")
    page.evaluate(
        """(late) => {
          const send = XMLHttpRequest.prototype.send  // Material puts the page in again
          XMLHttpRequest.prototype.send = function (body) { setTimeout(() => send.call(this, body), late) }
        }""",
        late,
    )
    page.go_back()
    page.locator(".jb-walk").wait_for(state="hidden")
    page.go_forward()
    page.locator(".jb-walk").wait_for(state="visible")
    page.wait_for_function("!document.fullscreenElement")
    page.wait_for_timeout(late + 400)
    assert page.locator(".jb-walk").is_visible()
    assert title(page) == "Decide"


def test_a_link_opens_a_stage_with_its_steps_and_what_a_speaker_says(address: str, open_page: OpenPage) -> None:
    page = open_page(address + "?walk=decide")
    assert title(page) == "Decide"
    assert page.evaluate("document.activeElement.tagName") == "H2"
    slide = page.locator(".jb-walk__slide")
    assert "Know what the move costs and risks" in slide.inner_text()
    assert slide.locator(".jb-walk__card h3").all_inner_texts() == [
        "Notices that the shop is slow",
        "Calls support about the slow site",
        "Reads what other owners say",
        "Accepts the offer",
    ]
    shown = slide.locator(".jb-walk__card").nth(1).inner_text()
    for text in (
        "Will my orders get lost?",
        "worried",
        "Decides whether she trusts us",
        "explain the set-up twice",
    ):
        assert text in shown
    notes = page.get_by_role("region", name="Speaker notes")
    assert not notes.is_visible()
    press(page, "s")
    assert "The decision is made in the first call" in notes.inner_text()
    assert "Eight of nine owners asked" in notes.inner_text()
    assert not page.locator(".jb-walk a, .jb-walk [id]").count(), "copies lead nowhere and are nobody's anchor"
    press(page, "?")
    assert page.locator(".jb-walk__help").is_visible()
    assert not axe_findings(page)
    press(page, "Escape")
    assert page.locator(".jb-walk").is_visible(), "it closes the list of keys first"
    press(page, "End")
    closing = slide.inner_text()
    for text in (
        "Worst pains",
        "Moments of truth",
        "How might we let a customer explain a problem once",
        "sleep through it",
    ):
        assert text in closing


def test_dark_and_narrow_it_is_swept_through_by_a_finger(address: str, open_page: OpenPage) -> None:
    page = open_page(address + "?walk=decide", viewport=(390, 800), color_scheme="dark")
    assert not axe_findings(page)
    sweep = """([from, to]) => {
      const slide = document.querySelector(".jb-walk__slide")
      const touch = (x) => new Touch({identifier: 1, target: slide, clientX: x, clientY: 300})
      slide.dispatchEvent(new TouchEvent("touchstart", {touches: [touch(from)], changedTouches: [touch(from)]}))
      slide.dispatchEvent(new TouchEvent("touchend", {touches: [], changedTouches: [touch(to)]}))
    }"""
    page.evaluate(sweep, [300, 100])
    assert place(page) == "prepare"
    page.evaluate("document.querySelector('.jb-walk').dir = 'rtl'")
    page.evaluate(sweep, [100, 300])
    assert place(page) == "rehearse"
    press(page, "ArrowRight")
    assert place(page) == "prepare", "right to left, the arrows change places"
    width = page.evaluate("[document.querySelector('.jb-walk__slide').scrollWidth, innerWidth]")
    assert width[0] <= width[1]


def test_without_scripts_there_is_nothing_to_press(address: str, open_page: OpenPage) -> None:
    page = open_page(address + "?walk=decide", java_script_enabled=False)
    assert not page.locator(".jb-present").inner_text().strip()
    assert not page.locator(".jb-walk").count()


def test_a_folder_presents_too(sample_site_flat: Path, open_page: OpenPage) -> None:
    page = open_page((sample_site_flat / "journeys/move-hosting.html").as_uri())
    page.get_by_role("button", name="Present").click()
    press(page, "ArrowRight")
    assert title(page) == "Decide"
    page.locator(".jb-walk").get_by_role("button", name="Close").click()
    page.locator(".jb-walk").wait_for(state="hidden")
