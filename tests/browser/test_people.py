"""Personas, touchpoints and channels in a browser: light and dark, on a phone, on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from tests.conftest import OpenPage

PAGES = (
    "personas/",
    "personas/site-owner/",
    "personas/night-nurse/",
    "touchpoints/support-call/",
    "channels/",
    "channels/chatbot/",
)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_people_and_places_are_accessible_and_nothing_is_cut(
    open_page: OpenPage, sample_url: str, width: int, color_scheme: Literal["light", "dark"]
) -> None:
    for path in PAGES:
        page = open_page(f"{sample_url}/{path}", viewport=(width, 900), color_scheme=color_scheme)
        findings = axe_findings(page)
        assert not findings, "\n".join([path, *map(str, findings)])
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, path


def test_one_look_tells_who_a_persona_is(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/personas/site-owner/", viewport=(1440, 900))
    seen = [
        ".jb-poster__portrait",
        "h1",
        ".jb-quote",
        ".jb-poster__facts",
        *map("#_{}".format, ("goals", "behaviours")),
    ]
    for selector in seen:
        box = page.locator(selector).first.bounding_box()
        assert box, selector
        assert box["y"] + box["height"] <= 900, selector


@pytest.mark.parametrize("name", ["site-owner", "night-nurse", "independent-agent"])
def test_a_persona_prints_on_one_upright_sheet(chromium: Browser, sample_url: str, name: str) -> None:
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{sample_url}/personas/{name}/")
    printed = page.pdf(prefer_css_page_size=True)
    context.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    (width, height) = map(float, re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)[0])
    assert (round(width), round(height)) == (595, 842)


def test_on_a_phone_the_steps_of_a_stage_are_records(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/move-hosting/", viewport=(390, 844))
    hidden = page.locator(".jb-scroll:has(.jb-table)").evaluate_all(
        "all => all.map(e => e.scrollWidth - e.clientWidth)"
    )
    assert hidden
    assert not [one for one in hidden if one > 1]
