"""A public build holds nothing that is marked internal, wherever one looks."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest

from tests.mkdocs.small_portal import Site, SmallPortal
from tests.portal.secrets import MARK, files

Logged = Callable[[str], list[str]]

NAV = [
    "index.md",
    {"zqnavx": ["zqpagex.md", {"zqnavpersonax": "personas/zqpersonaidx.md"}, "internal/zqfolderx.md"]},
    {"Open": ["open.md", {"zqstagenavx": "journeys/open-journey/zqstageidx.md"}, "journeys/open-journey.yml"]},
]
GITHUB = {"repo_url": "https://github.com/example/private", "edit_uri": "edit/main/content/"}


@pytest.fixture
def secretive(portal: SmallPortal) -> SmallPortal:
    """The portal of `tests.portal.secrets`."""
    for path in sorted(portal.root.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    portal.write(files())
    portal.settings["nav"] = NAV
    portal.settings["markdown_extensions"] = ["attr_list", "md_in_html", "pymdownx.superfences"]
    return portal


def build(portal: SmallPortal, audience: str, **settings: object) -> Site:
    portal.settings.update(settings)
    portal.write({"journeybook.yml": f"audience: {audience}\n"})
    return portal.build(strict=True)


def secrets_of(site: Site) -> set[str]:
    """Every secret in a file of the site, or in a file's name."""
    found: set[str] = set()
    for name in site.files():
        content = (site.folder / name).read_bytes()
        content = gzip.decompress(content) if name.endswith(".gz") else content
        if "assets/" not in name:
            found.update(re.findall(rf"{MARK}[\w.-]*".encode(), content, re.IGNORECASE))
        found.update(one.encode() for one in re.findall(rf"{MARK}[\w.-]*", name, re.IGNORECASE))
    return {one.decode() for one in found}


@pytest.mark.parametrize("urls", [True, False])
def test_a_public_build_holds_no_secret(secretive: SmallPortal, urls: bool) -> None:
    site = build(secretive, "public", use_directory_urls=urls)
    assert secrets_of(site) == set()
    assert {"images/both.png", "images/unnamed.png", "images/open-photo-src.png"} <= site.files()
    assert not {name for name in site.files() if name.startswith("internal")}


def test_an_internal_build_holds_them_all(secretive: SmallPortal) -> None:
    found = " ".join(secrets_of(build(secretive, "internal")))
    planted = {
        secret for name, text in files().items() for secret in re.findall(rf"{MARK}[\w.-]*?x\b", text + name)
    }
    assert len(planted) > 190
    assert {one for one in planted if one not in found} == set()


COMMENTS = "comments:\n  tracker: github\n  repository: https://github.com/example/private\n"


def test_strangers_may_comment_but_are_not_told_of_files(portal: SmallPortal) -> None:
    portal.settings.update(GITHUB, theme={"name": "material", "features": ["content.action.edit"]})
    portal.write({"journeybook.yml": f"audience: public\n{COMMENTS}"})
    site = portal.build(strict=True)
    for page in ("journeys/claim/index.html", "about/how/index.html"):
        text = site.article(page)
        assert "issues/new" in text
        assert "content%2F" not in text
        assert "edit/main" not in text
    portal.write({"journeybook.yml": f"audience: public\nedit_links: public\n{COMMENTS}"})
    site = portal.build(strict=True)
    assert "edit/main/content/journeys/eu/claim.yml" in site.article("journeys/claim/index.html")
    assert "edit/main/content/about/how.md" in site.article("about/how/index.html")


def test_an_overview_with_nothing_left_says_so(portal: SmallPortal) -> None:
    portal.write({"journeybook.yml": "audience: public\ninternal: [channels]\n"})
    site = portal.build(strict=True)
    assert "Nothing here yet." in site.article("channels/index.html")
    assert "journeybook new" not in site.article("channels/index.html")
    assert "channels/phone/index.html" not in site.files()


def test_a_stage_without_steps_left_has_its_page(portal: SmallPortal) -> None:
    portal.write({"journeybook.yml": "audience: public\ninternal: [steps]\n"})
    site = portal.build(strict=True)
    assert "Report" in site.article("journeys/claim/report/index.html")
    assert "Calls support" not in site.article("journeys/claim/index.html")


def test_while_serving_a_broken_portal_shows_no_internal_page(portal: SmallPortal) -> None:
    portal.write(
        {
            "journeybook.yml": "audience: public\n",
            "content/secret.md": "---\naudience: internal\n---\n# Secret\n",
            "content/teams.yml": "desk: {titel: Desk}\n",
        }
    )
    site = portal.build(command="serve")
    assert "secret/index.html" not in site.files()
    assert "about/how/index.html" in site.files()
