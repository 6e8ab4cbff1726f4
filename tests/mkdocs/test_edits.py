"""A page made when a browser asks for it, after any edit, is the one that a whole build writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config

from journeybook.mkdocs.serving.host import opened
from journeybook.mkdocs.serving.portal_site import PortalSite
from journeybook.mkdocs.serving.renewing import renewed
from tests.mkdocs.small_portal import FILES, SmallPortal

if TYPE_CHECKING:
    from collections.abc import Mapping

URL = "http://127.0.0.1:8000/"
CLAIM, CHANNELS, TEAMS = "content/journeys/eu/claim.yml", "content/channels.yml", "content/teams.yml"


def is_of_one(path: str) -> bool:
    """Whether what stands at `path` is not made of all pages, which a build in the background does."""
    return "search/" not in path and "sitemap.xml" not in path


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """A file of the small portal with something else in it."""
    assert old in FILES[name]
    return {name: FILES[name].replace(old, new)}


SHOWN_AT_ONCE: Mapping[str, dict[str, str]] = {
    "a text": changed(CLAIM, "Waits for the letter", "Waits for <the> letter"),
    "a score": changed(CLAIM, "score: 1", "score: 5"),
    "the title of a journey": changed(CLAIM, "Claim a loss", "Claim a leak"),
    "a new stage": {
        CLAIM: FILES[CLAIM].rstrip(" ") + "          - {title: Settle, steps: [{title: Signs, score: 4}]}\n"
    },
    "a new use of a touchpoint": changed(CLAIM, "team: claims,", "touchpoint: support-call,"),
    "a new entity": {"content/personas/bob.md": "---\ntitle: Bob\n---\nSells bread.\n"},
    "one less": {CHANNELS: "phone: {title: Telephone, kind: human}\n"},
    "one renamed": changed(TEAMS, "support: {title: Support}", "support: {title: Help desk, aliases: [help]}"),
    "a text of an ordinary page": changed("content/about/how.md", "From left to right.", "[[ada]] from the left."),
}
SHOWN_BY_MKDOCS: Mapping[str, dict[str, str]] = {
    "a new ordinary page": {"content/about/why.md": "# Why\n"},
    "the title of an ordinary page": changed("content/about/how.md", "How to read", "How to look"),
    "the first of a kind": {"content/metrics.yml": "effort: {title: Effort, type: ces, method: survey}\n"},
    "an option": {"journeybook.yml": "format: 1\nlanguage: pl\n"},
}


def open_site(portal: SmallPortal, folder: Path) -> PortalSite:
    config = load_config(str(portal.save_settings()), site_dir=str(folder))
    config.plugins.on_startup(command="serve", dirty=False)
    return PortalSite(opened(config, URL))


def everything(site: PortalSite) -> dict[str, bytes]:
    """All that browsers can ask for."""
    folder = site.host.site
    copied = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    found = {path: site.file(path) for path in copied | site.paths if is_of_one(path)}
    return {path: content for path, content in found.items() if content is not None}


def whole_build(portal: SmallPortal) -> dict[str, bytes]:
    portal.settings["site_url"] = URL
    site = portal.build(command="serve")
    return {path: (site.folder / path).read_bytes() for path in site.files() if is_of_one(path)}


def assert_same(served: dict[str, bytes], built: dict[str, bytes]) -> None:
    assert served.keys() == built.keys()
    assert [path for path in sorted(built) if served[path] != built[path]] == []


@pytest.mark.parametrize("urls", [True, False])
@pytest.mark.parametrize("languages", [[], ["en", "pl"]])
def test_pages_on_demand_are_those_of_a_whole_build(
    portal: SmallPortal, tmp_path: Path, urls: bool, languages: list[str]
) -> None:
    portal.settings["use_directory_urls"] = urls
    portal.write({"journeybook.yml": f"format: 1\nlanguages: {languages}\n", "content/about/how.pl.md": "# Jak\n"})
    served = everything(open_site(portal, tmp_path / "served"))
    assert_same(served, whole_build(portal))


@pytest.mark.parametrize("edit", SHOWN_AT_ONCE)
def test_an_edit_of_the_content_shows_without_mkdocs(portal: SmallPortal, tmp_path: Path, edit: str) -> None:
    portal.write({"journeybook.yml": "format: 1\nlanguages: [en, pl]\n"})
    site = open_site(portal, tmp_path / "served")
    before = everything(site)
    portal.write(SHOWN_AT_ONCE[edit])
    assert renewed(site, [portal.root / name for name in SHOWN_AT_ONCE[edit]])
    served = everything(site)
    assert served != before
    assert_same(served, whole_build(portal))


@pytest.mark.parametrize("edit", SHOWN_BY_MKDOCS)
def test_what_stands_around_all_pages_is_left_to_mkdocs(portal: SmallPortal, tmp_path: Path, edit: str) -> None:
    site = open_site(portal, tmp_path / "served")
    portal.write(SHOWN_BY_MKDOCS[edit])
    assert not renewed(site, [portal.root / name for name in SHOWN_BY_MKDOCS[edit]])


def test_a_mistake_leaves_what_was_good_last(portal: SmallPortal, tmp_path: Path) -> None:
    site = open_site(portal, tmp_path / "served")
    before = everything(site)
    portal.write(changed(CHANNELS, "kind: human", "kind: hmuan"))
    assert renewed(site, [portal.root / CHANNELS])
    assert [one.file for one in site.host.plugin.problems] == [CHANNELS]
    assert everything(site) == before
    portal.write({CHANNELS: FILES[CHANNELS]})
    assert renewed(site, [portal.root / CHANNELS])
    assert site.host.plugin.problems == ()
    assert everything(site) == before
