"""The navigation."""

from __future__ import annotations

from collections.abc import Callable

from tests.mkdocs.small_portal import SmallPortal

Logged = Callable[[str], list[str]]

OVERVIEWS = [
    ("atlas/", "Atlas"),
    ("personas/", "Personas"),
    ("journeys/", "Journeys"),
    ("touchpoints/", "Touchpoints"),
    ("channels/", "Channels"),
    ("teams/", "Teams"),
    ("boards/", "Boards"),
]


def test_the_front_page_comes_first_then_atlas_overviews_and_boards_then_own_pages(
    portal: SmallPortal, logged: Logged
) -> None:
    assert portal.build(strict=True).navigation() == [(".", "Welcome"), *OVERVIEWS, ("about/how/", "How to read")]
    assert not [line for line in logged("INFO") if '"nav" configuration' in line]


def test_own_pages_in_the_folder_of_a_kind_stay_with_its_overview(portal: SmallPortal) -> None:
    portal.write({"content/teams/who.md": "---\nentity: page\n---\n# Who is who\n"})
    found = portal.build(strict=True).navigation()
    teams = found.index(("teams/", "Teams"))
    assert found[teams + 1] == ("teams/who/", "Who is who")


def test_the_authors_navigation_wins(portal: SmallPortal, logged: Logged) -> None:
    portal.settings["nav"] = [
        "index.md",
        {"Claims": [{"The claim": "journeys/eu/claim.yml"}, "journeys/claim/decide.md", "channels/phone.md"]},
        {"All journeys": "journeys/index.md"},
        "about/how.md",
    ]
    found = portal.build(strict=True).navigation()
    assert found == [
        (".", "Welcome"),
        ("journeys/claim/", "The claim"),
        ("journeys/claim/decide/", "Decide"),
        ("channels/phone/", "Telephone"),
        ("journeys/", "All journeys"),
        ("about/how/", "How to read"),
    ]
    assert not [line for line in logged("INFO") if '"nav" configuration' in line]


def test_the_navigation_may_name_files_of_any_script(portal: SmallPortal) -> None:
    portal.write({"content/personas/our shops/łucja.yml": "title: Łucja\n"})
    portal.settings["nav"] = ["index.md", "personas/our shops/łucja.yml", "about/how.md"]
    assert ("personas/%C5%82ucja/", "Łucja") in portal.build(strict=True).navigation()


def test_neighbours_in_the_footer_follow_the_navigation(portal: SmallPortal) -> None:
    portal.settings["theme"] = {"name": "material", "features": ["navigation.footer"]}
    page = portal.build(strict=True).text("journeys/index.html")
    footer = page[page.index("<footer") :]
    assert 'href="../personas/"' in footer
    assert 'href="../touchpoints/"' in footer


def test_overviews_speak_the_portals_language(portal: SmallPortal) -> None:
    portal.write({"journeybook.yml": "language: de\n"})
    assert '<html lang="de"' in portal.build(strict=True).text("index.html")
