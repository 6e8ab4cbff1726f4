"""`journeybook serve` in a browser: a page becomes another where it stands, or loads itself anew where it must."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.mkdocs.small_portal import FILES, SmallPortal
from tests.tools.served_portal import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.conftest import OpenPage

CLAIM, CHANNELS, HOW = "content/journeys/eu/claim.yml", "content/channels.yml", "content/about/how.md"
PHONE = (390, 500)
PALETTES = [
    {"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Dark"}},
    {"scheme": "slate", "toggle": {"icon": "material/weather-sunny", "name": "Light"}},
]
EXTENSIONS = [
    "pymdownx.details",
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}},
]
PAGE = """\
# How to read

From left to right.

??? note "Folded"

    What is folded.

=== "One"

    The first.

=== "Two"

    The second.

| a | b |
| - | - |
| 1 | 2 |

```sh
echo copied
```

```mermaid
flowchart LR
  a --> b
```

<script>window.ran = (window.ran ?? 0) + 1</script>

## Last
"""


def test_an_edit_shows_by_itself_where_it_matters(open_page: OpenPage, tmp_path: Path) -> None:
    portal = SmallPortal(tmp_path / "portal")
    with served(portal, tmp_path) as site:
        site.until(lambda: bool(site.page("")))
        journey = open_page(f"{site.url}journeys/claim/", viewport=PHONE)
        channel = open_page(f"{site.url}channels/letter/")
        for page in (journey, channel):
            page.evaluate("window.stayed = true")
        channel.evaluate("document.querySelector('article').stayed = true")
        journey.evaluate("scrollTo(0, 400)")
        journey.wait_for_function("scrollY === 400")

        portal.write({CLAIM: FILES[CLAIM].replace("From the leak", "From the flood").replace("a loss", "a leak")})
        journey.get_by_text("From the flood to the cheque.").first.wait_for()
        journey.wait_for_function("scrollY === 400")
        assert journey.title() == "Claim a leak - Small portal"
        assert "From the flood" in (journey.get_attribute("meta[name=description]", "content") or "")

        # A diagram that is as it was stays as it is drawn.
        journey.evaluate("document.querySelector('figure.jb-diagram').closest('details').open = true")
        journey.locator("figure.jb-diagram").scroll_into_view_if_needed()
        journey.wait_for_selector("figure.jb-diagram[data-jb-state=drawn]")
        journey.evaluate("document.querySelector('figure.jb-diagram[data-jb-state=drawn]').stayed = true")
        portal.write(
            {CLAIM: FILES[CLAIM].replace("leak", "flood").replace("a loss", "a leak") + "owner: claims\n"}
        )
        journey.get_by_text("Claims").first.wait_for()
        journey.wait_for_function("document.querySelector('figure.jb-diagram').stayed")
        assert journey.locator("figure.jb-diagram svg").is_visible()

        portal.write({CHANNELS: FILES[CHANNELS].replace("kind: human", "kind: hmuan")})
        for page in (journey, channel):
            page.locator(".jb-problems").get_by_text("content/channels.yml:3:9").wait_for()
        assert journey.get_by_text("From the flood to the cheque.").count()
        portal.write({CHANNELS: FILES[CHANNELS]})
        for page in (journey, channel):
            page.locator(".jb-problems").wait_for(state="detached")
            assert page.evaluate("window.stayed")
        assert channel.evaluate("document.querySelector('article').stayed")

        # A browser that was left on another page comes back to one that is up to date.
        journey.goto(f"{site.url}channels/phone/")
        portal.write({CLAIM: FILES[CLAIM].replace("From the leak", "From the drip")})
        site.until(lambda: "From the drip" in site.page("journeys/claim/"))
        journey.go_back()
        journey.get_by_text("From the drip to the cheque.").first.wait_for()
        for page in (journey, channel):
            page.goto("about:blank")


@pytest.mark.parametrize("features", [[], ["navigation.instant", "navigation.tabs", "navigation.tabs.sticky"]])
def test_a_page_goes_on_as_its_reader_has_left_it(
    open_page: OpenPage, tmp_path: Path, features: list[str]
) -> None:
    portal = SmallPortal(tmp_path / "portal")
    portal.settings["theme"] = {
        "name": "material",
        "palette": PALETTES,
        "features": ["content.code.copy", *features],
    }
    portal.settings["markdown_extensions"] = EXTENSIONS
    portal.write({HOW: PAGE})
    with served(portal, tmp_path) as site:
        site.until(lambda: bool(site.page("")))
        page = open_page(f"{site.url}about/how/")
        page.evaluate("window.stayed = true")
        page.locator("label[title=Dark]").click()
        page.get_by_text("Folded", exact=True).click()
        page.get_by_text("Two", exact=True).click()
        for word in ("right", "left", "right to the end"):
            portal.write({HOW: PAGE.replace("to right", f"to the {word}")})
            page.get_by_text(f"From left to the {word}.", exact=True).wait_for()
        assert page.evaluate("[window.stayed, window.ran]") == [True, 4]
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        for text in ("What is folded.", "The second."):
            page.get_by_text(text).wait_for()
        page.wait_for_selector("div.mermaid")
        once = [".md-typeset__scrollwrap", ".md-code__nav", "div.mermaid", "[for=__tabbed_1_1] > a"]
        assert [page.locator(one).count() for one in once] == [1, 1, 1, 1]

        walk(page, f"{site.url}journeys/claim/")
        page.evaluate("window.stayed = true")
        portal.write({CLAIM: FILES[CLAIM].replace("Calls support", "Rings up")})
        page.locator("dialog.jb-walk").get_by_text("Rings up").first.wait_for()
        page.keyboard.press("Escape")
        page.locator("dialog.jb-walk").wait_for(state="hidden")
        page.goto(f"{site.url}journeys/claim/?lens=pains&lanes=steps,pains#calls")
        page.evaluate("window.stayed = true")
        portal.write({CLAIM: FILES[CLAIM].replace("Waits for", "Longs for")})
        page.locator("article").get_by_text("Longs for the letter").first.wait_for()
        assert page.evaluate("window.stayed")
        assert page.evaluate("location.href").endswith("/?lens=pains&lanes=steps,pains#calls")
        page.locator(".jb-map__steps").get_by_text("Calls support").wait_for()

        page.keyboard.press("s")
        page.keyboard.type("welcome")
        page.locator(".md-search-result__item a").first.wait_for()


def walk(page: Page, journey: str) -> None:
    """Walk through a journey up to its first stage."""
    page.goto(f"{journey}?walk=report")
    page.locator("dialog.jb-walk").get_by_text("Calls support").first.wait_for()


def test_what_comes_with_a_load_alone_is_loaded(open_page: OpenPage, tmp_path: Path) -> None:
    portal = SmallPortal(tmp_path / "portal")
    portal.write({"content/more.css": "h1 { color: rgb(1, 2, 3) !important }"})
    portal.settings["extra_css"] = ["more.css"]
    with served(portal, tmp_path) as site:
        site.until(lambda: bool(site.page("")))
        page = open_page(site.url)
        page.get_by_text("Two journeys.").wait_for()
        page.evaluate("window.stayed = true")
        portal.write({"content/more.css": "h1 { color: rgb(3, 2, 1) !important }"})
        page.wait_for_function("getComputedStyle(document.querySelector('h1')).color === 'rgb(3, 2, 1)'")
        assert not page.evaluate("window.stayed")

        page.evaluate("window.stayed = true")
        portal.write({"content/more.js": "window.more = true"})
        portal.settings["extra_javascript"] = ["more.js"]
        portal.save_settings()
        page.wait_for_function("window.more")
        assert not page.evaluate("window.stayed")
        page.goto("about:blank")
