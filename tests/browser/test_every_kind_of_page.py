"""Every kind of page, by axe and by eye: light and dark, wide and narrow, with scripts and without."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.kinds_of_pages import KINDS, address_of
from tests.tools.axe import RULES_OF_COLOUR, axe_findings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.conftest import OpenPage

PHONE, TABLET, DESK = ({"width": width, "height": 900} for width in (390, 768, 1280))

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

HIDDEN = "all => all.filter(one => one.scrollWidth - one.clientWidth > 1).map(one => one.className)"

DEAD = ".jb :is(button, input, select, textarea, form, dialog)"
"""What does nothing without a script."""


def show_whole(page: Page) -> None:
    """Scroll through the page, so that everything that waits to be seen is there."""
    for figure in page.locator("figure.jb-diagram").all():
        figure.scroll_into_view_if_needed()
        figure.locator("svg").first.wait_for()
    page.evaluate("window.scrollTo(0, 0)")


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
    found: dict[str, Any] = {"light": axe_findings(page)}
    turn_dark(page)
    found["dark"] = axe_findings(page, RULES_OF_COLOUR)
    for name, size in (("tablet", TABLET), ("phone", PHONE)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found[f"wider than a {name}"] = max(0, page.evaluate(WIDER))
    found["cut on a phone"] = page.locator(".jb-scroll:has(.jb-table)").evaluate_all(HIDDEN)
    found["on a dark phone"] = axe_findings(page)
    assert {
        name: list(map(str, one)) if one and isinstance(one, list) else one for name, one in found.items() if one
    } == {}


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
