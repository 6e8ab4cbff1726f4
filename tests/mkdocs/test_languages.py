"""A portal published in several languages: an edition each, and ways between them."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from mkdocs.exceptions import Abort

from tests.mkdocs.many_languages import LANGUAGES, in_four_languages
from tests.tools.lychee import broken_links
from tests.tools.vnu import html_messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.mkdocs.small_portal import Site, SmallPortal


@pytest.fixture(params=[True, False], ids=["folders", "files"])
def site(request: pytest.FixtureRequest, portal: SmallPortal) -> Site:
    """A strict build with either style of addresses."""
    portal.settings["use_directory_urls"] = request.param
    return in_four_languages(portal).build(strict=True)


def file(site: Site, path: str) -> str:
    """The file of the page at `path`, whichever style its address has."""
    return f"{path}.html" if (site.folder / f"{path}.html").is_file() else f"{path}/index.html".removeprefix("/")


def switch(html: str) -> list[tuple[str, str]]:
    """Language and address of every link to the same page in other languages."""
    found = re.search(r'<nav class="jb-languages".*?</nav>', html, re.DOTALL)
    return re.findall(r'<a href="([^"]*)" target="_self" hreflang="([^"]*)"', found[0]) if found else []


def test_every_page_is_there_in_every_language(site: Site) -> None:
    pages = {name for name in site.files() if name.endswith(".html") and name != "404.html"}
    folders = tuple(f"{one}/" for one in LANGUAGES[1:])
    original = {name for name in pages if not name.startswith(folders)} - {
        file(site, "about/how"),
        file(site, "about/note"),
    }
    for folder in folders:
        assert original <= {name.removeprefix(folder) for name in pages if name.startswith(folder)}
    assert {name for name in pages if name.startswith("pl/about")} == {f"pl/{file(site, 'about/how')}"}


def test_no_link_is_broken_and_the_html_is_valid(site: Site) -> None:
    assert [str(one) for one in broken_links(site.folder)] == []
    assert [str(one) for one in html_messages(site.folder)] == []


def test_pages_say_their_language_and_direction(site: Site) -> None:
    for language in LANGUAGES:
        folder = "" if language == "en" else f"{language}/"
        html = site.text(file(site, f"{folder}journeys/claim"))
        assert f'<html lang="{language}"' in html
        assert ('<body dir="rtl"' in html) == (language == "ar")


def test_the_hosts_words_follow(site: Site) -> None:
    assert "Szukaj" in site.text("pl/index.html")
    assert "搜索" in site.text("zh-Hans/index.html")
    assert "Szukaj" not in site.text("index.html")


def test_our_words_follow(site: Site) -> None:
    assert "Podróż klienta" in site.article(file(site, "pl/journeys/claim"))
    assert "客户旅程" in site.article(file(site, "zh-Hans/journeys/claim"))


def test_the_switch_leads_to_the_same_page(site: Site) -> None:
    for name in site.files():
        if not name.endswith(".html") or name == "404.html":
            continue
        found = switch(site.text(name))
        for href, language in found:
            target = (site.folder / name).parent / href
            target = (target / "index.html" if href.endswith("/") else target).resolve()
            assert target.is_file(), (name, href)
            assert f'<html lang="{language}"' in target.read_text(encoding="utf-8")
        only_original = {file(site, "about/note")}
        expected = 0 if name in only_original else 1 if "about/how" in name else 3
        assert len(found) == expected, name


def test_the_head_names_the_other_languages(site: Site) -> None:
    html = site.text(file(site, "pl/journeys/claim"))
    found = re.findall(r'<link rel="alternate " hreflang="([^"]*)" href="([^"]*)">', html)
    assert [language for language, _ in found] == list(LANGUAGES)
    assert found[1][1].startswith("https://example.org/journeys/pl/journeys/claim")


def test_the_list_of_all_pages_names_the_other_languages(site: Site) -> None:
    namespaces = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "html": "http://www.w3.org/1999/xhtml"}
    text = site.text("sitemap.xml")
    assert gzip.decompress((site.folder / "sitemap.xml.gz").read_bytes()).decode() == text
    found = {
        str(entry.findtext("map:loc", "", namespaces)).removeprefix("https://example.org/journeys/"): [
            link.attrib["hreflang"] for link in entry.findall("html:link", namespaces)
        ]
        for entry in ET.fromstring(text).findall("map:url", namespaces)
    }
    ending = "/" if (site.folder / "about" / "how").is_dir() else ".html"
    assert found[f"journeys/claim{ending}"] == found[f"ar/journeys/claim{ending}"] == list(LANGUAGES)
    assert found[f"about/how{ending}"] == ["en", "pl"]
    assert found[f"about/note{ending}"] == []


def test_what_is_not_translated_says_its_language(site: Site) -> None:
    html = site.article(file(site, "pl/journeys/claim"))
    assert "<h1>Zgłoszenie szkody</h1>" in html
    assert re.search(r'<h3 id="calls">Dzwoni</h3>', html)
    assert re.search(r'<h3 id="waits"><span lang="en">Waits for the letter</span></h3>', html)
    assert 'lang="en">Ada, shop owner</a>' in html
    assert "Przetłumaczono częściowo. Język reszty: angielski." in html


def test_what_is_translated_elsewhere_is_so_here(site: Site) -> None:
    html = site.article(file(site, "pl/touchpoints/support-call"))
    assert "Telefon" in html
    assert "Jeszcze nie przetłumaczono. Język oryginału: angielski." in html


def test_in_a_page_from_right_to_left(site: Site) -> None:
    html = site.article(file(site, "ar/journeys/claim"))
    assert re.search(r'<span lang="en" dir="ltr">Claim a loss</span>', html)
    assert '<span class="jb-arrow">' in html
    assert re.search(r'<a href="[^"]*">آدا</a>', html)


def test_anchors_are_the_same_in_every_language(site: Site) -> None:
    wanted = re.findall(r'\sid="([^"]*)"', site.article(file(site, "journeys/claim")))
    for folder in LANGUAGES[1:]:
        assert re.findall(r'\sid="([^"]*)"', site.article(file(site, f"{folder}/journeys/claim"))) == wanted


def test_a_page_only_the_original_has_is_marked(site: Site) -> None:
    html = site.article(file(site, "pl/about/how"))
    assert re.search(r'<a href="(\.\./)+about/note[^"]*" hreflang="en">uwaga</a>', html)
    narrative = site.article(file(site, "ar/personas/ada"))
    assert re.search(r'<a hreflang="en" href="(\.\./)+about/how[^"]*">صفحة</a>', narrative)
    assert re.search(r'<img [^>]*src="(\.\./)+about/picture.png"', narrative)


def test_comments_on_a_translated_page_are_about_the_same_spot(site: Site) -> None:
    html = unquote(site.article(file(site, "pl/about/how")))
    assert "page/about/how" in html
    assert "page/about/how.pl" not in html


def test_the_navigation_stays_in_its_language(site: Site) -> None:
    here = file(site, "pl/journeys/claim")
    inside = (site.folder / "pl").resolve()
    left = [
        title
        for href, title in site.navigation(here)
        if not ((site.folder / here).parent / href).resolve().is_relative_to(inside)
    ]
    assert left == ["Note"]
    titles = [title for _, title in site.navigation(here)]
    assert "Jak czytać" in titles
    assert "Punkty styku" in titles
    assert "Touchpoints" in [title for _, title in site.navigation("index.html")]


def test_each_language_has_its_search(site: Site) -> None:
    def found(folder: str) -> list[str]:
        index = json.loads(site.text(f"{folder}search/search_index.json"))
        assert not [one for one in index["docs"] if one["location"].startswith(("pl/", "zh-Hans/", "ar/"))]
        return [one["title"] for one in index["docs"]]

    assert "Zgłoszenie szkody" not in found("")
    assert "Claim a loss" in found("")
    assert "Zgłoszenie szkody" in found("pl/")
    assert "Claim a loss" not in found("pl/")
    assert '"base": "."' in site.text("pl/index.html")


def test_the_board_of_translations(site: Site) -> None:
    html = site.article(file(site, "boards/translations"))
    assert "<dt>Polish</dt><dd>2 translated</dd><dd>1 in part</dd><dd>4 not yet</dd>" in html
    assert "5 of 7 texts" in html


def test_the_authors_front_page_and_a_generated_one(site: Site) -> None:
    assert "欢迎" in site.article("zh-Hans/index.html")
    assert "Small portal" in site.article("pl/index.html")
    assert "Podróże klientów" in site.article("pl/index.html")


def test_a_lost_link_in_a_translation_is_a_finding(
    portal: SmallPortal, logged: Callable[[str], list[str]]
) -> None:
    in_four_languages(portal).write({"content/personas/ada.pl.md": "[brak](nowhere.md) [[nikt]]\n"})
    with pytest.raises(Abort):
        portal.build()
    found = [one.partition(" error ")[0] for one in logged("ERROR") if "JB2" in one]
    assert found == ["content/personas/ada.pl.md:1:8:", "content/personas/ada.pl.md:1:20:"]


def test_one_language_is_as_before(portal: SmallPortal) -> None:
    site = portal.build(strict=True)
    html = site.text("journeys/claim/index.html")
    assert "jb-languages" not in site.article("journeys/claim/index.html")
    assert 'rel="alternate " hreflang' not in html
    assert not [name for name in site.files() if "translations" in name]


def test_the_authors_choice_of_the_themes_language_stays(portal: SmallPortal) -> None:
    portal.settings["theme"] = {"name": "material", "language": "de"}
    site = in_four_languages(portal).build(strict=True)
    assert '<html lang="de"' in site.text("index.html")
    assert '<html lang="pl"' in site.text("pl/index.html")


def test_the_same_bytes_twice(portal: SmallPortal) -> None:
    site = in_four_languages(portal).build()
    first = {name: Path(site.folder, name).read_bytes() for name in site.files() if not name.endswith(".gz")}
    again = portal.build()
    assert {name: Path(again.folder, name).read_bytes() for name in first} == first


def test_blocks_old_addresses_and_the_authors_navigation(portal: SmallPortal) -> None:
    """Each in the page's own language, with links that stay in it."""
    portal.settings["nav"] = [{"Start": "index.md"}, {"How": "about/how.md"}, {"All": "journeys/index.md"}]
    in_four_languages(portal).write(
        {
            "content/personas/ada.md": "---\naliases: [adah]\n---\n# Ada, shop owner\n",
            "content/index.pl.md": "# Początek\n\n```journeybook\nshow: journeys\nas: table\n```\n",
            "content/about/note.md": "# Note\n\n```journeybook\nshow: journeys\n```\n",
        }
    )
    site = portal.build()
    table = site.article("pl/index.html")
    assert re.search(r'<a href="(\./)?journeys/claim/">Zgłoszenie szkody</a>', table)
    assert "Średnia ocena" in table
    assert re.search(
        r'<a href="\.\./\.\./journeys/claim/">Claim a loss</a>', site.article("about/note/index.html")
    )
    moved = site.text("ar/personas/adah/index.html")
    assert 'content="0; url=../../personas/ada/"' in moved
    assert '<html lang="ar" dir="rtl">' in moved
    assert "Tę stronę przeniesiono:" in site.text("pl/personas/adah/index.html")
    assert [title for _, title in site.navigation("pl/index.html")] == [
        "Początek",
        "Jak czytać",
        "Podróże klientów",
    ]
    assert [title for _, title in site.navigation("index.html")] == ["Start", "How", "All"]
    for folder, language in (("", "en"), ("pl/", "pl"), ("zh-Hans/", "zh-Hans")):
        document = json.loads(site.text(f"{folder}portal.json"))
        assert document["language"] == language
        assert document["site"] == f"https://example.org/journeys/{folder}"
