"""Edit links lead to the source, at its line."""

from __future__ import annotations

from typing import Any

import pytest

from tests.mkdocs.small_portal import SmallPortal

GITHUB = {"repo_url": "https://github.com/example/journeys", "edit_uri": "edit/main/content/"}


def edit_button(portal: SmallPortal, page: str) -> str | None:
    """Where Material's own button leads."""
    portal.settings["theme"] = {"name": "material", "features": ["content.action.edit"]}
    article = portal.build(strict=True).article(page)
    lines = [line for line in article.splitlines() if 'rel="edit"' in line]
    return lines[0].split('href="')[1].split('"')[0] if lines else None


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        (GITHUB, "https://github.com/example/journeys/edit/main/content/channels.yml#L4"),
        ({"repo_url": "https://github.com/e/j"}, "https://github.com/e/j/edit/master/content/channels.yml#L4"),
        (
            {"repo_url": "https://gitlab.example.com/e/j", "edit_uri": "-/edit/main/portal/content"},
            "https://gitlab.example.com/e/j/-/edit/main/portal/content/channels.yml#L4",
        ),
        (
            {"repo_url": "https://bitbucket.org/e/j", "edit_uri": "src/main/content/"},
            "https://bitbucket.org/e/j/src/main/content/channels.yml#lines-4",
        ),
        (
            {"edit_uri_template": "https://git.example.com/show?file={path!q}&branch=main"},
            "https://git.example.com/show?file=channels.yml&branch=main",
        ),
        (
            {"repo_url": "https://git.example.com/e/j", "edit_uri": "?at="},
            "https://git.example.com/e/j?at=/channels.yml",
        ),
        ({}, None),
    ],
)
def test_a_page_leads_to_its_file_and_line(
    portal: SmallPortal, settings: dict[str, Any], address: str | None
) -> None:
    portal.settings |= settings
    assert edit_button(portal, "channels/letter/index.html") == address


@pytest.mark.parametrize(
    ("page", "source"),
    [
        ("journeys/claim/index.html", "journeys/eu/claim.yml"),
        ("journeys/claim/decide/index.html", "journeys/eu/claim.yml#L15"),
        ("personas/ada/index.html", "personas/ada.md"),
        ("about/how/index.html", "about/how.md"),
        ("channels/index.html", None),
    ],
)
def test_the_hosts_button_leads_to_the_source(portal: SmallPortal, page: str, source: str | None) -> None:
    portal.settings |= GITHUB
    wanted = f"https://github.com/example/journeys/edit/main/content/{source}" if source else None
    assert edit_button(portal, page) == wanted


def test_a_path_with_blanks_and_other_scripts_is_encoded(portal: SmallPortal) -> None:
    portal.settings |= GITHUB
    portal.write({"content/personas/our shops/łucja.md": "---\ntitle: Łucja\n---\n"})
    address = edit_button(portal, "personas/łucja/index.html")
    assert address == "https://github.com/example/journeys/edit/main/content/personas/our%20shops/%C5%82ucja.md"


def test_steps_have_edit_links_with_their_lines(portal: SmallPortal) -> None:
    portal.settings |= GITHUB
    hrefs = portal.build(strict=True).hrefs("journeys/claim/index.html")
    assert "https://github.com/example/journeys/edit/main/content/journeys/eu/claim.yml#L9" in hrefs
