"""Maps on paper: which columns stand on which sheet, and what a printed page holds."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

import journeybook_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page
    from tests.conftest import OpenPage

SCRIPT = Path(journeybook_theme.__file__).with_name("scripts") / "presenting" / "print_map.js"
A4 = {"width": 1047, "height": 600, "smallest": 0.62}


@pytest.fixture(scope="module")
def ask(chromium: Browser) -> Callable[[str], Any]:
    """What an expression over `divided` and `planned` gives."""
    page = chromium.new_page()
    script = SCRIPT.read_text(encoding="utf-8")

    def asked(expression: str) -> Any:
        return page.evaluate(
            """([script, expression]) => {
              const module = {exports: {}}
              new Function("module", script)(module)
              const {divided, planned} = module.exports
              return new Function("divided", "planned", `return ${expression}`)(divided, planned)
            }""",
            [script, expression],
        )

    return asked


@pytest.mark.parametrize(
    ("stages", "most", "sheets"),
    [
        ([2, 3], 10, [[0, 4]]),
        ([1], 1, [[0, 0]]),
        ([4, 4, 2, 3, 4, 2], 15, [[0, 9], [10, 18]]),
        ([5] * 12, 15, [[0, 14], [15, 29], [30, 44], [45, 59]]),
        ([1, 40], 15, [[0, 13], [14, 26], [27, 40]]),
        ([1, 40], 20, [[0, 13], [14, 26], [27, 40]]),
        ([7, 7, 7], 10, [[0, 6], [7, 13], [14, 20]]),
        ([10, 2], 10, [[0, 9], [10, 11]]),
    ],
)
def test_sheets_end_with_stages_and_hold_about_the_same(
    ask: Callable[[str], Any], stages: list[int], most: int, sheets: list[list[int]]
) -> None:
    assert ask(f"divided({stages}, {most})") == sheets


@pytest.mark.parametrize("stages", [[1], [2, 3], [14], [19], [5] * 12, [1, 40], [60]])
@pytest.mark.parametrize("tall", [200, 900, 5000])
def test_every_column_is_printed_once_and_never_too_small(
    ask: Callable[[str], Any], stages: list[int], tall: int
) -> None:
    plan = ask(f"planned({stages}, {A4}, ([first, last], width) => {tall} * (last - first + 1) * 100 / width)")
    columns = [column for first, last in plan["sheets"] for column in range(first, last + 1)]
    assert columns == list(range(sum(stages)))
    assert A4["smallest"] <= plan["scale"] <= 1.6
    assert plan["fits"] or tall == 5000


def test_few_steps_are_printed_large_and_on_one_sheet(ask: Callable[[str], Any]) -> None:
    plan = ask(f"planned([2, 3], {A4}, () => 300)")
    assert (plan["sheets"], plan["scale"]) == ([[0, 4]], 1.6)


def test_what_is_too_tall_gets_smaller_first(ask: Callable[[str], Any]) -> None:
    plan = ask(f"planned([2, 3], {A4}, () => 800)")
    assert plan["sheets"] == [[0, 4]]
    assert plan["scale"] * 800 <= A4["height"]


# ---- Pages -----------------------------------------------------------------------------------------------------


def printed(page: Page) -> PdfReader:
    page.emulate_media(media="null")
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True, format="A4")))


def squeezed(text: str) -> str:
    """Without blanks, which a PDF has where it likes."""
    return "".join(text.split())


def landscape(reader: PdfReader) -> list[str]:
    """The texts of the pages that are wider than tall."""
    return [squeezed(page.extract_text()) for page in reader.pages if page.mediabox.width > page.mediabox.height]


def step_titles(page: Page) -> list[str]:
    return [squeezed(one) for one in page.locator(".jb-step > h3").all_text_contents()]


@pytest.mark.parametrize("scripts_run", [True, False])
def test_a_printed_journey_has_its_map_on_landscape_pages(
    sample_site_flat: Path, open_page: OpenPage, scripts_run: bool
) -> None:
    page = open_page(
        (sample_site_flat / "journeys/move-hosting.html").as_uri(),
        color_scheme="dark",
        java_script_enabled=scripts_run,
    )
    titles = step_titles(page)
    reader = printed(page)
    texts = [squeezed(one.extract_text()) for one in reader.pages]
    assert all(texts), "no page is blank"
    sheets = landscape(reader)
    assert 2 <= len(sheets) <= 4
    assert all("Stage" in sheet and "Step" in sheet for sheet in sheets), "heads come again"
    assert all(any(title in sheet for sheet in sheets) for title in titles)
    upright = "".join(text for text in texts if text not in sheets)
    assert all(title in upright for title in titles), "the steps in full follow"
    assert page.locator(".jb-sheets").count() == 0, "what was made for paper is gone"
    if scripts_run:
        assert sum("Movemysitetoanewhostingplan" in sheet for sheet in sheets) == 2


def test_on_paper_the_map_stands_between_the_story_and_the_stages(
    sample_site_flat: Path, open_page: OpenPage
) -> None:
    page = open_page((sample_site_flat / "journeys/move-hosting.html").as_uri(), media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    around = "one => [one.previousElementSibling.className, one.nextElementSibling.className.split(' ')[0]]"
    assert page.locator(".jb > .jb-sheets").evaluate(around) == ["jb-story", "jb-long"]


def test_paper_is_light_and_lanes_that_are_hidden_stay_hidden(sample_site_flat: Path, open_page: OpenPage) -> None:
    page = open_page(
        (sample_site_flat / "journeys/move-hosting.html").as_uri(), color_scheme="dark", media="print"
    )
    lane = page.locator(".jb-map .jb-lane").first
    name = lane.get_attribute("data-jb-lane")
    lane.evaluate("one => { one.hidden = true }")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".jb-sheets__sheet").count() > 0
    assert page.locator(f'.jb-sheets [data-jb-lane="{name}"]').count() == 0
    assert not page.locator(".jb-section--map").is_visible()
    colours = "getComputedStyle(document.querySelector('.jb-sheets__sheet .jb-map__grid td')).backgroundColor"
    assert page.evaluate(colours) in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".jb-section--map").is_visible()


def test_the_map_alone_is_printed_on_the_paper_somebody_chose(sample_site_flat: Path, open_page: OpenPage) -> None:
    page = open_page((sample_site_flat / "journeys/move-hosting.html").as_uri(), color_scheme="dark")
    titles = step_titles(page)
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Print map").click()
    page.get_by_label("Paper").select_option("a3")
    page.get_by_role("button", name="Print", exact=True).click()
    page.wait_for_function("window.printed")
    reader = printed(page)
    sheets = landscape(reader)
    assert len(reader.pages) == len(sheets) == 2
    for one in reader.pages:
        assert [round(float(side) / 72 * 25.4) for side in one.mediabox[2:]] == [420, 297]
    for sheet in sheets:
        assert "Movemysitetoanewhostingplan" in sheet
        assert "Evidence" in sheet, "no sheet holds a part of the lanes"
    for text in [
        *titles,
        "Movemysitetoanewhostingplan",
        "ShopownerInes",
        "September14,2026",
        "5verygood",
        "Momentoftruth",
    ]:
        assert any(text in sheet for sheet in sheets)
