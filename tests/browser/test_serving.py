"""`journeybook serve` in a browser: a page loads itself anew when it is another, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mkdocs.small_portal import FILES, SmallPortal
from tests.tools.served_portal import served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import OpenPage

CLAIM, CHANNELS = "content/journeys/eu/claim.yml", "content/channels.yml"
PHONE = (390, 500)


def test_an_edit_shows_by_itself_where_it_matters(open_page: OpenPage, tmp_path: Path) -> None:
    portal = SmallPortal(tmp_path / "portal")
    with served(portal, tmp_path) as site:
        site.until(lambda: bool(site.page("")))
        journey = open_page(f"{site.url}journeys/claim/", viewport=PHONE)
        channel = open_page(f"{site.url}channels/letter/")
        for page in (journey, channel):
            page.evaluate("window.seen = true")
        journey.evaluate("scrollTo(0, 400)")
        journey.wait_for_function("scrollY === 400")

        portal.write({CLAIM: FILES[CLAIM].replace("From the leak", "From the flood")})
        journey.get_by_text("From the flood to the cheque.").first.wait_for()
        assert journey.evaluate("window.seen") is None
        journey.wait_for_function("scrollY === 400")
        assert channel.evaluate("window.seen")

        portal.write({CHANNELS: FILES[CHANNELS].replace("kind: human", "kind: hmuan")})
        for page in (journey, channel):
            page.locator(".jb-problems").get_by_text("content/channels.yml:3:9").wait_for()
        assert journey.get_by_text("From the flood to the cheque.").count()
        portal.write({CHANNELS: FILES[CHANNELS]})
        for page in (journey, channel):
            page.locator(".jb-problems").wait_for(state="detached")

        # A browser that was left on another page comes back to one that is up to date.
        journey.goto(f"{site.url}channels/phone/")
        portal.write({CLAIM: FILES[CLAIM].replace("From the leak", "From the drip")})
        site.until(lambda: "From the drip" in site.page("journeys/claim/"))
        journey.go_back()
        journey.get_by_text("From the drip to the cheque.").first.wait_for()
        for page in (journey, channel):
            page.goto("about:blank")
