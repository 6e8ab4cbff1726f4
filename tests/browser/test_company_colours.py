"""A company's colours, logo and font: followed, and readable however bright they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from tests.mkdocs.small_portal import SmallPortal
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import OpenPage

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/></svg>'
JOURNEY = """\
title: 退一台洗衣机
lang: zh-Hans
persona: ada
stages:
  - title: 问
    steps:
      - {title: 打电话, thinks: 会不会很久?, score: 2}
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    portal = SmallPortal(tmp_path_factory.mktemp("colours"))
    portal.write(
        {
            "content/images/logo.svg": LOGO,
            "content/own.css": ":root { --md-text-font: 'Company Sans'; --md-primary-fg-color: #f5b400; }",
            "content/journeys/return.yml": JOURNEY,
        }
    )
    portal.settings["extra_css"] = ["own.css"]
    schemes = ("default", "light"), ("slate", "dark")
    portal.settings["theme"] = {
        "name": "material",
        "logo": "images/logo.svg",
        "palette": [
            {"media": f"(prefers-color-scheme: {name})", "scheme": scheme, "primary": "custom", "accent": "orange"}
            for scheme, name in schemes
        ],
    }
    return serve_folder(portal.build(strict=True).folder)


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_a_bright_colour_is_followed_and_readable(
    open_page: OpenPage, url: str, color_scheme: Literal["light", "dark"]
) -> None:
    for path in ("personas/ada/", "journeys/claim/", "atlas/"):
        page = open_page(f"{url}/{path}", color_scheme=color_scheme)
        is_ours = "target => !!document.querySelector(target)?.closest('.jb')"
        findings = [one for one in axe_findings(page) if page.evaluate(is_ours, one.target)]
        assert not findings, "\n".join([path, *map(str, findings)])
        link = page.locator(".jb a[href]").first.evaluate("it => getComputedStyle(it).color")
        hue = float(link.removeprefix("oklch(").removesuffix(")").split()[2])
        assert 60 < hue < 100, link


def test_fonts_for_a_script_stand_behind_the_companys_own(open_page: OpenPage, url: str) -> None:
    page = open_page(f"{url}/journeys/return/")
    font = page.locator(".jb h1 [lang=zh-Hans]").evaluate("it => getComputedStyle(it).fontFamily")
    assert font.startswith('"Company Sans"')
    assert font.index("PingFang SC") < font.index("sans-serif")
    thought = page.locator(".jb [lang=zh-Hans] .jb-thinks, .jb-thinks:lang(zh)").first
    assert thought.evaluate("it => getComputedStyle(it).fontStyle") == "normal"
