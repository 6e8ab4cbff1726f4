"""Building blocks in pages and narratives, built by MkDocs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from markdown import Markdown
from mkdocs.exceptions import Abort

from journeybook.mkdocs.blocks_in_markdown import BlocksExtension

if TYPE_CHECKING:
    from tests.mkdocs.small_portal import SmallPortal

Logged = Callable[[str], list[str]]

LIST = """\
```journeybook
show: journeys
as: list
```
"""
SHOWN = re.compile(r'<fieldset class="jb jb-insert jb-insert--(\w+)".*?</fieldset>', re.DOTALL)


def indented(text: str, by: str = "    ") -> str:
    return "".join(f"{by}{line}" for line in text.splitlines(keepends=True))


def forms(html: str) -> list[str]:
    return SHOWN.findall(html)


@pytest.mark.parametrize("urls", [True, False])
def test_links_of_a_block_are_right_from_where_it_stands(portal: SmallPortal, *, urls: bool) -> None:
    portal.settings["use_directory_urls"] = urls
    portal.write({"content/index.md": f"# Front\n\n{LIST}", "content/about/how.md": f"# How\n\n{LIST}"})
    site = portal.build(strict=True)
    end = "/" if urls else ".html"
    assert f"./journeys/claim{end}" in site.hrefs("index.html")
    how = "about/how/index.html" if urls else "about/how.html"
    assert f"{'../../' if urls else '../'}journeys/claim{end}" in site.hrefs(how)


def test_a_block_may_stand_wherever_a_fence_may(portal: SmallPortal) -> None:
    tabs = {"pymdownx.tabbed": {"alternate_style": True}}
    portal.settings["markdown_extensions"] = ["admonition", "footnotes", "pymdownx.superfences", tabs]
    quoted = indented(LIST, "> ")
    text = (
        f"# Front\n\n{LIST}\n!!! note\n{indented(LIST)}\n- Item\n\n{indented(LIST)}\n> Quoted\n>\n"
        f'{quoted}\n=== "Tab"\n\n{indented(LIST)}\nText[^1].\n\n[^1]:\n    Note\n\n{indented(LIST)}\n'
        f"Right before\n{LIST}right behind\n"
    )
    portal.write({"content/index.md": text})
    article = portal.build(strict=True).article("index.html")
    assert forms(article) == ["list"] * 7
    assert "journeybook\n" not in article
    for holder in ("admonition", "<blockquote>", "tabbed-block", "footnote"):
        assert re.search(rf"{holder}.*?<fieldset class=\"jb jb-insert", article, re.DOTALL), holder


EXAMPLE = f"# Front\n\n````markdown\n{LIST}````\n\nText:\n\n{indented(LIST)}"


@pytest.mark.parametrize("extensions", [[], ["pymdownx.superfences"], ["codehilite"]])
def test_an_example_of_a_block_stays_one(portal: SmallPortal, extensions: list[str]) -> None:
    portal.settings["markdown_extensions"] = extensions
    portal.write({"content/index.md": EXAMPLE})
    article = portal.build(strict=True).article("index.html")
    assert forms(article) == []
    assert len(re.findall("show:", re.sub("<[^>]*>", "", article))) == 2


@pytest.mark.parametrize(
    "extensions",
    [
        [],
        ["fenced_code"],
        ["pymdownx.superfences"],
        [("pymdownx.superfences", {"preserve_tabs": True})],
        ["fenced_code", "codehilite", "md_in_html", "attr_list"],
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_other_extensions_change_nothing(extensions: list[Any], *, before: bool) -> None:
    ours = BlocksExtension(lambda _md, text: f"<section>{text}</section>")
    names = [one if isinstance(one, str) else one[0] for one in extensions]
    configs = dict(one for one in extensions if not isinstance(one, str))
    markdown = Markdown(extensions=[ours, *names] if before else [*names, ours], extension_configs=configs)
    for _ in range(2):
        html = markdown.reset().convert(f"Text\n\n{LIST}\nmore")
        assert html == "<p>Text</p>\n<section>show: journeys\nas: list</section>\n\n<p>more</p>".replace(
            "\n\n", "\n"
        )


def test_where_the_host_sees_code_it_gets_the_source() -> None:
    markdown = Markdown(extensions=[BlocksExtension(lambda _md, _text: "<section>shown</section>")])
    html = markdown.convert(f'=== "A tab that nobody turned on"\n\n{indented(LIST)}')
    assert "<pre><code>```journeybook\nshow: journeys\nas: list\n```" in html
    assert "shown" not in html


def test_a_narrative_shows_blocks_on_each_of_its_pages(portal: SmallPortal) -> None:
    block = indented("```journeybook\nshow: journey\nid: claim\nas: flow\n```\n", "      ")
    portal.write(
        {
            "content/journeys/eu/claim.yml": "title: Claim a loss\npersona: ada\nstages:\n"
            f"  - id: report\n    title: Report\n    narrative: |\n{block}\n"
            "    steps:\n      - {id: calls, title: Calls}\n"
        }
    )
    site = portal.build(strict=True)
    assert forms(site.article("journeys/claim/index.html")) == ["flow"]
    assert forms(site.article("journeys/claim/report/index.html")) == ["flow"]
    assert "click n1 &#34;../../journeys/claim/#calls&#34;" in site.text("journeys/claim/index.html")
    assert "click n1 &#34;../../../journeys/claim/#calls&#34;" in site.text("journeys/claim/report/index.html")
    assert "journeybook-root" not in site.text("journeys/claim/report/index.html")


def test_the_search_finds_what_a_block_shows_on_pages_of_its_own(portal: SmallPortal) -> None:
    portal.write({"content/index.md": "# Front\n\nWelcome.\n\n```journeybook\nshow: personas\n```\n\nGoodbye.\n"})
    front = [one for one in portal.build(strict=True).search_entries() if one["location"] == ""]
    text = " ".join(one["text"] for one in front)
    assert "Ada" not in text
    assert "Welcome" in text
    assert "Goodbye" in text


def test_a_mistake_stops_the_build_in_its_place(portal: SmallPortal, logged: Logged) -> None:
    portal.write({"content/index.md": "# Front\n\n```journeybook\nshow: journey\nid: clam\n```\n"})
    with pytest.raises(Abort):
        portal.build()
    assert logged("ERROR")[0] == "content/index.md:5:5: error JB203: no journey 'clam'; did you mean 'claim'?"


def test_a_page_of_another_plugin_shows_what_is_wrong(portal: SmallPortal, logged: Logged) -> None:
    portal.write(
        {
            "content/index.md": '# Front\n\n--8<-- "part.txt"\n',
            "part.txt": "```journeybook\nshow: journies\n```\n",
        }
    )
    portal.settings["markdown_extensions"] = [{"pymdownx.snippets": {"base_path": [str(portal.root)]}}]
    site = portal.build()
    assert forms(site.article("index.html")) == ["unread"]
    assert "no show &#39;journies&#39;" in site.text("index.html")


def test_a_public_build_shows_nothing_internal(portal: SmallPortal) -> None:
    portal.write(
        {
            "journeybook.yml": "audience: public\n",
            "content/personas/ada.md": "---\ntitle: Ada, shop owner\naudience: internal\n---\nSells tea.\n",
            "content/index.md": "# Front\n\n```journeybook\nshow: personas\nas: count\n```\n\n"
            "```journeybook\nshow: persona\nid: ada\n```\n\n"
            "```journeybook\nshow: journeys\nwhere: {persona: ada}\n```\n\n"
            "```journeybook\nshow: journeys\nas: table\n```\n",
        }
    )
    site = portal.build()
    assert forms(site.article("index.html")) == ["count", "empty", "empty", "table"]
    assert "<strong>0</strong>" in site.article("index.html")
    assert "Ada" not in site.text("index.html")
