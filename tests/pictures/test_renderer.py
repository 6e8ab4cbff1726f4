"""The script that draws diagrams in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.pictures.contrast import contrasts, line_contrasts
from tests.pictures.figures import BROKEN, add_scripts, bare_page, figure
from tests.pictures.rich import rich_diagrams
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from tests.conftest import OpenPage

VENDOR = "assets/journeybook/vendor/mermaid.js"
STATES = "() => [...document.querySelectorAll('figure.jb-diagram')].map(one => one.dataset.jbState)"
SIZES: dict[str, tuple[int, int]] = {"screen": (1280, 900), "phone": (390, 844)}


def states(page: Page) -> list[str]:
    return page.evaluate(STATES)


def drawn(page: Page, number: int) -> Locator:
    """The picture of a figure, scrolled to and drawn."""
    shown = page.locator("figure.jb-diagram").nth(number)
    shown.scroll_into_view_if_needed()
    picture = shown.locator(".jb-diagram__picture > svg")
    picture.wait_for()
    return picture


def requests_of(page: Page, name: str) -> list[str]:
    """Fills with the requests for files of that name from now on."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if request.url.endswith(name) else None)
    return found


def test_only_what_comes_near_is_drawn(
    open_page: OpenPage, serve_folder: Callable[..., str], bare_site: Path
) -> None:
    page = open_page(f"{serve_folder(bare_site)}/deep/er/index.html")
    drawn(page, 0)
    assert states(page) == ["drawn", "waiting", "waiting"]
    drawn(page, 1)
    assert states(page) == ["drawn", "drawn", "waiting"]
    assert page.locator(".jb-diagram__source").count() == 1


def test_without_a_diagram_in_sight_mermaid_is_not_loaded(open_page: OpenPage, bare_site: Path) -> None:
    mood, _ = rich_diagrams()
    bare_page(bare_site, "low.html", "", figure(mood, "mood"))
    page = open_page((bare_site / "low.html").as_uri())
    asked = requests_of(page, VENDOR)
    page.wait_for_timeout(300)
    assert not asked
    drawn(page, 0)
    assert len(asked) == 1


def test_it_works_from_a_folder_without_a_server(open_page: OpenPage, bare_site: Path) -> None:
    page = open_page((bare_site / "deep" / "er" / "index.html").as_uri())
    drawn(page, 0)


def test_no_two_elements_share_an_id(
    open_page: OpenPage, serve_folder: Callable[..., str], bare_site: Path
) -> None:
    page = open_page(f"{serve_folder(bare_site)}/deep/er/index.html")
    for number in range(3):
        drawn(page, number)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids)) > 20


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("colour", ["indigo", "white", "black", "amber"])
def test_every_text_can_be_read(open_page: OpenPage, material_url: str, scheme: str, colour: str) -> None:
    page = open_page(f"{material_url}/journey/", viewport=(2600, 3000))
    page.evaluate(
        """([scheme, colour]) => {
            document.body.dataset.mdColorScheme = scheme
            document.body.dataset.mdColorPrimary = colour
        }""",
        [scheme, colour],
    )
    texts = [one for number in (0, 1) for one in contrasts(drawn(page, number))]
    assert len(texts) >= 30
    assert all(one.seen for one in texts)
    assert not [one for one in texts if one.ratio < 4.5]
    lines = line_contrasts(drawn(page, 1))
    assert len(lines) >= 16
    assert not [one for one in lines if one.ratio < 3]


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("colour", ["indigo", "white", "black", "amber"])
def test_what_comes_ready_drawn_can_be_read_too(
    open_page: OpenPage, material_url: str, scheme: str, colour: str
) -> None:
    page = open_page(f"{material_url}/ready/", viewport=(2600, 3000))
    page.evaluate(
        """([scheme, colour]) => {
            document.body.dataset.mdColorScheme = scheme
            document.body.dataset.mdColorPrimary = colour
        }""",
        [scheme, colour],
    )
    picture = page.locator("svg.jb-chart").first
    texts, lines = contrasts(picture), line_contrasts(picture)
    assert (len(texts), len(lines)) == (18, 17)
    assert all(one.seen for one in texts)
    assert not [one for one in texts if one.ratio < 4.5]
    assert not [one for one in lines if one.ratio < 3]


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_an_authors_own_fence_can_be_read_too(chromium: Browser, material_url: str, scheme: str) -> None:
    with chromium.new_page(viewport={"width": 1280, "height": 900}) as page:
        # Material hides it in a closed shadow root.
        page.add_init_script(
            "const attach = Element.prototype.attachShadow;"
            "Element.prototype.attachShadow = function () { return attach.call(this, {mode: 'open'}) }"
        )
        page.goto(f"{material_url}/")
        page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
        picture = page.locator("div.mermaid svg")
        picture.wait_for()
        texts, lines = contrasts(picture), line_contrasts(picture)
        assert {one.text for one in texts} == {"An author's", "own diagram"}
        assert not [one for one in texts if one.ratio < 4.5]
        assert lines
        assert not [one for one in lines if one.ratio < 3]


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_every_text_can_be_read_without_material(
    open_page: OpenPage, bare_site: Path, color_scheme: Literal["light", "dark"]
) -> None:
    address = (bare_site / "deep" / "er" / "index.html").as_uri()
    page = open_page(address, viewport=(2600, 3000), color_scheme=color_scheme)
    for number in (0, 1):
        assert not [one for one in contrasts(drawn(page, number)) if one.ratio < 4.5]


