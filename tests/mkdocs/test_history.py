"""What changed and when, on the pages of a built site, in its feed, and nowhere in public."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from journeybook_cli.main import journeybook
from tests.exchange.shown import pages
from tests.history.repositories import Repository
from tests.mkdocs.small_portal import Site, SmallPortal
from tests.tools.built_once import run_tool

CLAIM = "content/journeys/eu/claim.yml"
ATOM = {"atom": "http://www.w3.org/2005/Atom"}
SITE = "https://journeys.example/maps/"


@pytest.fixture
def repository(portal: SmallPortal) -> Repository:
    """The small portal, committed three times."""
    made = Repository.new(portal.root)
    portal.settings["site_url"] = SITE
    portal.save_settings()
    made.write({".gitignore": "/site/\n/.cache/\n/out/\n"})
    made.commit("2026-03-01")
    made.replace(CLAIM, "score: 2", "score: 4")
    made.replace("content/teams.yml", "Support", "Help & <b>care</b>")
    made.commit("2026-04-02", who="Zoë <script>alert(1)</script>")
    made.git("mv", "content/personas/ada.md", "content/personas/ada-lovelace.md")
    made.replace(CLAIM, "persona: ada", "persona: ada-lovelace")
    made.commit("2026-05-03")
    return made


def past(site: Site, page: str) -> list[str]:
    """What the page tells of its past, in lines of text."""
    found = re.search(r'<section class="jb-section jb-past".*</section>', site.article(page), re.DOTALL)
    text = re.sub(r"<[^>]*>", "", found[0]) if found else ""
    return [" ".join(unescape(line).split()) for line in text.splitlines() if line.strip()]


def test_pages_tell_what_changed_and_when(portal: SmallPortal, repository: Repository) -> None:
    assert repository.git("status", "--short") == ""
    site = portal.build(strict=True)
    assert past(site, "journeys/claim/index.html") == [
        "Changes",
        "April 2, 2026",
        "Report: step Calls support – feels 2 → 4",
        "March 1, 2026",
        "Written",
        "All changes in this portal",
    ]
    assert past(site, "personas/ada-lovelace/index.html")[1:] == [
        "May 3, 2026",
        "Id ada → ada-lovelace",
        "March 1, 2026",
        "Written",
        "All changes in this portal",
    ]
    assert past(site, "teams/claims/index.html")[1:3] == ["March 1, 2026", "Written"]
    assert past(site, "journeys/claim/report/index.html") == []
    lines = past(site, "changes/index.html")
    assert [line for line in lines if "2026" in line] == [
        "May 2026",
        f"May 3, 2026 {repository.git('rev-parse', 'HEAD')[:10]}",
        "April 2026",
        f"April 2, 2026 {repository.git('rev-parse', 'HEAD~1')[:10]}",
        "March 2026",
        f"March 1, 2026 {repository.git('rev-parse', 'HEAD~2')[:10]}",
    ]
    assert "Team Help & <b>care</b>" in lines
    assert ("changes/", "Changes") in site.navigation()
    assert not [one for one in site.search_entries() if one["location"].startswith("changes/")]
    assert not [one for one in site.search_entries() if "feels 2" in one["text"]]


def test_names_are_told_only_if_somebody_says_so(portal: SmallPortal, repository: Repository) -> None:
    site = portal.build(strict=True)
    told = "".join(site.text(name) for name in site.files() if name.endswith((".html", ".atom", ".md")))
    assert "Lovelace</" not in told
    assert "Zoë" not in told
    portal.write({"journeybook.yml": "history: names\n"})
    repository.commit("2026-05-04")
    site = portal.build(strict=True)
    assert "Zoë scriptalert(1)/script" in " ".join(past(site, "journeys/claim/index.html"))
    assert "<name>Ada Lovelace</name>" in site.text("changes.atom")
    portal.write({"journeybook.yml": "history: none\n"})
    site = portal.build(strict=True)
    assert not [name for name in site.files() if name.startswith("changes")]
    assert past(site, "journeys/claim/index.html") == []
    assert "atom" not in site.text("index.html")


def test_the_feed_names_every_change_for_ever(portal: SmallPortal, repository: Repository) -> None:
    site = portal.build(strict=True)
    feed = ET.fromstring(site.text("changes.atom"))
    assert [one.text for one in feed.findall("atom:id", ATOM)] == [f"{SITE}changes.atom"]
    assert [one.text for one in feed.findall("atom:updated", ATOM)] == ["2026-05-03T12:00:00+00:00"]
    entries = feed.findall("atom:entry", ATOM)
    revisions = repository.git("rev-list", "HEAD").split()
    days = ("2026-05-03", "2026-04-02", "2026-03-01")
    assert [one.findtext("atom:id", "", ATOM) for one in entries] == [
        f"tag:journeys.example,{day}:maps/changes/{revision}"
        for day, revision in zip(days, revisions, strict=True)
    ]
    assert entries[1].findtext("atom:title", "", ATOM) == "Claim a loss, Help & <b>care</b>"
    said = "".join(entries[1].itertext())
    assert "Report: step Calls support – feels 2 → 4" in " ".join(said.split())
    links = [one.get("href", "") for one in feed.iter("{http://www.w3.org/1999/xhtml}a")]
    assert f"{SITE}journeys/claim/" in links
    for page, way in (("index.html", "changes.atom"), ("journeys/claim/index.html", "../../changes.atom")):
        assert f'type="application/atom+xml" title="Changes" href="{way}"' in site.text(page)
    del portal.settings["site_url"]
    site = portal.build(strict=True)
    assert "changes.atom" not in site.files()
    assert "changes/index.html" in site.files()


def test_what_is_not_committed_is_said(portal: SmallPortal, repository: Repository) -> None:
    repository.replace(CLAIM, "score: 4", "score: 5")
    repository.write({"content/personas/bob.md": "---\ntitle: Bob\n---\n"})
    site = portal.build(strict=True)
    assert past(site, "journeys/claim/index.html")[1] == "Its file holds changes that are not yet committed."
    assert past(site, "personas/bob/index.html")[1] == "Its file holds changes that are not yet committed."
    assert past(site, "personas/ada-lovelace/index.html")[1] == "May 3, 2026"
    assert "2 files hold changes that are not yet committed." in site.article("changes/index.html")


def test_a_shallow_clone_builds_and_says_so(
    portal: SmallPortal, repository: Repository, logged: Callable[[str], list[str]]
) -> None:
    repository.git("clone", "--quiet", "--depth", "1", portal.root.as_uri(), str(portal.root / "out/clone"))
    clone = SmallPortal.__new__(SmallPortal)
    clone.root, clone.settings = portal.root / "out/clone", portal.settings
    site = clone.build(strict=True)
    said = "What changed until May 3, 2026 is not known: this site was built from a shallow clone."
    assert said in site.article("changes/index.html")
    assert past(site, "journeys/claim/index.html") == []
    assert "changes.atom" not in site.files()
    assert [one for one in logged("INFO") if "shallow" in one]


def test_without_git_pages_are_as_ever(portal: SmallPortal) -> None:
    site = portal.build(strict=True)
    assert not [name for name in site.files() if name.startswith("changes")]
    assert past(site, "journeys/claim/index.html") == []


def test_the_public_learns_nothing_of_the_past(portal: SmallPortal, repository: Repository) -> None:
    repository.replace(CLAIM, "title: Report\n", "title: Zqsecret, said once\n")
    repository.write({"content/personas/zq.md": "---\ntitle: Zqpersona\n---\n"})
    repository.commit("2026-06-01", who="Zqauthor")
    repository.replace(CLAIM, "title: Zqsecret, said once\n", "title: Report\n")
    repository.git("rm", "--quiet", "content/personas/zq.md")
    repository.commit("2026-06-02", who="Zqauthor")
    assert "Zqsecret" in portal.build(strict=True).text("changes/index.html")
    portal.write({"journeybook.yml": "audience: public\nhistory: names\n"})
    site = portal.build(strict=True)
    files = {name: (site.folder / name).read_bytes().lower() for name in site.files()}
    assert not [name for name, content in files.items() if b"zq" in content and "assets/" not in name]
    assert not [name for name in files if name.startswith("changes")]
    out = portal.root / "out/generated"
    CliRunner().invoke(
        journeybook, ["generate", "--root", str(portal.root), "--out", str(out)], catch_exceptions=False
    )
    assert (out / "docs/journeys/claim.md").is_file()
    written = [one for one in out.rglob("*") if one.is_file() and "assets" not in one.parts]
    assert not [one for one in written if b"zq" in one.read_bytes().lower()]


def test_every_language_tells_it_in_its_words(portal: SmallPortal, repository: Repository) -> None:
    portal.write(
        {"journeybook.yml": "languages: [en, pl]\n", "content/journeys/eu/claim.pl.yml": "title: Szkoda\n"}
    )
    repository.git("rm", "--quiet", "content/personas/ada-lovelace.md")
    repository.replace(CLAIM, "persona: ada-lovelace\n", "")
    repository.commit("2026-06-01")
    site = portal.build(strict=True)
    lines = past(site, "pl/changes/index.html")
    assert lines[:2] == ["czerwiec 2026", f"1 czerwca 2026 {repository.git('rev-parse', 'HEAD')[:10]}"]
    assert "Podróż klienta Szkoda" in lines
    assert "Persona Ada, shop owner Usunięto" in lines
    feed = ET.fromstring(site.text("pl/changes.atom"))
    assert feed.findtext("atom:entry/atom:title", "", ATOM) == "Szkoda, Ada, shop owner"
    assert f"{SITE}pl/journeys/claim/" in site.text("pl/changes.atom")


def test_two_builds_of_one_state_are_alike(portal: SmallPortal, repository: Repository) -> None:
    first = {name: (portal.build().folder / name).read_bytes() for name in ("changes/index.html", "changes.atom")}
    portal.delete(".cache/journeybook/history.json")
    repository.git("gc", "--quiet")
    assert first == {name: (portal.build().folder / name).read_bytes() for name in first}


def test_the_generated_site_tells_the_same(portal: SmallPortal, repository: Repository) -> None:
    assert repository.folder == portal.root
    own = pages(portal.build(strict=True).folder)
    out = portal.root / "out/generated"
    CliRunner().invoke(
        journeybook, ["generate", "--root", str(portal.root), "--out", str(out)], catch_exceptions=False
    )
    run_tool("mkdocs", "build", "--strict", cwd=out)
    theirs = pages(out / "site")
    for address in ("changes/index.html", "journeys/claim/index.html", "personas/ada-lovelace/index.html"):
        assert theirs[address].words == own[address].words
        assert theirs[address].links == own[address].links
        assert theirs[address].headings == own[address].headings
    assert (out / "site/changes.atom").read_bytes() == (portal.site.folder / "changes.atom").read_bytes()
