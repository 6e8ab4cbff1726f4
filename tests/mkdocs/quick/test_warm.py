"""Whatever has changed, a build upon the last one gives what a cold one gives, and makes no more than it must."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import journeybook_theme
from journeybook.mkdocs.quick import engine_digest
from tests.exchange.neighbours import document, pin
from tests.history.repositories import Repository
from tests.mkdocs.quick.warm_portal import WarmPortal, built_for_many, contents
from tests.tools.built_once import TODAY

CLAIM, BUY, CALL = (
    "content/journeys/eu/claim.yml",
    "content/journeys/buy.yml",
    "content/touchpoints/support-call.md",
)
SECOND_DAY = str(int(TODAY) + 300 * 86_400)
COMMENTS = "comments: {tracker: github, repository: 'https://github.com/example/j'}\n"


@dataclass(frozen=True)
class Kept:
    """A portal that was built, and what it gave."""

    portal: WarmPortal
    site: dict[str, bytes]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """One portal for all tests here: each finds the site and the cache that those before it have left."""
    with built_for_many(tmp_path_factory.mktemp("warm")) as (portal, site):
        yield Kept(portal, contents(site.folder))


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    monkeypatch.setenv("JOURNEYBOOK_PROCESSES", "1")


def replacing(*changes: tuple[str, str, str]) -> Callable[[WarmPortal], None]:
    """A change of texts in files."""

    def change(portal: WarmPortal) -> None:
        for name, before, after in changes:
            portal.replace(name, before, after)

    return change


def writing(name: str, text: str) -> Callable[[WarmPortal], None]:
    """A new file, or a new content for one."""
    return lambda portal: portal.write({name: text})


def setting(**settings: Any) -> Callable[[WarmPortal], None]:
    """Other settings in `mkdocs.yml`."""
    return lambda portal: portal.settings.update(settings)


def theme(**settings: Any) -> Callable[[WarmPortal], None]:
    """Other settings of the theme."""
    return lambda portal: portal.theme(**settings)


def overriding(name: str, text: str) -> Callable[[WarmPortal], None]:
    """A template before the theme's."""
    return lambda portal: portal.override(name, text)


def renamed_persona(portal: WarmPortal) -> None:
    (portal.root / "content/personas/ada.md").rename(portal.root / "content/personas/ada-lovelace.md")
    for name in (CLAIM, BUY):
        portal.replace(name, "persona: ada", "persona: ada-lovelace")
    portal.replace("content/opportunities.yml", "[[ada]]", "[[ada-lovelace]]")
    portal.replace("content/about/how.md", "[[ada]]", "[[ada-lovelace]]")


def two_languages(portal: WarmPortal) -> None:
    portal.write({"journeybook.yml": "languages: [en, pl]\n", "content/channels.pl.yml": "phone: Telefon\n"})


def elsewhere(portal: WarmPortal) -> None:
    portal.write({"journeybook.yml": "portals: {claims: other.json}\n"})
    portal.replace(BUY, "persona: ada", "persona: ada\nimproves: claims:journey/claim\nstate: future")


def moved_page(portal: WarmPortal) -> None:
    (portal.root / "content/about/price.md").rename(portal.root / "content/about/prices.md")
    portal.replace(BUY, "about/price.md", "about/prices.md")


CONTENT: dict[str, Callable[[WarmPortal], Any]] = {
    "nothing": lambda _: None,
    "a text": replacing((CLAIM, "From the leak", "From the fire")),
    "a score": replacing((CLAIM, "score: 2", "score: 5")),
    "a title": replacing((CALL, "Support call", "Call for help")),
    "a title of a stage": replacing((CLAIM, "title: Report", "title: Tell")),
    "an id": renamed_persona,
    "an id of a step": replacing((CLAIM, "id: waits", "id: longs")),
    "a step that moves": replacing(
        (BUY, "- {id: compares, title: Compares, touchpoint: website, score: 4}\n      ", ""),
        (
            BUY,
            "- {id: asks",
            "- {id: compares, title: Compares, touchpoint: website, score: 4}\n      - {id: asks",
        ),
    ),
    "a new stage": replacing(
        (BUY, "stages:\n", "stages:\n  - {id: first, title: First, steps: [{id: sees, title: Sees it}]}\n")
    ),
    "a touchpoint used once more": replacing((BUY, "team: support}", "touchpoint: support-call}")),
    "a deleted journey": lambda portal: portal.delete(CLAIM),
    "a new entity": writing("content/touchpoints/desk.md", "---\ntitle: Desk\nchannel: letter\n---\n"),
    "a narrative": replacing((CALL, "from eight to eight", "day and night")),
    "what a narrative links to": replacing(("content/teams.yml", "title: Support", "title: Helpers")),
    "what a building block shows": replacing(
        ("content/touchpoints/website.md", "title: Website", "title: Site\nsummary: Always there")
    ),
    "a page's title": replacing(("content/about/how.md", "# How to read", "# How one reads")),
    "an alias": replacing(("content/personas/ada.md", "tags:", "aliases: [augusta]\ntags:")),
    "an opportunity taken up": replacing(("content/opportunities.yml", "effort: 2, s", "initiative: one-file, s")),
    "another portal's entity": elsewhere,
}
"""Changes after which only pages are rendered that come out otherwise."""

