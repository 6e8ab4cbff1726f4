"""Old addresses lead to new ones."""

from __future__ import annotations

import re

import pytest

from tests.mkdocs.small_portal import Site, SmallPortal

JOURNEY = """\
    title: Claim a loss
    aliases: [damage]
    persona: ada
    stages:
      - id: report
        title: Report
        aliases: [tell, complaint/say]
        steps: [{id: calls, title: Calls, aliases: [rings]}]
    """


@pytest.fixture
def renamed(portal: SmallPortal) -> SmallPortal:
    """The small portal with a few things renamed."""
    portal.write(
        {
            "content/journeys/eu/claim.yml": JOURNEY,
            "content/personas/ada.md": "---\ntitle: Ada & <Co>\nlang: de\naliases: [łucja, Ada, owner]\n---\n",
            "content/personas/owner.md": "---\nentity: page\n---\n# Written by hand\n",
        }
    )
    return portal


def redirects(site: Site) -> dict[str, str]:
    """Where each redirecting page leads, as a path in the site."""
    found: dict[str, str] = {}
    for name in site.files():
        if name.endswith(".html") and (
            refresh := re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', site.text(name))
        ):
            found[name] = refresh[1]
    return found


def test_with_directory_urls(renamed: SmallPortal) -> None:
    site = renamed.build(strict=True)
    assert redirects(site) == {
        "personas/łucja/index.html": "../../personas/ada/",
        "journeys/damage/index.html": "../../journeys/claim/",
        "journeys/damage/report/index.html": "../../../journeys/claim/report/",
        "journeys/damage/tell/index.html": "../../../journeys/claim/report/",
        "journeys/claim/tell/index.html": "../../../journeys/claim/report/",
        "journeys/complaint/say/index.html": "../../../journeys/claim/report/",
    }
    for name, target in redirects(site).items():
        assert (site.folder / name / ".." / target / "index.html").resolve().is_file()


def test_without_directory_urls(renamed: SmallPortal) -> None:
    renamed.settings["use_directory_urls"] = False
    found = redirects(renamed.build(strict=True))
    assert found["journeys/damage/tell.html"] == "../../journeys/claim/report.html"
    assert found["personas/łucja.html"] == "../personas/ada.html"


def test_what_stands_there_says_where_it_leads(renamed: SmallPortal) -> None:
    page = renamed.build(strict=True).text("personas/łucja/index.html")
    assert '<html lang="en" dir="ltr">' in page
    assert '<link rel="canonical" href="../../personas/ada/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="../../personas/ada/" lang="de">Ada &amp; &lt;Co&gt;</a>' in page
    assert "location.hash" in page


def test_neither_search_nor_sitemap_know_old_addresses(renamed: SmallPortal) -> None:
    renamed.settings["site_url"] = "https://example.com/"
    site = renamed.build(strict=True)
    assert "damage" not in site.text("sitemap.xml")
    assert not [
        one for one in site.search_entries() if one["location"].startswith(("journeys/damage", "personas/ł"))
    ]


def test_what_stands_at_an_old_address_stays(renamed: SmallPortal) -> None:
    assert "Written by hand" in renamed.build(strict=True).text("personas/owner/index.html")


def test_old_anchors_stay(renamed: SmallPortal) -> None:
    site = renamed.build(strict=True)
    assert 'id="rings"' in site.text("journeys/claim/index.html")
    assert 'id="stage_tell"' in site.text("journeys/claim/index.html")
