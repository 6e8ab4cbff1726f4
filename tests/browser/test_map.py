"""The map in a browser: what stays in sight, and what the keyboard reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.mkdocs.small_portal import SmallPortal

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from tests.conftest import OpenPage

PHONE = (390, 844)

LONG = "Donaudampfschifffahrtsgesellschaftskapitänspatent " * 4

STEPS = "".join(
    f"      - {{id: step-{number}, title: Step {number}, score: 3, does: Works}}\n" for number in range(40)
)
FORTY = f"""title: One and forty
stages:
  - {{id: one, title: One, steps: [{{id: only, title: "{LONG.strip()}", does: Looks, feels: well}}]}}
  - {{id: none, title: None}}
  - id: forty
    title: Forty
    steps:
{STEPS}"""
ARABIC = """title: رحلة
stages:
  - {id: a, title: البداية, steps: [{id: b, title: يتصل, does: يطلب, score: 2}, {id: c, title: ينتظر, team: desk}]}
  - {id: d, title: النهاية, steps: [{id: e, title: يشكر, score: 5, team: sales}, {id: f, title: يعود, does: يعود}]}
"""
TEAMS = "claims: {title: Claims}\nsupport: {title: Support}\ndesk: {title: مكتب}\nsales: {title: مبيعات}\n"

BOX = (
    "one => { const {left, right, top, bottom} = one.getBoundingClientRect(); return {left, right, top, bottom}; }"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> Callable[..., str]:
    """`built(language, journey, **files)`: the address of that journey's page in a small portal."""

    def build(language: str, journey: str, **files: str) -> str:
        portal = SmallPortal(tmp_path_factory.mktemp("map"))
        portal.settings["theme"]["language"] = language
        content = {f"content/{name}.yml": text for name, text in files.items()}
        portal.write({"journeybook.yml": f"language: {language}\n", "content/journeys/it.yml": journey, **content})
        return f"{serve_folder(portal.build().folder, '/journeys')}/journeys/it/"

    return build


def box(page: Page, selector: str) -> dict[str, float]:
    """Where the first such element stands in the window."""
    found: Any = page.locator(selector).first.evaluate(BOX)
    return found


def scroll(page: Page, left: int, top: int) -> None:
    page.locator(".jb-map__view").evaluate("(one, [left, top]) => one.scrollTo(left, top)", [left, top])


def test_heads_and_names_stay_in_sight(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/move-hosting/", viewport=(1440, 900))
    page.locator(".jb-map").scroll_into_view_if_needed()
    scroll(page, 500, 400)
    view, stages = box(page, ".jb-map__view"), box(page, ".jb-map__stages th")
    steps, name = box(page, ".jb-map__steps th"), box(page, "[data-jb-lane=pains] > th")
    assert abs(stages["top"] - view["top"]) < 2
    assert abs(steps["top"] - stages["bottom"]) < 1, "steps stand right below the stages"
    assert abs(name["left"] - view["left"]) < 2
    corner = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('th')?.getAttribute('scope')",
        [steps["left"] + 9, steps["top"] + 9],
    )
    assert corner == "row", "nothing slides over the corner"


def test_the_keyboard_scrolls_a_map_and_sees_what_it_reaches(open_page: OpenPage, sample_url: str) -> None:
    page = open_page(f"{sample_url}/journeys/move-hosting/", viewport=(1280, 800))
    view = page.locator(".jb-map__view")
    view.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=view.element_handle())
    scroll(page, 900, 900)
    for selector in ("[data-jb-lane=touchpoints] td:nth-child(4) a", "[data-jb-lane=pains] td:nth-child(7) a"):
        link = page.locator(f".jb-map {selector}").first
        link.focus()
        reached = box(page, f".jb-map {selector}")
        head, name = box(page, ".jb-map__steps th:nth-child(3)"), box(page, "[data-jb-lane=pains] > th")
        assert reached["left"] >= name["right"]
        assert reached["top"] >= head["bottom"]


def test_a_map_from_right_to_left_is_mirrored(open_page: OpenPage, built: Callable[..., str]) -> None:
    page = open_page(built("ar", ARABIC, teams=TEAMS), viewport=(700, 900))
    assert page.evaluate("document.body.dir") == "rtl"
    view, name = box(page, ".jb-map__view"), box(page, ".jb-lane > th")
    assert abs(name["right"] - view["right"]) < 2
    first, last = box(page, "[data-jb-step=b]"), box(page, "[data-jb-step=f]")
    assert first["left"] > last["right"]
    scroll(page, -300, 0)
    assert abs(box(page, ".jb-lane > th")["right"] - view["right"]) < 2


@pytest.mark.parametrize("viewport", [PHONE, (1440, 900)])
def test_one_step_beside_forty_and_a_title_of_two_hundred_signs(
    open_page: OpenPage, built: Callable[..., str], viewport: tuple[int, int]
) -> None:
    page = open_page(built("en", FORTY), viewport=viewport)
    widths: list[float] = page.locator(".jb-map__steps > * + *").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )
    assert len(widths) == 42
    assert max(widths) - min(widths) < 1.5, "columns are equally wide"
    assert min(widths) >= 140
    cut = page.locator("[data-jb-step=only] a").first
    assert cut.evaluate("one => one.scrollHeight > one.clientHeight"), "on screens a long title is cut"
    assert cut.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page itself is not wider"
    scroll(page, 2500, 0)
    stage, name = box(page, "[data-jb-stage=forty] a"), box(page, ".jb-lane > th")
    assert name["right"] <= stage["left"] < viewport[0], "the stage's title stays in sight"
    page.emulate_media(media="print")
    assert cut.evaluate("one => one.scrollHeight <= one.clientHeight + 1"), "on paper nothing is cut"
