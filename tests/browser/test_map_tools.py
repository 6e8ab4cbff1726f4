"""What a reader does with a map: lanes, lens, a step in place, links, keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.conftest import OpenPage

JOURNEY = "journeys/move-hosting"
PHONE = "lens=channel:phone"


def asked(page: Page) -> dict[str, str]:
    """What the page's address asks for."""
    address: str = page.evaluate("location.href")
    return dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))


def lanes(page: Page) -> list[str | None]:
    """The lanes that are seen, from top to bottom."""
    return [row.get_attribute("data-jb-lane") for row in page.locator("[data-jb-lane]:visible").all()]


def test_lanes_are_chosen_and_ordered_by_keyboard_and_stand_in_the_address(
    open_page: OpenPage, sample_url: str
) -> None:
    page = open_page(f"{sample_url}/{JOURNEY}/")
    before = lanes(page)
    button = page.get_by_role("button", name="Lanes")
    chooser = page.get_by_role("dialog", name="Lanes")
    button.press("Enter")
    expect(chooser).to_be_visible()
    assert not axe_findings(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert lanes(page) == before[1:]
    page.keyboard.press("Space")
    assert not asked(page)

    down = chooser.locator(f'[data-jb-for="{before[0]}"]').get_by_role("button", name="Move down")
    down.press("Enter")
    expect(down).to_be_focused()
    expect(chooser.get_by_role("status")).to_contain_text("place 2 of")
    assert lanes(page)[:2] == [before[1], before[0]]
    assert asked(page)["lanes"].split(",") == lanes(page)

    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    page.reload()
    assert lanes(page)[:2] == [before[1], before[0]]
    button.click()
    chooser.get_by_role("button", name="Reset").click()
    assert lanes(page) == before
    assert not asked(page)


def test_an_address_names_lanes_and_what_is_unknown_is_passed_over(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/{JOURNEY}/?lanes=feels,x-未知,does&lens=team:nobody&step=nowhere")
    expect(page.get_by_role("button", name="Lanes")).to_be_visible()
    assert lanes(page) == ["feels", "does"]
    expect(page.locator("[data-jb-outside]")).to_have_count(0)
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.goto(f"{sample_url}/{JOURNEY}/?lanes=x-未知")
    assert len(lanes(page)) > 2


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_a_lens_shows_its_steps_alone(
    open_page: OpenPage, sample_url: str, color_scheme: Literal["light", "dark"]
) -> None:
    page = open_page(f"{sample_url}/{JOURNEY}/", color_scheme=color_scheme)
    steps = page.locator("[data-jb-step]")
    by_phone = page.locator('[data-jb-step][data-jb-channels~="phone"]').count()
    lens = page.get_by_label("Lens", exact=True)
    lens.select_option("channel:phone")
    assert asked(page) == {"lens": "channel:phone"}
    expect(page.locator("[data-jb-step]:not([data-jb-outside])")).to_have_count(by_phone)
    expect(page.locator(".jb-map [role=status]").first).to_have_text(f"{by_phone} of {steps.count()} steps: Phone")
    does = page.locator('[data-jb-lane="does"] > td')
    for head, cell in zip(steps.all(), does.all(), strict=True):
        is_outside = head.get_attribute("data-jb-outside") is not None
        expect(cell).to_be_visible(visible=not is_outside)
        assert ("outside the lens" in head.aria_snapshot()) is is_outside
    assert not axe_findings(page)
    page.reload()
    expect(lens).to_have_value("channel:phone")
    page.get_by_role("button", name="Show all steps").click()
    expect(lens).to_be_focused()
    expect(page.locator("[data-jb-outside]")).to_have_count(0)
    assert not asked(page)


def test_the_lens_of_a_persona_brings_her_line_forward(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/cable-connect/?lens=persona:landline-keeper")
    line = page.locator(".jb-curve-legend [data-jb-persona=landline-keeper]").get_attribute("data-jb-line")
    points = page.locator(".jb-lane--curve .jb-curve-point__mark")
    own = page.locator(f".jb-lane--curve td:not([style*=hidden]) .jb-curve-line--{line} > .jb-curve-point__mark")
    expect(points.filter(visible=True)).to_have_count(own.count())
    assert 0 < own.count() < points.count()
    page.get_by_role("button", name="Show all steps").click()
    expect(points.filter(visible=True)).to_have_count(points.count())


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_a_step_opens_in_place_and_closes_again(
    open_page: OpenPage, sample_url: str, color_scheme: Literal["light", "dark"]
) -> None:
    page = open_page(f"{sample_url}/{JOURNEY}/", color_scheme=color_scheme)
    heads = page.locator("[data-jb-step] a:not(.jb-map__comment)")
    ids = [head.get_attribute("data-jb-step") for head in page.locator("[data-jb-step]").all()]
    whole = page.locator("article.jb-step").all_inner_texts()
    sheet = page.locator("dialog[open]")

    heads.nth(1).press("Enter")
    expect(sheet.get_by_role("heading", level=3)).to_have_text(heads.nth(1).inner_text())
    assert asked(page) == {"step": ids[1]}
    expect(sheet.locator(".jb-action--comment").last).to_have_attribute("href", re.compile("issues/new"))
    assert not axe_findings(page)
    page.keyboard.press("ArrowRight")
    assert asked(page) == {"step": ids[2]}
    sheet.get_by_role("button", name="Previous step").click()
    assert asked(page) == {"step": ids[1]}
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(heads.nth(1)).to_be_focused()
    page.wait_for_url(lambda url: "step=" not in url)

    heads.nth(2).click()
    page.go_back()
    expect(sheet).to_have_count(0)
    page.go_forward()
    expect(sheet).to_be_visible()
    page.mouse.click(5, 450)
    expect(sheet).to_have_count(0)
    assert not asked(page)
    assert page.locator("article.jb-step").all_inner_texts() == whole

    page.goto(f"{sample_url}/{JOURNEY}/?step={ids[0]}")
    expect(sheet.get_by_role("heading", level=3)).to_have_text(heads.first.inner_text())
    expect(sheet.get_by_role("button", name="Previous step")).to_have_attribute("aria-disabled", "true")
    sheet.get_by_role("button", name="Close").click()
    assert not asked(page)


def test_a_link_to_the_view_is_copied_or_shown(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/{JOURNEY}/?{PHONE}#map")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy = page.get_by_role("button", name="Copy link to this view")
    copy.click()
    expect(page.get_by_text("Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{sample_url}/{JOURNEY}/?{PHONE}"
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    copy.click()
    link = page.get_by_role("textbox", name="Link", exact=True)
    expect(link).to_be_focused()
    assert page.evaluate("getSelection().toString()") == f"{sample_url}/{JOURNEY}/?{PHONE}"


def test_a_map_is_moved_by_keys_and_by_its_ground_and_seen_whole(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/{JOURNEY}/", viewport=(1024, 800))
    view = page.locator(".jb-map__view")
    figure = page.locator(".jb-map")
    expect(figure).to_have_attribute("data-jb-after", "")
    view.focus()
    page.keyboard.press("End")
    expect(figure).not_to_have_attribute("data-jb-after", "")
    expect(figure).to_have_attribute("data-jb-before", "")
    page.keyboard.press("ArrowLeft")
    expect(figure).to_have_attribute("data-jb-after", "")
    page.keyboard.press("Home")
    page.wait_for_function("view => view.scrollLeft === 0", arg=view.element_handle())

    box = page.locator('[data-jb-lane="feels"] > td').nth(2).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 3, box["y"] + 3)
    page.mouse.down()
    page.mouse.move(box["x"], box["y"] + 3)
    page.mouse.up()
    page.wait_for_function("view => view.scrollLeft > 50", arg=view.element_handle())

    page.get_by_role("button", name="Fit").click()
    assert view.evaluate(
        "view => view.scrollWidth <= view.clientWidth + 1 && view.scrollHeight <= view.clientHeight + 1"
    )


def test_maps_work_after_instant_navigation_and_keep_the_choice_on_the_way_back(
    open_page: OpenPage, sample_url: str, sample_site: Path
) -> None:
    page = open_page(f"{sample_url}/journeys/")
    # Material heeds the port of the addresses in the sitemap, which is another one on a test's server.
    sitemap = (sample_site / "sitemap.xml").read_text(encoding="utf-8")
    here = sitemap.replace("https://example.github.io/journeys", sample_url)
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=here, content_type="text/xml"))
    page.reload(wait_until="networkidle")
    page.evaluate("window.isTheSame = true")
    page.locator(f'.jb a[href$="{JOURNEY.removeprefix("journeys/")}/"]').first.click()
    page.get_by_label("Lens", exact=True).select_option("channel:phone")
    page.locator("[data-jb-stage] a").first.click()
    page.locator(".jb-stage .jb-tools").wait_for()
    head = page.locator("[data-jb-step] a:not(.jb-map__comment)").first
    head.click()
    expect(page.locator("dialog[open]")).to_be_visible()
    page.go_back()
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    expect(head).to_be_focused()
    page.go_back()
    expect(page.locator(".jb-journey [data-jb-outside]").first).to_be_attached()
    expect(page.get_by_label("Lens", exact=True)).to_have_value("channel:phone")
    assert page.evaluate("window.isTheSame")


def test_from_a_folder_everything_works(open_page: OpenPage, sample_site_flat: Path) -> None:
    page = open_page(f"{(sample_site_flat / JOURNEY).as_uri()}.html?lanes=does,feels&{PHONE}")
    assert lanes(page) == ["does", "feels"]
    expect(page.locator("[data-jb-outside]").first).to_be_attached()
    page.locator("[data-jb-step] a:not(.jb-map__comment)").first.click()
    expect(page.locator("dialog[open]")).to_be_visible()
    page.go_back()
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert lanes(page) == ["does", "feels"]


def test_without_scripts_the_map_is_whole_and_nothing_promises_more(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/{JOURNEY}/?lanes=feels&{PHONE}", java_script_enabled=False)
    expect(page.locator(".jb-tools")).to_be_hidden()
    assert len(lanes(page)) > 2
    page.locator("[data-jb-step] a:not(.jb-map__comment)").first.click()
    assert page.locator("article.jb-step h3:target").count() == 1


def test_the_bar_takes_its_place_from_the_start(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/{JOURNEY}/")
    bar = page.locator(".jb-tools")
    expect(bar).to_be_visible()
    top = "() => document.querySelector('.jb-map__view').offsetTop"
    shown = page.evaluate(top)
    bar.evaluate("bar => { bar.hidden = true }")
    assert page.evaluate(top) == shown
