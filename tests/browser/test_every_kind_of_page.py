"""Every kind of page, by axe and by eye: light and dark, wide and narrow, with scripts and without."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.kinds_of_pages import KINDS, address_of, show_whole
from tests.tools.axe import RULES_OF_COLOUR, axe_findings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from tests.conftest import OpenPage

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

HIDDEN = "all => all.filter(one => one.scrollWidth - one.clientWidth > 1).map(one => one.className)"

SHIFTS = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().map(one => one.value)))
    .observe({type: "layout-shift", buffered: true})
  setTimeout(() => done([]), 400)
})"""
"""How far things moved without the reader's doing."""

DEAD = ".jb :is(button, input, select, textarea, form, dialog)"
"""What does nothing without a script."""


def turn_dark(page: Page) -> None:
    """Switch to dark colours as readers do, and wait until all of them are there."""
    page.locator("[data-md-component=palette] label:not([hidden])").click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate' && !document.getAnimations().length")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_accessible_and_never_cut(
    open_page: OpenPage, sample_site: Path, sample_url: str, kind: str
) -> None:
    page = open_page(f"{sample_url}/{address_of(kind, sample_site)}")
    if kind == "chosen pair":
        page.locator(".jb-map__grid").nth(1).wait_for()
    show_whole(page)
    found: dict[str, list[Any]] = {"light": axe_findings(page)}
    turn_dark(page)
    found["dark"] = axe_findings(page, RULES_OF_COLOUR)
    for name, width in (("tablet", 768), ("phone", 390)):
        page.set_viewport_size({"width": width, "height": 900})
        found[f"wider than a {name}"] = [by for by in [page.evaluate(WIDER)] if by > 0]
    found["cut on a phone"] = page.locator(".jb-scroll:has(.jb-table)").evaluate_all(HIDDEN)
    found["on a dark phone"] = axe_findings(page)
    assert "\n".join(f"{name}: {one}" for name, all_ in found.items() for one in all_) == ""


def test_every_kind_of_page_says_all_without_scripts(
    open_page: OpenPage, sample_site: Path, sample_url: str
) -> None:
    page = open_page(f"{sample_url}/", java_script_enabled=False)
    for kind in KINDS:
        page.goto(f"{sample_url}/{address_of(kind, sample_site).partition('?')[0]}")
        levels = page.locator("article :is(h1, h2, h3, h4, h5, h6)").evaluate_all(
            "all => all.map(e => +e.tagName[1])"
        )
        assert levels.count(1) == 1, kind
        assert levels[0] == 1, kind
        assert all(below - above <= 1 for above, below in pairwise(levels)), (kind, levels)
        assert page.locator(DEAD).filter(visible=True).count() == 0, f"{kind}: nothing dead is shown"
        assert "flowchart" not in page.locator(".md-content__inner").inner_text(), kind


def test_nothing_moves_when_the_script_of_a_map_or_the_atlas_comes(open_page: OpenPage, sample_url: str) -> None:
    for path in ("journeys/move-hosting/", "atlas/"):
        page = open_page(f"{sample_url}/{path}")
        page.wait_for_load_state("networkidle")
        assert sum(page.evaluate(SHIFTS)) < 0.01, path


def test_a_map_is_whole_where_our_script_never_comes(chromium: Browser, sample_url: str) -> None:
    with chromium.new_context() as context:
        context.route("**/journeybook*.js", lambda route: route.abort())
        page = context.new_page()
        page.goto(f"{sample_url}/journeys/move-hosting/")
        assert page.locator(".jb-map .jb-lane:visible").count() > 12
        assert page.locator(".jb-map .jb-lane--curve svg path").count() > 0
        assert page.locator(".jb-map").get_by_role("link").count() > 50
