from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.axe import RULES_OF_COLOUR, axe_findings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.conftest import OpenPage

PAGE = "<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1>{}</main></html>"
PALE = "style='color: #999; background: #fff'"


@pytest.fixture
def page(open_page: OpenPage, tmp_path: Path) -> Page:
    """An empty page."""
    (tmp_path / "page.html").write_text(PAGE.format(""), encoding="utf-8")
    return open_page((tmp_path / "page.html").as_uri())


def test_a_healthy_page_has_no_findings(page: Page) -> None:
    assert axe_findings(page) == []


def test_a_fault_is_found_with_its_rule_and_place(page: Page) -> None:
    page.set_content(PAGE.format("<img src='data:,'>"))
    (finding,) = axe_findings(page)
    assert (finding.rule, finding.impact, finding.target) == ("image-alt", "critical", "img")
    assert "image-alt (critical): img" in str(finding)


def test_rules_of_colour_alone(page: Page) -> None:
    page.set_content(PAGE.format(f"<p {PALE}>Pale <img src='data:,'></p>"))
    assert [finding.rule for finding in axe_findings(page, RULES_OF_COLOUR)] == ["color-contrast"]


def test_what_material_brings_along_is_no_finding(page: Page) -> None:
    page.set_content(PAGE.format(f"<p class=md-copyright {PALE}>Made with</p>"))
    assert axe_findings(page) == []


def test_material_excuses_neither_another_rule_nor_another_element(page: Page) -> None:
    page.set_content(PAGE.format(f"<p {PALE}>Ours</p><p class=md-copyright><img src='data:,'></p>"))
    assert {finding.rule for finding in axe_findings(page)} == {"color-contrast", "image-alt"}


def test_nothing_in_a_body_of_ours_is_excused_as_text_of_the_author(page: Page) -> None:
    style = "style='color: #118; text-decoration: none'"
    text = f"<p>Text that goes on for a while <a href='#x' {style}>link</a></p>"
    page.set_content(PAGE.format(f"<div class=md-typeset>{text}</div>"))
    assert axe_findings(page) == []
    page.set_content(PAGE.format(f"<div class=md-typeset><div class=jb>{text}</div></div>"))
    assert [finding.rule for finding in axe_findings(page)] == ["link-in-text-block"]