UNSHOWN = {"an id of a step": {"journeys/claim/report"}, "what a narrative links to": {"journeys"}}
"""Addresses of pages whose views hold what their templates do not show."""

OPTIONS: dict[str, Callable[[WarmPortal], Any]] = {
    "comments": writing("journeybook.yml", COMMENTS),
    "comments elsewhere": writing("journeybook.yml", COMMENTS.replace("/j", "/k")),
    "lanes": writing("journeybook.yml", "lanes: [does, pains]\n"),
    "language": writing("journeybook.yml", "language: pl\n"),
    "languages": two_languages,
    "audience": writing("journeybook.yml", "audience: public\n"),
    "internal keys": writing("journeybook.yml", "audience: public\ninternal: [metrics, pains]\n"),
    "public boards": writing("journeybook.yml", "audience: public\npublic_boards: []\n"),
    "checks": writing("journeybook.yml", "checks: {profile: starter}\n"),
    "the normal way": writing("journeybook.yml", "render: normal\n"),
}
"""Other options of ours."""

AROUND: dict[str, Callable[[WarmPortal], Any]] = {
    "site name": setting(site_name="Another portal"),
    "site description": setting(site_description="Said"),
    "navigation": setting(nav=[*["index.md"], {"Prices": "about/price.md"}]),
    "feature": theme(features=["navigation.top", "toc.integrate"]),
    "palette": theme(palette={"scheme": "slate", "primary": "teal"}),
    "an override of the page": overriding(
        "main.html", '{% extends "base.html" %}{% block announce %}New{% endblock %}'
    ),
    "an override of the contents": overriding("partials/toc.html", "<i>{{ page.toc | length }}</i>"),
    "an override within the contents": overriding("partials/toc-item.html", "<i>{{ toc_item.title }}</i>"),
    "an icon": theme(icon={"edit": "material/pen"}),
    "the copyright": setting(copyright="Us"),
    "a style sheet": lambda portal: (
        portal.write({"content/own.css": ""}),
        setting(extra_css=["own.css"])(portal),
    ),
}
"""What the host puts around pages; their bodies stay."""

BODIES: dict[str, Callable[[WarmPortal], Any]] = {
    "site address": setting(site_url="https://example.org/portal/"),
    "flat addresses": setting(use_directory_urls=False),
    "extension": setting(markdown_extensions=["admonition", "def_list"]),
    "a setting of an extension": setting(markdown_extensions=[{"toc": {"permalink": True}}]),
    "source": setting(repo_url="https://github.com/example/j", edit_uri="edit/next/content/"),
    "no navigation": lambda portal: portal.settings.pop("nav"),
    "a new page": writing("content/about/more.md", "# More\n\n[[buy]]\n"),
    "a page less": lambda portal: (
        portal.delete("content/about/price.md"),
        portal.replace(BUY, "[prices](../about/price.md)", "prices"),
    ),
    "a page's address": moved_page,
    "a page in place of ours": writing("content/teams/claims.md", "---\nentity: page\n---\n# Written\n"),
    "an override of ours": overriding("journeybook/channel.html", "<h1>{{ view.page.title }}</h1>"),
}
"""What may be in every body, or in its twin: that leads to twins of the author's pages."""