def test_on_a_phone_pictures_scroll_instead_of_shrinking_out_of_sight(
    open_page: OpenPage, material_url: str
) -> None:
    page = open_page(f"{material_url}/journey/", viewport=SIZES["phone"])
    for number in (0, 1):
        picture = drawn(page, number)
        assert min(one.size for one in contrasts(picture)) >= 11.99
        region = picture.locator("..")
        region.focus()
        region.evaluate("one => one.scrollLeft = 0")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("one => one.scrollLeft > 0", arg=region.element_handle())
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing(
    open_page: OpenPage,
    material_url: str,
    size: str,
    color_scheme: Literal["light", "dark"],
) -> None:
    page = open_page(f"{material_url}/journey/", viewport=SIZES[size])
    if color_scheme == "dark":
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    drawn(page, 0)
    drawn(page, 1)
    findings = axe_findings(page)
    assert not findings, "\n".join(map(str, findings))


def test_title_and_description_are_told_once(open_page: OpenPage, bare_site: Path) -> None:
    mood, flow = rich_diagrams()
    bare_page(bare_site, "bare.html", figure(mood, "mood").replace(mood.description, ""), figure(flow, "flow"))
    page = open_page((bare_site / "bare.html").as_uri())
    drawn(page, 0)
    assert page.get_by_role("img", name=mood.title, exact=True).count() == 1
    described = page.locator("svg[role=img]").get_attribute("aria-describedby")
    assert page.locator(f"#{described}").text_content() == mood.description
    picture = drawn(page, 1)
    assert page.get_by_role("group", name=flow.title, exact=True).count() == 1
    assert picture.locator("desc").count() == 0
    assert picture.get_attribute("aria-describedby") is None


def test_links_are_reached_by_keyboard_in_the_order_of_steps(open_page: OpenPage, material_url: str) -> None:
    page = open_page(f"{material_url}/journey/")
    picture = drawn(page, 1)
    picture.locator("a").first.focus()
    reached: list[str | None] = []
    for _ in range(picture.locator("a").count()):
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        page.keyboard.press("Tab")
    assert tuple(reached) == rich_diagrams()[1].links
    picture.get_by_role("link", name="Goes online").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/journey/#online")


def test_links_lead_on_in_the_same_tab(open_page: OpenPage, material_url: str) -> None:
    page = open_page(f"{material_url}/journey/")
    drawn(page, 1).get_by_role("link", name="Waits at home").click()
    page.wait_for_url("**/journey/#waits")
    assert len(page.context.pages) == 1


