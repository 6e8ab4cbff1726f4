"""Beside every generated page stands its Markdown twin, and `/llms.txt` lists them."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.mkdocs.small_portal import SmallPortal

_LINK = re.compile(r"\]\(([^()\s]+)\)")


def _targets(site: Path, text: str, file: str) -> list[str]:
    """The files that the relative links of a text lead to."""
    found: list[str] = []
    for link in _LINK.findall(text):
        parts = urlsplit(link)
        if not parts.scheme and parts.path:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
            found.append(posixpath.join(path, "index.html") if (site / path).is_dir() else path)
    return found


@pytest.mark.parametrize("style", ["sample_site", "sample_site_flat"])
def test_every_generated_page_has_a_twin_whose_links_lead_somewhere(
    style: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(style)
    texts = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    generated = {
        file: html
        for file, html in texts.items()
        if '<div class="jb jb-' in html and not re.search("jb-(above|below)", html)
    }
    assert len(generated) > 100
    for page, html in generated.items():
        twin = page.with_suffix(".md")
        text = twin.read_text(encoding="utf-8")
        assert re.search("^# ", text, re.MULTILINE), twin
        assert f'<link rel="alternate " type="text/markdown" href="{quote(twin.name)}">' in html
        targets = _targets(site, text, twin.relative_to(site).as_posix())
        assert targets, twin
        assert [one for one in targets if not (site / one).is_file()] == [], twin
    assert not list(site.rglob("*.md.*"))


def test_every_language_has_its_twins_and_its_list(portal: SmallPortal) -> None:
    portal.write(
        {
            "journeybook.yml": "languages: [en, pl]\n",
            "content/about.md": "# About\n\n[The journey](journeys/claim.md), ![here](way.svg)\n",
            "content/about.pl.md": "# O nas\n\n[Droga](journeys/claim.md), ![tu](way.svg)\n",
            "content/only.md": "# Only here\n\n```journeybook\nshow: journeys\nas: list\n```\n",
            "content/way.svg": "<svg/>",
        }
    )
    site = portal.build()
    assert "[The journey](../journeys/claim/index.md), ![here](../way.svg)" in site.text("about/index.md")
    assert "[Droga](../journeys/claim/index.md), ![tu](../../way.svg)" in site.text("pl/about/index.md")
    assert "[English](../../../journeys/claim/index.md)" in site.text("pl/journeys/claim/index.md")
    assert "-   [Claim a loss](../journeys/claim/index.md)" in site.text("only/index.md")
    assert "- [About](about/index.md)\n" in site.text("llms.txt")
    assert "- [polski](pl/llms.txt)\n" in site.text("llms.txt")
    polish = site.text("pl/llms.txt")
    assert "- [O nas](about/index.md)\n" in polish
    assert "- [English](../llms.txt)\n" in polish
    assert "Only here" not in polish
    assert "(journeys/claim/index.md)" in polish


def test_the_list_names_every_entity_with_its_summary(sample_site: Path) -> None:
    text = (sample_site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# Journeybook sample portal\n\n## Pages\n\n- [")
    home = "https://example.github.io/journeys/"
    assert (
        f"- [Shop owner Ines]({home}personas/site-owner/index.md): "
        "Runs a small online shop and pays for hosting so that she need not think about it.\n"
    ) in text
    links = _LINK.findall(text)
    assert len(links) == len(set(links)) > 80
    for link in links:
        path = sample_site / unquote(link.removeprefix(home))
        assert (path / "index.html" if path.is_dir() else path).is_file(), link


def test_without_an_address_of_the_site_the_list_is_relative(portal: SmallPortal) -> None:
    portal.settings["site_description"] = "What *our* customers live through."
    site = portal.build()
    text = site.text("llms.txt")
    assert text.startswith("# Small portal\n\n> What \\*our\\* customers live through.\n\n## Pages\n")
    assert "- [Claim a loss](journeys/claim/index.md): From the leak to the cheque.\n" in text


def test_twins_are_neither_pages_nor_found_by_the_search(portal: SmallPortal) -> None:
    site = portal.build()
    assert "journeys/claim/index.md" in site.files()
    assert not [path for path in site.files() if path.startswith("journeys/claim/index/")]
    assert not [entry for entry in site.search_entries() if ".md" in entry["location"]]


def test_the_authors_own_file_of_that_name_wins(portal: SmallPortal) -> None:
    portal.write({"content/llms.txt": "mine\n"})
    assert portal.build().text("llms.txt") == "mine\n"


def test_while_serving_none_are_made(portal: SmallPortal) -> None:
    site = portal.build(command="serve")
    assert not [path for path in site.files() if path.endswith(".md")]
    assert "text/markdown" not in site.text("journeys/claim/index.html")


def test_same_input_same_bytes(portal: SmallPortal) -> None:
    first = {path: portal.build().text(path) for path in ("llms.txt", "journeys/claim/index.md")}
    assert first == {path: portal.build().text(path) for path in first}
