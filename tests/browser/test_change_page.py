"""The page about changes, opened from a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.history.editing import Editor, sample

from journeybook.exchange.changes import told
from journeybook.history import changes_between
from journeybook.pages.changed import changed_page
from journeybook.rendering.change_page import change_page
from journeybook.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

MOVE = "journeys/move-hosting.md"


def test_both_curves_and_the_changed_cells_stand_in_one_file(chromium: Browser, tmp_path: Path) -> None:
    editor = Editor(tmp_path)
    editor.replace(MOVE, "score: {site-owner: 2}\nfeels: worried", "score: {site-owner: 4}\nfeels: worried")
    editor.replace(MOVE, "thinks: Will my orders get lost?", "thinks: Will my <b>parcels</b> get lost?")
    editor.move(MOVE, "### Calls support about the slow", "### Reads what other", "### Notices that")
    new = "### Asks a friend\n\n```yaml step\nid: asks-friend\nscore: 4\n```\n\n"
    editor.replace(MOVE, "### Accepts the offer", f"{new}### Accepts the offer")
    portal = editor.portal()
    found = told(changes_between(sample(), portal), ("main", "work"), Words())
    said = (found.chapters, found.summary, found.notes, ())
    view = changed_page(found.changes, (sample(), portal), ("main", "work"), Words(), said)
    file = tmp_path / "changes.html"
    file.write_text(change_page(view, Words()), encoding="utf-8")

    asked: list[str] = []
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(str(error)))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]

    heads = page.locator("thead tr:nth-child(2) th").all_inner_texts()
    assert heads[:5] == [
        "moved\nCalls support about the slow site",
        "Notices that the shop is slow",
        "Reads what other owners say",
        "added\nAsks a friend",
        "Accepts the offer",
    ]  # fmt: skip
    score = page.locator("tr", has=page.get_by_role("rowheader", name="Score")).locator("td").first
    assert score.inner_text().split() == ["changed", "24"]
    assert (score.locator("del").inner_text(), score.locator("ins").inner_text()) == ("2", "4")
    thought = page.locator("tr", has=page.get_by_role("rowheader", name="Thinks")).locator("td").first
    assert thought.locator("ins").inner_text() == "<b>parcels</b>"
    former, now = page.locator("path.former"), page.locator("path.now")
    assert former.get_attribute("d") != now.get_attribute("d")
    assert former.get_attribute("d", timeout=1000).count("M") == 1, "the former curve runs on over what is new"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.close()
