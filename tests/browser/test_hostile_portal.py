"""Portals that nobody plans, in a browser: nothing is wider than its place, and nothing comes to life."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.hostile_portal import JOURNEYS, LONG, MARKUP, written
from tests.mkdocs.small_portal import SmallPortal
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.conftest import OpenPage

WIDTHS = (390, 768, 1440)

OTHERS = ("index", "atlas", "compare/index", "personas/fay", "touchpoints/desk", "channels/letter", "teams/claims")
"""Pages beside the journeys that show a bit of all of them."""

STICKING_OUT = """() => {
  const all = [...document.querySelectorAll(".jb-map__grid :is(a, p, li, q, em, .jb-band, .jb-score)")]
  return all.filter(one => {
    const cell = one.closest("th, td").getBoundingClientRect(), {left, right, width} = one.getBoundingClientRect()
    return width > 1 && !one.closest("svg, .jb-lane--curve") && (left < cell.left - 1 || right > cell.right + 1)
  }).map(one => one.textContent.slice(0, 40))
}"""
"""Texts of a map that are wider than their cell."""


@pytest.fixture(scope="module", params=["en", "ar"])
def hostile_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All hostile journeys in a portal from left to right, and in one from right to left."""
    return written(tmp_path_factory.mktemp(f"hostile-{request.param}"), request.param).build().folder


def too_wide(page: Page) -> list[str]:
    """In which windows the page is wider than the window, or a text of a map wider than its cell."""
    found: list[str] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{width}: the page")
        found += [f"{width}: {text}" for text in page.evaluate(STICKING_OUT)]
    return found


def test_nothing_is_wider_than_its_place(open_page: OpenPage, hostile_site: Path) -> None:
    pages = [*OTHERS, *(f"journeys/{name}" for name in JOURNEYS), "journeys/forty/one", "journeys/crowd/before"]
    page = open_page((hostile_site / "index.html").as_uri())
    found: dict[str, Any] = {}
    for name in pages:
        page.goto((hostile_site / f"{name}.html").as_uri())
        if wide := too_wide(page):
            found[name] = wide
    assert found == {}


def test_a_walk_and_a_step_in_full_fit_their_screen(open_page: OpenPage, hostile_site: Path) -> None:
    address = (hostile_site / "journeys" / "forty.html").as_uri()
    for query, dialog in (("step=step-100", "dialog[open]"), ("walk=one", ".jb-walk[open]")):
        page = open_page(f"{address}?{query}", viewport=(390, 844), color_scheme="dark")
        box = page.locator(dialog)
        box.wait_for()
        assert LONG[:60] in box.inner_text().replace("\n", "")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert box.evaluate("one => one.scrollWidth <= one.clientWidth + 1")


def test_what_looks_like_markup_is_text(open_page: OpenPage, hostile_site: Path) -> None:
    page = open_page((hostile_site / "journeys" / "markup.html").as_uri())
    page.on("dialog", lambda _: pytest.fail("a text was run"))
    told = MARKUP.split(" *")[0]
    assert told in page.locator("h1").inner_text()
    cell = page.locator('.jb-map [data-jb-lane="thinks"] td').first.inner_text()
    assert told in cell
    assert page.locator(".jb script, .jb b").count() == 0
    page.goto(page.url + "?step=step-1")
    page.locator("dialog[open]").wait_for()
    assert page.locator("dialog[open] script, dialog[open] b").count() == 0


def test_hostile_pages_have_no_accessibility_findings(
    open_page: OpenPage, serve_folder: Callable[..., str], hostile_site: Path
) -> None:
    base = serve_folder(hostile_site)
    for name in ("crowd", "رحلة", "bare-stage"):
        page = open_page(f"{base}/journeys/{name}.html", viewport=(390, 844), color_scheme="dark")
        findings = axe_findings(page)
        assert not findings, "\n".join([name, *map(str, findings)])


def test_an_empty_portal_has_pages_that_say_so(
    open_page: OpenPage, serve_folder: Callable[..., str], tmp_path: Path
) -> None:
    portal = SmallPortal(tmp_path)
    portal.delete(*(path.as_posix() for path in portal.root.rglob("content/*/**/*.*")), "content/channels.yml")
    portal.delete("content/teams.yml")
    portal.settings["use_directory_urls"] = False
    site = portal.build()
    assert {"index.html", "atlas.html"} <= site.files()
    for name in ("index.html", "atlas.html"):
        page = open_page(f"{serve_folder(site.folder)}/{name}", viewport=(390, 844))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not page.locator("article table").filter(visible=True).count(), "no empty table"
        assert not axe_findings(page)
