"""What is in the site, and what is not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator
from mkdocs.exceptions import Abort

from journeybook.pages import plan
from journeybook.portal import assemble
from journeybook.reading import read_content
from tests.mkdocs.small_portal import SmallPortal
from tests.tools.built_once import run_tool

Logged = Callable[[str], list[str]]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_page_stands_at_its_address(portal: SmallPortal, directory_urls: bool) -> None:
    site = portal.build(strict=True, use_directory_urls=directory_urls)
    addresses = [page.address for page in plan(assemble(read_content(portal.root, "content")))]
    assert len(addresses) == 24
    assert {address.file(directory_urls=directory_urls) for address in addresses} <= site.files()
    found = {entry["location"] for entry in site.search_entries()}
    assert {address.url(directory_urls=directory_urls) for address in addresses} <= found


def test_no_source_reaches_the_site(portal: SmallPortal) -> None:
    portal.write(
        {
            "content/evidence/calls.csv": "day,n\n2026-01-01,3\n",
            "content/evidence/talks.md": "---\ntitle: Talks\n---\nNine owners.\n",
            "content/journeys/eu/claim.pl.yml": "title: Zgłoszenie szkody\n",
            "content/downloads/table.csv": "a,b\n",
        }
    )
    site = portal.build()
    endings = {Path(name).suffix for name in site.files()}
    assert {".yml", ".yaml", ".parquet"}.isdisjoint(endings)
    twins = {name for name in site.files() if name.endswith(".md")}
    assert {name.replace(".md", ".html") for name in twins} <= site.files()
    assert not any(site.text(name).startswith("---") for name in twins)
    assert {name for name in site.files() if name.endswith(".csv")} == {"downloads/table.csv"}
    assert not any("persona: ada" in site.text(name) for name in site.files() if name.endswith((".html", ".md")))


def test_other_files_are_published_as_they_are(portal: SmallPortal) -> None:
    portal.write({"content/images/leak.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "content/.secret": "x"})
    site = portal.build(strict=True)
    assert site.text("images/leak.svg").startswith("<svg")
    assert not {name for name in site.files() if "secret" in name}


def test_an_ordinary_page_of_the_author_wins(portal: SmallPortal, logged: Logged) -> None:
    portal.write(
        {
            "content/channels/index.md": "# How people reach us\n",
            "content/teams/claims.md": "---\nentity: page\n---\n# The claims desk\n",
        }
    )
    portal.delete("content/teams.yml")
    portal.write({"content/teams.yml": "support: {title: Support}\nclaims: {title: Claims}\n"})
    site = portal.build(strict=True)
    assert "How people reach us" in site.article("channels/index.html")
    assert "The claims desk" in site.article("teams/claims/index.html")
    notes = [line for line in logged("INFO") if "stands in" in line]
    assert len(notes) == 2
    assert "'channels/index.md'" in notes[0]
    assert "'teams/claims.md'" in notes[1]
    assert ("channels/", "How people reach us") in site.navigation()


def test_pages_whose_markdown_paths_would_clash_are_both_there(portal: SmallPortal) -> None:
    portal.write({"content/journeys/claim/decide.yml": "title: Decide on a claim\npersona: ada\nstages: []\n"})
    site = portal.build(strict=True)
    assert "Decide on a claim" in site.article("journeys/decide/index.html")
    assert "Waits for the letter" in site.article("journeys/claim/decide/index.html")


def test_a_portal_without_a_front_page_gets_one(portal: SmallPortal) -> None:
    portal.settings["site_name"] = "R&D <b>*portal*"
    portal.delete("content/index.md")
    site = portal.build(strict=True)
    assert '<h1 id="rd-bportal">R&amp;D &lt;b&gt;*portal*</h1>' in site.article("index.html")
    assert site.hrefs("index.html") == [
        "atlas/", "personas/", "journeys/", "touchpoints/", "channels/", "teams/", "boards/", "boards/pains/",
        "boards/opportunities/",
        "boards/moments-of-truth/", "boards/needs/", "boards/hand-offs/", "boards/evidence/", "boards/freshness/",
    ]  # fmt: skip


@pytest.mark.parametrize("directory_urls", [True, False])
def test_below_the_authors_front_page_stand_the_ways_into_the_portal(
    portal: SmallPortal, directory_urls: bool
) -> None:
    site = portal.build(strict=True, use_directory_urls=directory_urls)
    ending = "/" if directory_urls else ".html"
    hrefs = site.hrefs("index.html")
    assert {f"./atlas{ending}", f"./boards/pains{ending}"} <= set(hrefs)
    assert [href for href in hrefs if href.startswith("./")] == hrefs
    assert "In this portal" not in site.article(f"about/how{'/index' if directory_urls else ''}.html")


def test_the_author_can_link_to_boards_and_pains(portal: SmallPortal) -> None:
    text = "[Atlas](atlas.md) [pains](boards/pains.md) [all](boards/index.md) [one](pains/claim/told-twice.md)\n"
    portal.write({"content/links.md": f"# Links\n\n{text}\n[[pain:claim/told-twice]]\n"})
    assert portal.build(strict=True).hrefs("links/index.html") == [
        "../atlas/", "../boards/pains/", "../boards/", "../pains/claim/told-twice/", "../pains/claim/told-twice/",
    ]  # fmt: skip


def test_old_links_to_a_pain_at_its_step_live(portal: SmallPortal) -> None:
    site = portal.build(strict=True)
    assert 'id="pain_told-twice"' in site.article("journeys/claim/index.html")
    assert "../../pains/claim/told-twice/" in site.hrefs("journeys/claim/index.html")


def test_the_reference_day_is_shown_and_comes_from_outside(
    portal: SmallPortal, monkeypatch: pytest.MonkeyPatch, logged: Logged
) -> None:
    def day(path: str = "boards/freshness/index.html") -> str:
        found = re.search(r'as of <time datetime="([^"]*)"', portal.build(strict=True).article(path))
        assert found
        return found[1]

    assert day() == day("atlas/index.html") == "2026-12-01"
    monkeypatch.setenv("JOURNEYBOOK_AS_OF", "2027-03-01")
    assert day() == "2027-03-01"
    monkeypatch.setenv("JOURNEYBOOK_AS_OF", "soon")
    with pytest.raises(Abort):
        portal.build()
    assert logged("ERROR") == ["JOURNEYBOOK_AS_OF is 'soon', which is no day; write one such as 2026-11-22"]


def test_a_page_whose_review_is_due_says_so(portal: SmallPortal) -> None:
    portal.write(
        {"content/teams.yml": "support: {title: Support, reviewed: 2026-01-01, review_every: 3 months}\n"}
    )
    portal.delete("content/journeys/eu/claim.yml")
    site = portal.build(strict=True)
    assert "Review due since" in site.article("teams/support/index.html")
    assert "Review due" in site.article("teams/index.html")


def test_a_build_of_changed_pages_only_is_possible(portal: SmallPortal) -> None:
    site = portal.build()
    # In a process of its own: Material's search adds all later builds of the same process to this one's index.
    run_tool("mkdocs", "build", "--dirty", cwd=portal.root)
    assert "Waits for the letter" in site.article("journeys/claim/index.html")


def test_styles_and_scripts_are_there_once_and_come_before_the_authors_own(portal: SmallPortal) -> None:
    portal.write({"content/own.css": "p {}", "content/own.js": "1"})
    portal.settings |= {"extra_css": ["own.css"], "extra_javascript": ["own.js"]}
    site = portal.build(strict=True)
    assert {"assets/journeybook/journeybook.css", "assets/journeybook/mermaid.js"} <= site.files()
    assert (site.folder / "assets/journeybook/vendor/mermaid.js").stat().st_size > 1_000_000
    page = site.text("journeys/claim/index.html")
    assert page.index("../../assets/journeybook/journeybook.css") < page.index("../../own.css")
    assert page.index("assets/javascripts/bundle") < page.index("../../assets/journeybook/mermaid.js")
    assert page.index("../../assets/journeybook/mermaid.js") < page.index("../../own.js")
    assert page.count("assets/journeybook/mermaid.js") == 1


def test_two_builds_are_the_same_byte_for_byte(portal: SmallPortal) -> None:
    portal.settings["site_url"] = "https://journeys.example.com/"
    first, second = (portal.build(site_dir=str(portal.root / name)) for name in ("one", "two"))
    assert first.files() == second.files()
    different = [
        name for name in first.files() if (first.folder / name).read_bytes() != (second.folder / name).read_bytes()
    ]
    assert different == []
    assert not any(str(portal.root) in first.text(name) for name in first.files() if name.endswith(".html"))


def test_the_portal_for_machines_stands_in_the_root_with_its_schema(portal: SmallPortal) -> None:
    portal.settings["site_url"] = "https://maps.example/claims"
    site = portal.build(use_directory_urls=False)
    document: dict[str, Any] = json.loads(site.text("portal.json"))
    Draft202012Validator(json.loads(site.text(document["$schema"]))).validate(document)
    assert (document["title"], document["site"]) == ("Small portal", "https://maps.example/claims/")
    files: set[str] = {urlsplit(thing["url"]).path for thing in document["entities"]}
    assert "journeys/claim/report.html" in files
    assert files <= site.files()


def test_an_author_s_own_document_wins(portal: SmallPortal) -> None:
    portal.write({"content/portal.json": "{}"})
    assert portal.build().text("portal.json") == "{}"
