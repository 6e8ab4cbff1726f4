"""A map read with the keyboard alone, from a folder without a server: every way in, through and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import OpenPage

FURTHEST = 60
"""Stops of the Tab key from the top of a page to the first step of its map, at most."""

FOCUS = """
() => {
  const one = document.activeElement
  const {left, top, right, bottom, width, height} = one.getBoundingClientRect()
  const inSight = width > 0 && height > 0 && left < innerWidth && right > 0 && top < innerHeight && bottom > 0
  const style = getComputedStyle(one)
  const marked = style.outlineStyle !== "none" || style.boxShadow !== "none" || one.matches(".md-skip")
  // Material's own header has inputs out of sight behind the labels that show their focus.
  if (one.closest(".md-header")) return {name: "", tag: one.tagName, inSight: true, marked: true, step: null}
  return {name: one.ariaLabel || one.textContent.trim() || one.id, tag: one.tagName, inSight, marked,
          step: one.closest("[data-jb-step]")?.dataset.jbStep ?? null}
}
"""


def tab_to(page: Page, name: str = "", *, step: bool = False) -> str:
    """Press Tab until something of that name, or the title of a step, has the focus; its name.

    Each stop on the way is in sight and shows that it has the focus.
    """
    for _ in range(FURTHEST):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        focus = page.evaluate(FOCUS)
        if focus["tag"] == "BODY":
            continue
        assert focus["inSight"], f"{focus['name']} has the focus out of sight"
        assert focus["marked"], f"nothing shows that {focus['name']} has the focus"
        if (step and focus["step"]) or (name and focus["name"].startswith(name)):
            return focus["name"]
    raise AssertionError(f"{name or 'no step'} is not reached within {FURTHEST} stops")


def test_the_map_is_reached_changed_and_left_by_keys(sample_site_flat: Path, open_page: OpenPage) -> None:
    page = open_page((sample_site_flat / "journeys/move-hosting.html").as_uri())
    lanes = page.locator("tr[data-jb-lane]").filter(visible=True)
    shown = lanes.count()
    sheet = page.locator("dialog[open]")

    tab_to(page, "Lanes")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(lanes).to_have_count(shown - 1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Lanes")).to_be_focused()

    page.keyboard.press("Tab")
    expect(page.get_by_label("Lens", exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-jb-step][data-jb-outside]").first).to_be_attached()
    assert "lens=" in page.url
    tab_to(page, "Show all steps")
    page.keyboard.press("Enter")
    expect(page.locator("[data-jb-outside]")).to_have_count(0)

    title = tab_to(page, step=True)
    page.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", level=3)).to_contain_text(title)
    expect(sheet.locator(":focus")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    expect(sheet.get_by_role("heading", level=3)).not_to_contain_text(title)
    page.keyboard.press("ArrowLeft")
    for _ in range(FURTHEST):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    assert page.evaluate(FOCUS)["name"] == title, "the focus is where it was"
