"""The index of the host's search plugin: entries of generated pages beside those of the author's own."""

from __future__ import annotations

from typing import Any

import pytest

from journeybook.mkdocs import search_pieces
from tests.mkdocs.small_portal import SmallPortal

HOSTILE = "content/teams.yml"


def index(portal: SmallPortal) -> dict[str, dict[str, Any]]:
    """What the built portal's search finds, by address; nothing is found twice."""
    docs = portal.build(strict=True).search_entries()
    assert len({one["location"] for one in docs}) == len(docs)
    return {one["location"]: one for one in docs}


def test_authors_pages_come_first_then_ours_in_the_order_of_the_plan(portal: SmallPortal) -> None:
    found = list(index(portal))
    assert found[:2] == ["", "about/how/"]
    ours = ["personas/ada/", "journeys/claim/", "journeys/claim/#calls", "touchpoints/support-call/"]
    assert [one for one in found if one in ours] == ours


def test_what_is_written_is_found_as_text(portal: SmallPortal) -> None:
    portal.write({HOSTILE: "support: {title: '<img src=x onerror=alert(1)>', tags: [R&D]}\nclaims: {title: C}\n"})
    found = index(portal)
    assert found["teams/support/"]["title"] == "&lt;img src=x onerror=alert(1)&gt;"
    assert found["teams/support/"]["tags"] == ["R&amp;D"]
    assert "<img" not in str(found)


def test_front_matter_for_folders_decides_what_is_found_and_how_high_up(portal: SmallPortal) -> None:
    portal.settings["plugins"] = ["search", "meta", "journeybook"]
    portal.write(
        {
            "content/journeys/.meta.yml": "search: {exclude: true}\n",
            "content/touchpoints/.meta.yml": "search: {boost: 3}\ntags: [met]\n",
        }
    )
    found = index(portal)
    assert "journeys/claim/" not in found
    assert "journeys/claim/#calls" not in found
    assert (found["touchpoints/support-call/"]["boost"], found["touchpoints/support-call/"]["tags"]) == (
        3,
        ["met"],
    )
    assert found["teams/"]["boost"] == 0.5


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_the_search_of_mkdocs_finds_steps_too(portal: SmallPortal, theme: str) -> None:
    portal.settings["theme"] = {"name": theme}
    docs = portal.build(strict=True).search_entries()
    steps = [one for one in docs if one["location"] == "journeys/claim/#calls"]
    assert [one["title"] for one in steps] == ["Calls support"]
    assert "Has to explain it twice" in steps[0]["text"]


def test_without_a_search_nothing_is_missing(portal: SmallPortal) -> None:
    portal.settings["plugins"] = [{"search": {"enabled": False}}, "journeybook"]
    site = portal.build(strict=True)
    assert "search/search_index.json" not in site.files()
    assert "data-search" not in site.text("journeys/claim/index.html")


def test_an_index_in_pieces_is_the_same_whether_it_was_kept_or_not(
    portal: SmallPortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pieces() -> dict[str, str]:
        site = portal.build(strict=True)
        return {name: site.text(name) for name in sorted(site.files()) if name.startswith("search/")}

    monkeypatch.setattr(search_pieces, "MOST_FOR_MATERIAL", 0)
    cold = pieces()
    assert "search/words-0.js" in cold
    assert '"docs":[]' in cold["search/search_index.json"]
    with monkeypatch.context() as once:
        once.delattr(search_pieces, "pieces_of")
        assert pieces() == cold
    for path in (portal.root / ".cache/journeybook/search").glob("*.json"):
        path.write_text(path.read_text(encoding="utf-8").replace("Calls", "Damns"), encoding="utf-8")
    assert pieces() == cold
    portal.write({HOSTILE: "support: {title: Support desk}\nclaims: {title: C}\n"})
    assert "Support desk" in pieces()["search/entries-0.js"]
