"""What pages say of themselves to search engines."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journeybook.pages import view_of
from journeybook.pages.linked_data import linked_data
from tests.pages.portals import context_of, page_of


def told(key: str, **changes: Any) -> dict[str, Any] | None:
    context = replace(context_of(), **changes)
    return linked_data(view_of(page_of(key, context), context), context)


def test_a_page_says_where_it_stands_and_when_it_was_reviewed() -> None:
    site = "https://example.org/"
    assert told("stage/claim/tell") == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": f"{site}journeys/claim/tell/",
        "name": "Tell",
        "inLanguage": "en",
        "lastReviewed": "2026-09-14",
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Home", "item": site},
                {"@type": "ListItem", "position": 2, "name": "Journeys", "item": f"{site}journeys/"},
                {"@type": "ListItem", "position": 3, "name": "Report a claim", "item": f"{site}journeys/claim/"},
                {"@type": "ListItem", "position": 4, "name": "Tell", "item": f"{site}journeys/claim/tell/"},
            ],
        },
    }


def test_a_summary_describes_and_tags_are_keywords() -> None:
    found = told("journey/claim") or {}
    assert (found["description"], found["keywords"]) == ("From the leak to the cheque.", ["claims"])


def test_an_overview_is_a_collection() -> None:
    assert (told("index/team") or {})["@type"] == "CollectionPage"


def test_addresses_are_those_of_the_site() -> None:
    found = told("team/desk", directory_urls=False) or {}
    assert found["url"] == "https://example.org/teams/desk.html"


def test_a_site_without_an_address_says_nothing() -> None:
    assert told("journey/claim", site="") is None