def test_another_palette_needs_no_new_drawing(open_page: OpenPage, material_url: str) -> None:
    page = open_page(f"{material_url}/journey/")
    box = drawn(page, 1).locator(".node rect").first
    light = box.evaluate("one => getComputedStyle(one).fill")
    page.locator("label[title=dark]").click()
    page.wait_for_function("([one, was]) => getComputedStyle(one).fill !== was", arg=[box.element_handle(), light])


def test_pages_that_come_without_a_load_are_drawn_too(open_page: OpenPage, material_url: str) -> None:
    page = open_page(f"{material_url}/")
    page.locator("div.mermaid").wait_for()
    loads: list[str] = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    for name, address in (("The journey", "**/journey/"), ("Other", "**/other/"), ("Back", "**/journey/")):
        page.evaluate("document.querySelector('article').dataset.before = 'here'")
        page.locator("article").get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(address)
        page.locator("article:not([data-before])").wait_for()  # the address changes before the page does
        drawn(page, 0)
        assert set(states(page)) <= {"drawn", "drawing", "waiting"}
    assert not loads


def test_an_authors_own_fence_is_drawn_by_the_same_mermaid(open_page: OpenPage, material_url: str) -> None:
    page = open_page(f"{material_url}/")
    page.locator("div.mermaid").wait_for()
    assert page.evaluate("typeof window.mermaid.render") == "function"
    assert page.locator("pre.mermaid").count() == 0


def test_a_diagram_that_cannot_be_drawn_shows_its_source_and_harms_no_other(
    chromium: Browser, tmp_path: Path
) -> None:
    mood, _ = rich_diagrams()
    add_scripts(tmp_path)
    broken = figure(BROKEN, "flow")
    bare_page(tmp_path, "index.html", broken + figure(mood, "mood"))
    with chromium.new_page() as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.goto((tmp_path / "index.html").as_uri())
        drawn(page, 1)
        assert states(page) == ["failed", "drawn"]
        assert page.locator(".jb-diagram__message").is_visible()
        assert page.locator(".jb-diagram__source").is_visible()
        assert page.locator(".jb-diagram__source").inner_text().strip() == BROKEN.source.strip()
        assert len(said) == 1
        assert page.locator("body > :is(svg, div)").count() == 0


PRINTED = """
() => addEventListener("beforeprint", () => {
    window.printed = [...document.querySelectorAll("figure.jb-diagram")].map(one =>
        [one.dataset.jbState, one.querySelectorAll(".jb-diagram__strips > svg").length])
})
"""


@pytest.mark.parametrize("near", [True, False], ids=["Mermaid is there", "Mermaid is not there"])
def test_on_paper_all_is_drawn_in_strips(
    open_page: OpenPage, serve_folder: Callable[..., str], bare_site: Path, near: bool
) -> None:
    mood, flow = rich_diagrams()
    bare_page(
        bare_site,
        "print.html",
        "" if not near else figure(mood, "mood"),
        figure(mood, "mood"),
        figure(flow, "flow"),
    )
    page = open_page(f"{serve_folder(bare_site)}/print.html")
    page.wait_for_load_state("networkidle")
    assert states(page) == ["drawn"] * near + ["waiting"] * 2
    page.evaluate(PRINTED)
    page.pdf()
    assert page.evaluate("window.printed") == [["drawn", 2]] * near + [["drawn", 2], ["drawn", 2]]
    assert page.locator(".jb-diagram__strips").count() == 0


def test_paper_is_white_whatever_the_palette(open_page: OpenPage, material_url: str) -> None:
    page = open_page(f"{material_url}/journey/", viewport=(2600, 3000), media="print")
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    picture = drawn(page, 1)
    assert (
        picture.locator(".node rect").first.evaluate("one => getComputedStyle(one).fill") == "rgb(255, 255, 255)"
    )
    assert not [one for one in contrasts(picture) if one.ratio < 4.5]
