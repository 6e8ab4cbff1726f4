"""The experience curve in a browser: in the lane of a map, and as a picture of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    OpenPage = Callable[..., Page]

ON_THE_LINE = """
lane => [...lane.querySelectorAll("td")].flatMap(cell => {
    const box = cell.getBoundingClientRect()
    const line = cell.querySelector(".jb-curve-stroke:not(.jb-curve-stroke--today)")
    const mark = cell.querySelector(".jb-curve-point__mark")
    if (!line || !mark) return []
    const dot = mark.getBoundingClientRect()
    const place = line.ownerSVGElement.getScreenCTM().inverse()
    const at = new DOMPoint(dot.x + dot.width / 2, dot.y + dot.height / 2).matrixTransform(place)
    let nearest = Infinity
    for (let n = 0; n <= 200; n++) {
        const point = line.getPointAtLength(line.getTotalLength() * n / 200)
        nearest = Math.min(nearest, Math.hypot(point.x - at.x, point.y - at.y))
    }
    const svg = line.ownerSVGElement.getBoundingClientRect()
    return [{
        nearest, seam: Math.max(Math.abs(svg.left - box.left), Math.abs(svg.right - box.right)),
        inside: dot.top >= box.top && dot.bottom <= box.bottom, x: dot.x,
    }]
})
"""


def lane_of(page: Page) -> list[dict[str, Any]]:
    """Where the points of the map's curve stand."""
    return page.locator(".jb-lane--curve").evaluate(ON_THE_LINE)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_points_stand_on_the_line_and_slices_touch(open_page: OpenPage, sample_url: str, direction: str) -> None:
    page = open_page(f"{sample_url}/journeys/move-hosting/")
    page.evaluate("way => document.documentElement.dir = document.body.dir = way", direction)
    points = lane_of(page)
    assert len(points) > 10
    for point in points:
        assert point["inside"]
        assert point["nearest"] < 1.5, "in hundredths of the cell"
        assert point["seam"] < 1
    places = [point["x"] for point in points]
    assert places == sorted(places, reverse=direction == "rtl")
    cell = page.locator(".jb-lane--curve td").nth(1)
    assert re.search(r'cell "2 ?, bad Moment of truth Pain: ', cell.aria_snapshot())
    truth = cell.get_by_role("link", name="Moment of truth").get_attribute("href")
    assert truth is not None
    assert truth.endswith("#calls-support")


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["journeys/move-hosting-next/", "journeys/cable-connect/", "personas/site-owner/"]
)
def test_it_is_accessible(open_page: OpenPage, sample_url: str, path: str, color_scheme: str) -> None:
    page = open_page(f"{sample_url}/{path}", color_scheme=color_scheme)
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))


def test_on_a_phone_the_picture_scrolls_in_its_own_place(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/personas/site-owner/", viewport=(390, 844), java_script_enabled=False)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    view = page.locator(".jb-curve__view")
    assert view.evaluate("view => view.scrollWidth > view.clientWidth")
    picture = page.get_by_role("group", name="How it feels: ")
    assert "Lowest: " in (picture.get_attribute("aria-label") or "")
    points = picture.locator("a")
    words = page.locator(".jb-curve details li")
    assert words.count() > 10
    first = words.first.locator("a").first
    assert points.first.get_attribute("xlink:href") == first.get_attribute("href")
    assert (points.first.get_attribute("aria-label") or "").startswith(f"1. {first.text_content()}: ")