def held_against_a_cold_build(kept: Kept, change: Callable[[WarmPortal], Any], cold: Path) -> set[str]:
    """Build after `change`, and compare; the addresses of what was rendered."""
    kept.portal.reset()
    change(kept.portal)
    warm = kept.portal.warm()
    found, expected = contents(kept.portal.site.folder), kept.portal.cold(cold)
    assert sorted(found) == sorted(expected)
    assert [path for path, content in expected.items() if found[path] != content] == []
    assert warm.touched == set()
    assert not list(kept.portal.root.glob(".site*"))
    return warm.rendered


def otherwise(kept: Kept) -> set[str]:
    """The addresses of pages whose files are not as they were at first."""
    now = contents(kept.portal.site.folder)
    paths = {path for path, content in now.items() if kept.site.get(path) != content}
    return {path.removesuffix("/index.html").removesuffix("/index.md") for path in paths}


@pytest.mark.parametrize("case", CONTENT)
def test_other_content(kept: Kept, tmp_path: Path, case: str) -> None:
    rendered = held_against_a_cold_build(kept, CONTENT[case], tmp_path / "cold")
    assert rendered - otherwise(kept) <= UNSHOWN.get(case, set())


@pytest.mark.parametrize("case", OPTIONS)
def test_other_options(kept: Kept, tmp_path: Path, case: str) -> None:
    held_against_a_cold_build(kept, OPTIONS[case], tmp_path / "cold")


@pytest.mark.parametrize("case", AROUND)
def test_other_surroundings(kept: Kept, tmp_path: Path, case: str) -> None:
    assert held_against_a_cold_build(kept, AROUND[case], tmp_path / "cold") == set()


@pytest.mark.parametrize("case", BODIES)
def test_other_bodies(kept: Kept, tmp_path: Path, case: str) -> None:
    held_against_a_cold_build(kept, BODIES[case], tmp_path / "cold")


def test_another_day(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SECOND_DAY)
    rendered = held_against_a_cold_build(kept, lambda _: None, tmp_path / "cold")
    assert "journeys/buy" in rendered
    assert rendered - otherwise(kept) == set()


def test_another_version_of_a_package(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held_against_a_cold_build(kept, lambda _: None, tmp_path / "before")
    (tmp_path / "markdown-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    with engine_of_its_own():
        assert "channels/phone" in held_against_a_cold_build(kept, lambda _: None, tmp_path / "cold")


def test_another_template_of_ours(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held_against_a_cold_build(kept, lambda _: None, tmp_path / "before")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/new.html").write_text("new")
    monkeypatch.setattr(journeybook_theme, "__path__", [*journeybook_theme.__path__, str(tmp_path / "theme")])
    with engine_of_its_own():
        assert "channels/phone" in held_against_a_cold_build(kept, lambda _: None, tmp_path / "cold")


@contextmanager
def engine_of_its_own() -> Generator[None]:
    """The digest of the engine is taken again in the block, and once more behind it."""
    engine_digest.digest_of_engine.cache_clear()
    try:
        yield
    finally:
        engine_digest.digest_of_engine.cache_clear()


def test_another_document_of_another_portal(kept: Kept, tmp_path: Path) -> None:
    held_against_a_cold_build(kept, elsewhere, tmp_path / "before")
    assert "https://maps.example/claims/" in kept.portal.site.text("journeys/buy/index.html")

    def moved(portal: WarmPortal) -> None:
        elsewhere(portal)
        pin(portal.root, "claims", document(site="https://moved.example/", title="Moved"))

    rendered = held_against_a_cold_build(kept, moved, tmp_path / "cold")
    assert "https://moved.example/" in kept.portal.site.text("journeys/buy/index.html")
    assert rendered - otherwise(kept) == set()


def test_a_commit(tmp_path: Path) -> None:
    portal = WarmPortal(tmp_path / "portal")
    repository = Repository.new(portal.root)
    repository.write({".gitignore": "/site/\n/.cache/\n"})
    portal.save_settings()
    repository.commit("2026-03-01")
    portal.build()
    repository.replace(CLAIM, "score: 2", "score: 4")
    for commit in (False, True):
        if commit:
            repository.commit("2026-04-02")
        warm = portal.warm()
        assert "channels/letter" not in warm.rendered
        assert "journeys/claim/index.html" in warm.changed
        assert contents(portal.site.folder) == portal.cold(tmp_path / "cold")
        assert warm.touched == set()
