"""Boards in a browser: the plane of opportunities, strips of time, the way to a pain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import OpenPage


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
    page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")
    _, from_right = page.evaluate(measure)
    assert from_left > 0
    assert abs(from_left - from_right) < 0.01


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
