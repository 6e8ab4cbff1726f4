"""Atlas, boards and the page of a pain in a browser: light and dark, on a phone, without scripts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import pytest
from tests.tools.axe import axe_findings

from journeybook.model.boards import Board

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import OpenPage

PAGES = {
    "atlas": "atlas/",
    "boards": "boards/",
    **{board.value: f"boards/{board}/" for board in Board},
    "all-opportunities": "opportunities/",
    "all-initiatives": "initiatives/",
}

each_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


@each_page
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_every_board_is_accessible(
    open_page: OpenPage, sample_url: str, path: str, color_scheme: Literal["light", "dark"]
) -> None:
    findings = axe_findings(open_page(f"{sample_url}/{path}", color_scheme=color_scheme))
    assert not findings, "\n".join(map(str, findings))


@each_page
def test_on_a_phone_rows_become_records_and_nothing_is_cut(
    open_page: OpenPage, sample_url: str, path: str
) -> None:
    page = open_page(f"{sample_url}/{path}", viewport=(390, 844))
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
    hidden = page.locator(".jb-scroll").evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)")
    assert not [one for one in hidden if one > 1]
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))


@each_page
def test_every_board_has_one_title_and_says_all_without_scripts(
    open_page: OpenPage, sample_url: str, path: str
) -> None:
    page = open_page(f"{sample_url}/{path}", java_script_enabled=False)
    tags = page.locator("article :is(h1, h2, h3, h4)").evaluate_all("all => all.map(e => +e.tagName[1])")
    assert tags.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(tags)), tags
    assert page.locator("article a[href*='issues/new']").count() == 1


def test_no_point_of_the_plane_covers_another_and_each_leads_to_its_opportunity(
    open_page: OpenPage, sample_url: str
) -> None:
    page = open_page(f"{sample_url}/boards/opportunities/", viewport=(390, 844))
    points = page.locator("td .jb-plane__point")
    boxes = [point.bounding_box() for point in points.all()]
    assert len(boxes) > 20
    for number, one in enumerate(boxes):
        assert one
        assert min(one["width"], one["height"]) >= 24
        for other in boxes[:number]:
            assert other
            apart_across = abs(one["x"] - other["x"]) >= min(one["width"], other["width"])
            apart_down = abs(one["y"] - other["y"]) >= min(one["height"], other["height"])
            assert apart_across or apart_down
    title = points.first.get_attribute("title")
    points.first.click()
    page.wait_for_url("**/opportunities/*/")
    assert title
    assert page.locator("h1").inner_text().split("\n")[0] in title


def test_strips_of_time_run_with_the_script(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/initiatives/")
    # Where the first span begins, as a share of its strip, from the left.
    measure = """() => {
      const box = (name) => document.querySelector(name).getBoundingClientRect()
      const [strip, span] = [box(".jb-strip"), box(".jb-span")]
      return [(span.left - strip.left) / strip.width, (strip.right - span.right) / strip.width]
    }"""
    from_left, _ = page.evaluate(measure)
    page.evaluate("document.documentElement.dir = 'rtl'")
    _, from_right = page.evaluate(measure)
    assert from_left > 0
    assert abs(from_left - from_right) < 0.01


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_the_page_of_a_pain_is_accessible(
    open_page: OpenPage,
    sample_site: Path,
    sample_url: str,
    width: int,
    color_scheme: Literal["light", "dark"],
) -> None:
    first = min((sample_site / "pains").rglob("index.html")).parent.relative_to(sample_site)
    page = open_page(f"{sample_url}/{first.as_posix()}/", viewport=(width, 900), color_scheme=color_scheme)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))


def test_from_the_front_page_over_a_board_to_a_pain_at_its_step(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/")
    page.locator(".jb-entrances").get_by_role("link", name="Pains").click()
    page.wait_for_url("**/boards/pains/")
    page.locator("tbody tr").first.locator("th a").first.click()
    page.wait_for_url("**/pains/*/*/")
    page.locator("dt", has_text="Hurts at").locator("xpath=..").get_by_role("link").click()
    page.wait_for_url("**/journeys/*/#pain_*")
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"[id='{anchor}']").is_visible()
