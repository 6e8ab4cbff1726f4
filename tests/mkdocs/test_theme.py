"""The theme around our pages: titles, search, tags, fonts, the author's own templates, other themes."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from mkdocs.exceptions import Abort

from tests.mkdocs.small_portal import SmallPortal

Logged = Callable[[str], list[str]]

HOSTILE = "</title><script>alert(1)</script> \"R&D\" 'x' {{ 7*7 }}"


def test_hostile_titles_do_no_harm(portal: SmallPortal) -> None:
    quoted = HOSTILE.replace("'", "''")
    portal.settings |= {
        "nav": ["index.md", "personas/ada.md"],
        "plugins": ["search", "material/tags", "journeybook"],
    }
    portal.write(
        {"content/personas/ada.md": f"---\ntitle: '{quoted}'\nsummary: '{quoted}'\ntags: ['{quoted}']\n---\n"}
    )
    site = portal.build(strict=True)
    for name in site.files():
        if name.endswith(".html"):
            assert "<script>alert" not in site.text(name), name
            assert "{{ 7*7 }}" in site.text(name) or "7*7" not in site.text(name), name
    title = re.search("<title>(.*?)</title>", site.text("personas/ada/index.html"))
    assert title
    assert title[1].startswith("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; \"R&amp;D\" 'x'")
    entry = next(one for one in site.search_entries() if one["location"] == "personas/ada/")
    assert "<script>" not in entry["title"] + entry["text"] + "".join(entry["tags"])


def test_search_finds_steps_and_pains_and_no_diagram_source(portal: SmallPortal) -> None:
    entries = {one["location"]: one for one in portal.build(strict=True).search_entries()}
    assert entries["journeys/claim/#calls"]["title"] == "Calls support"
    assert "Has to explain it twice" in entries["journeys/claim/#calls"]["text"]
    assert not [one for one in entries.values() if "accTitle" in one["text"] or "flowchart" in one["text"]]
    assert entries["boards/pains/"]["boost"] < 1
    assert "boost" not in entries["journeys/claim/"]


def test_tags_of_entities_are_tags_of_the_theme(portal: SmallPortal) -> None:
    portal.settings["plugins"] = ["search", "tags", "journeybook"]
    portal.write({"content/tags.md": "# Tags\n\n<!-- material/tags -->\n"})
    site = portal.build(strict=True)
    assert "R&amp;D" in site.article("tags/index.html")
    assert "../journeys/claim/" in site.hrefs("tags/index.html")
    assert re.search(r'class="md-tag">\s*shops', site.article("personas/ada/index.html"))


def test_meta_files_of_material_work(portal: SmallPortal) -> None:
    portal.settings["plugins"] = ["search", "meta", "tags", "journeybook"]
    portal.write({"content/personas/.meta.yml": "tags: [people]\nhide: [toc]\n"})
    site = portal.build(strict=True)
    assert {"people", "shops"} <= set(
        re.findall(r'class="md-tag">\s*(\w+)', site.article("personas/ada/index.html"))
    )


def test_no_page_asks_another_host(portal: SmallPortal) -> None:
    site = portal.build(strict=True)
    for name in site.files():
        if name.endswith(".html"):
            found = re.findall(
                r'<(?:link|script|img|iframe)\b[^>]*(?:href|src)="(?:https?:)?//[^"]*"', site.text(name)
            )
            assert found == [], name


def test_the_repository_is_asked_for_nothing(portal: SmallPortal) -> None:
    portal.settings |= {"repo_url": "https://github.com/example/journeys", "edit_uri": "edit/main/content/"}
    page = portal.build(strict=True).text("index.html")
    assert 'href="https://github.com/example/journeys"' in page
    assert 'data-md-component="source"' not in page


def test_the_authors_own_partials_come_first(portal: SmallPortal) -> None:
    portal.settings |= {"repo_url": "https://github.com/example/journeys", "edit_uri": "edit/main/content/"}
    portal.settings["theme"] = {"name": "material", "custom_dir": "mine"}
    portal.write({"mine/partials/source.html": "MINE"})
    assert "MINE" in portal.build(strict=True).text("index.html")


def test_fonts_that_the_author_chose_stay(portal: SmallPortal) -> None:
    portal.settings["theme"] = {"name": "material", "font": {"text": "Lora"}}
    assert "Lora" in portal.build(strict=True).text("index.html")


def test_fonts_in_settings_that_are_inherited_count(portal: SmallPortal) -> None:
    portal.write({"base.yml": "theme:\n  name: material\n  font: {text: Lora}\n"})
    portal.settings["INHERIT"] = "base.yml"
    del portal.settings["theme"]
    assert "Lora" in portal.build(strict=True).text("index.html")


def test_the_description_of_a_page_is_its_summary(portal: SmallPortal) -> None:
    page = portal.build(strict=True).text("journeys/claim/index.html")
    assert '<meta name="description" content="From the leak to the cheque.">' in page


def test_the_table_of_contents_leads_to_the_steps(portal: SmallPortal) -> None:
    page = portal.build(strict=True).text("journeys/claim/index.html")
    contents = page[page.index('data-md-component="toc"') : page.index("<article")]
    assert re.findall(r'href="#([\w-]+)" class="md-nav__link"', contents).count("stage_report") == 1


@pytest.mark.parametrize("kind", ["journey", "persona"])
def test_the_authors_template_for_a_kind_wins(portal: SmallPortal, kind: str) -> None:
    portal.settings["theme"] = {"name": "material", "custom_dir": "mine"}
    portal.write({f"mine/journeybook/{kind}.html": "<h1>Mine: {{ view.head.plain_title }}</h1>\n"})
    site = portal.build(strict=True)
    mine = {"journey": "Mine: Claim a loss", "persona": "Mine: Ada, shop owner"}
    pages = {"journey": "journeys/claim/index.html", "persona": "personas/ada/index.html"}
    assert mine[kind] in site.article(pages[kind])
    assert "Mine" not in site.article("channels/phone/index.html")


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("<h1>Mine</h1>\n{% if %}\n", 2, "Expected an expression, got 'end of statement block'"),
        ("\n\n<p>{{ view.no_such_thing }}</p>\n", 3, "no_such_thing"),
        ("{% include 'lost.html' %}\n", 1, "lost.html"),
    ],
)
def test_a_mistake_in_the_authors_template_is_said_at_its_line(
    portal: SmallPortal, logged: Logged, template: str, line: int, message: str
) -> None:
    portal.settings["theme"] = {"name": "material", "custom_dir": "mine"}
    portal.write({"mine/journeybook/persona.html": template})
    with pytest.raises(Abort):
        portal.build()
    assert f"mine/journeybook/persona.html:{line}: " in logged("ERROR")[-1]
    assert message in logged("ERROR")[-1]
    site = portal.build(command="serve")
    assert message in unescape(site.article("personas/ada/index.html"))
    assert "Claim a loss" in site.article("journeys/claim/index.html")


def test_the_privacy_plugin_needs_no_other_host(portal: SmallPortal) -> None:
    portal.settings["plugins"] = ["search", {"privacy": {"cache_dir": str(portal.root / "cache")}}, "journeybook"]
    assert "unpkg.com" not in portal.build(strict=True).text("journeys/claim/index.html")


def test_settings_that_other_plugins_change_count(portal: SmallPortal) -> None:
    portal.settings["plugins"] = ["search", "offline", "journeybook"]
    site = portal.build(strict=True)
    assert "../personas/ada.html" in site.hrefs("journeys/claim.html")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_give_pages_that_work(portal: SmallPortal, theme: str) -> None:
    portal.settings["theme"] = {"name": theme}
    site = portal.build(strict=True)
    page = site.text("journeys/claim/index.html")
    assert "Waits for the letter" in page
    assert "../../assets/journeybook/journeybook.css" in page
    assert "<title>Claim a loss - Small portal</title>" in page


def test_the_sitemap_lists_every_page(portal: SmallPortal) -> None:
    portal.settings["site_url"] = "https://journeys.example.com/"
    site = portal.build(strict=True)
    sitemap = site.text("sitemap.xml")
    assert "<loc>https://journeys.example.com/journeys/claim/decide/</loc>" in sitemap
    pages = {name for name in site.files() if name.endswith(".html")} - {"404.html"}
    assert sitemap.count("<loc>") == len(pages) == 26


@pytest.mark.parametrize("feature", ["navigation.tabs", "toc.integrate", "navigation.indexes", "navigation.path"])
def test_features_of_material_work(portal: SmallPortal, feature: str) -> None:
    portal.settings["theme"] = {"name": "material", "features": ["navigation.instant", feature]}
    portal.settings["site_url"] = "https://journeys.example.com/"
    site = portal.build(strict=True)
    assert "Waits for the letter" in site.article("journeys/claim/index.html")
    assert "../../personas/" in re.findall(r'href="([^"]*)"', site.text("journeys/claim/index.html"))


def test_the_repository_is_linked_and_its_host_not_asked(portal: SmallPortal) -> None:
    portal.settings["repo_url"] = "https://github.com/acme/journeys"
    html = portal.build(strict=True).text("index.html")
    assert 'href="https://github.com/acme/journeys"' in html
    assert 'data-md-component="source"' not in html


def test_the_author_s_own_link_to_the_repository_wins(portal: SmallPortal) -> None:
    portal.settings["repo_url"] = "https://github.com/acme/journeys"
    portal.settings["theme"] = {"name": "material", "custom_dir": "overrides"}
    portal.write({"overrides/partials/source.html": "<b>our own link</b>"})
    assert "<b>our own link</b>" in portal.build(strict=True).text("index.html")


def test_what_search_engines_read_stands_in_the_head(portal: SmallPortal) -> None:
    portal.settings["site_url"] = "https://journeys.example.com/"
    page = portal.build(strict=True).text("journeys/claim/index.html")
    head, body = page.split("</head>")
    assert head.count("application/ld+json") == 1
    assert "application/ld+json" not in body  # instant navigation would run it as a script
