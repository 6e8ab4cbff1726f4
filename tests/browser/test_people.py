"""Personas in a browser: at one look, and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from tests.conftest import OpenPage


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
