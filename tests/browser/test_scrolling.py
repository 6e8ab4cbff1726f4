"""What is wider than its place, on a phone: it says so, and can be moved by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from tests.browser.kinds_of_pages import open_all
from tests.mkdocs.small_portal import SmallPortal
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import OpenPage

PHONE = (390, 844)

TABLE = "| " + " | ".join(["Incomprehensibilities"] * 4) + " |\n" + "|---" * 4 + "|\n" + "| is | a | b | c |\n"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    """A portal whose author wrote a wide table, in an ordinary page and in a narrative."""
    portal = SmallPortal(tmp_path_factory.mktemp("tables"))
    portal.settings["markdown_extensions"] = ["tables"]
    portal.write(
        {
            "content/about/how.md": f"# How to read\n\n{TABLE}",
            "content/personas/ada.md": f"---\ntitle: Ada\n---\n{TABLE}",
        }
    )
    return serve_folder(portal.build(strict=True).folder, "/journeys")


@pytest.mark.parametrize("path", ["about/how/", "personas/ada/"])
def test_an_authors_wide_table_takes_the_focus(open_page: OpenPage, url: str, path: str) -> None:
    page = open_page(f"{url}/{path}", viewport=PHONE)
    wrapper = page.locator(".md-typeset__scrollwrap[tabindex]")
    wrapper.wait_for()
    wrapper.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=wrapper.element_handle())
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))
    page.set_viewport_size({"width": 1600, "height": 900})
    page.locator(".md-typeset__scrollwrap:not([tabindex])").wait_for()


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_a_wide_picture_is_framed_and_no_taller_than_the_screen(
    open_page: OpenPage, sample_url: str, color_scheme: Literal["light", "dark"]
) -> None:
    page = open_page(f"{sample_url}/journeys/move-hosting/", viewport=PHONE, color_scheme=color_scheme)
    open_all(page)
    for figure in page.locator("figure.jb-diagram").all():
        figure.scroll_into_view_if_needed()
        picture = figure.locator(".jb-diagram__picture[tabindex]")
        picture.wait_for()
        assert picture.evaluate("one => one.offsetHeight") <= PHONE[1] * 0.85 + 1
        assert picture.evaluate("one => getComputedStyle(one).backgroundImage").count("linear-gradient") == 4
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))


def test_on_paper_nothing_is_held_back(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/move-hosting/", viewport=(718, 1000))
    open_all(page)
    page.evaluate("window.journeybookDiagrams.drawAll()")
    page.locator("figure.jb-diagram svg").last.wait_for()
    page.emulate_media(media="print")
    cut = page.locator(".jb-diagram__picture, .jb-scroll").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1).length"
    )
    assert cut == 0


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_both_figures_of_a_metric_stand_at_its_head(
    open_page: OpenPage, sample_url: str, color_scheme: Literal["light", "dark"], width: int
) -> None:
    page = open_page(f"{sample_url}/metrics/pump-on-time/", viewport=(width, 900), color_scheme=color_scheme)
    assert page.locator(".jb-twins strong").all_inner_texts() == ["99.1%", "46.7%"]
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))
