"""One page of every kind in the sample portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.model.boards import Board

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

KINDS = {
    "front": "",
    "ordinary page": "how-to-read/",
    "journeys": "journeys/",
    "journey in Markdown": "journeys/move-hosting/",
    "journey in YAML": "journeys/cable-connect/",
    "journey in Chinese": "journeys/退洗衣机/",
    "journey of the future": "journeys/move-hosting-next/",
    "stage": "journeys/agent-year/claim/",
    "personas": "personas/",
    "persona": "personas/site-owner/",
    "persona without portrait": "personas/night-nurse/",
    "touchpoints": "touchpoints/",
    "touchpoint": "touchpoints/support-call/",
    "channels": "channels/",
    "channel": "channels/phone/",
    "channel of a machine": "channels/chatbot/",
    "teams": "teams/",
    "team": "teams/support/",
    "opportunities": "opportunities/",
    "opportunity": "opportunities/one-ticket/",
    "initiatives": "initiatives/",
    "initiative": "initiatives/move-rehearsal/",
    "all evidence": "evidence/",
    "evidence": "evidence/move-interviews-2026/",
    "metrics": "metrics/",
    "metric": "metrics/move-fcr/",
    "pain": "pains/",
    "atlas": "atlas/",
    "chosen in the atlas": "atlas/?state=future",
    "boards": "boards/",
    **{f"board of {board.value}": f"boards/{board.value}/" for board in Board},
    "compared pair": "compare/move-hosting-next/",
    "choice of a pair": "compare/",
    "chosen pair": "compare/?a=bill-error&b=lost-card",
}
"""Addresses by kind; that of a pain ends with the first one there is."""


def address_of(kind: str, site: Path) -> str:
    """The address of a kind of page, from that of the site on."""
    if kind == "pain":
        first = min((site / "pains").rglob("index.html"))
        return first.parent.relative_to(site).as_posix() + "/"
    return KINDS[kind]


def open_all(page: Page) -> None:
    """Open what is closed."""
    page.locator(".jb details").evaluate_all("all => all.forEach(one => one.open = true)")


def show_whole(page: Page) -> None:
    """Open what is closed and scroll through the page, so that everything that waits to be seen is there."""
    open_all(page)
    for figure in page.locator("figure.jb-diagram").all():
        figure.scroll_into_view_if_needed()
        figure.locator("svg").first.wait_for()
    page.evaluate("window.scrollTo(0, 0)")
