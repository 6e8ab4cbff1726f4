"""Narratives: the host's Markdown, several on a page, each with links and ids of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from mkdocs.exceptions import Abort

from tests.mkdocs.small_portal import SmallPortal

Logged = Callable[[str], list[str]]

TEXT = """\
See [the call](../../touchpoints/support-call.md), [the form](../../images/form.svg), [[ada]] and [more](#more).

![A form](../../images/form.svg)

#### More

A note.[^1]

[^1]: Below the line.

!!! tip "A *tip*"
    Mind [the telephone](../../channels/phone.md).

=== "One"
    First.

=== "Two"
    Second.

<a href="../../journeys/eu/claim.yml#calls">raw</a> <img src="../../images/form.svg" alt="">
"""

EXTENSIONS = [
    "admonition", "attr_list", "footnotes", "tables", {"toc": {"permalink": True}},
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}},
]  # fmt: skip


@pytest.fixture
def telling(portal: SmallPortal) -> SmallPortal:
    """A portal in which a stage and two steps have the same long text."""
    portal.settings["markdown_extensions"] = EXTENSIONS
    block = "\n".join(f"      {line}" for line in TEXT.splitlines())
    step = "\n".join(f"          {line}" for line in TEXT.splitlines())
    portal.write(
        {
            "content/images/form.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "content/journeys/eu/claim.yml": "title: Claim a loss\npersona: ada\nstages:\n"
            f"  - id: report\n    title: Report\n    narrative: |\n{block}\n    steps:\n"
            f"      - id: calls\n        title: Calls\n        narrative: |\n{step}\n"
            f"      - id: waits\n        title: Waits\n        narrative: |\n{step}\n",
        }
    )
    return portal


class Ids(HTMLParser):
    """Ids of a page and what refers to them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.wanted: set[str] = set()
        self.groups: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a" and found.get("href", "").startswith("#"):
            self.wanted.add(found["href"][1:])
        if "for" in found:
            self.wanted.add(found["for"])
        if found.get("type") == "radio":
            self.groups.add(found["name"])


@pytest.mark.parametrize("page", ["journeys/claim/index.html", "journeys/claim/report/index.html"])
def test_several_narratives_do_not_get_in_each_others_way(telling: SmallPortal, page: str) -> None:
    found = Ids(telling.build(strict=True).article(page))
    assert len(found.ids) == len(set(found.ids))
    assert found.wanted <= set(found.ids)
    assert len(found.groups) == 3
    assert len([one for one in found.ids if one.endswith("_more")]) == 3
    assert len([one for one in found.ids if one.endswith("_fn:1")]) == 3


def test_anchors_that_only_the_journeys_page_has_lead_there(portal: SmallPortal) -> None:
    steps = (
        "- {id: calls, title: Calls, narrative: 'First [ring](#calls), then [decide](#decides) or [end](#decide). "
        '<a href="#decides">raw</a>\'}'
    )
    portal.write(
        {
            "content/journeys/eu/claim.yml": "title: Claim a loss\npersona: ada\nstages:\n"
            f"  - id: report\n    title: Report\n    steps:\n      {steps}\n"
            "  - id: decide\n    title: Decide\n    steps:\n      - {id: decides, title: Decides}\n"
        }
    )
    site = portal.build(strict=True)
    whole = site.article("journeys/claim/index.html")
    stage = site.article("journeys/claim/report/index.html")
    for name, anchor in (("ring", "calls"), ("decide", "decides"), ("end", "decide"), ("raw", "decides")):
        there = "" if anchor == "calls" else "../../../journeys/claim/"
        assert f'<a href="#{anchor}">{name}</a>' in whole
        assert f'<a href="{there}#{anchor}">{name}</a>' in stage
    twin = (site.folder / "journeys/claim/report/index.md").read_text(encoding="utf-8")
    assert "[ring](#calls), then [decide](../index.md#decides)" in twin


@pytest.mark.parametrize("directory_urls", [True, False])
def test_links_start_from_the_file_that_holds_them(telling: SmallPortal, directory_urls: bool) -> None:
    site = telling.build(strict=True, use_directory_urls=directory_urls)
    for page in ("journeys/claim", "journeys/claim/report"):
        article = site.article(f"{page}/index.html" if directory_urls else f"{page}.html")
        up = "../" * (page.count("/") + directory_urls)
        end = "/" if directory_urls else ".html"
        here = "" if page == "journeys/claim" else f"{up}journeys/claim{end}"
        assert article.count(f'<a href="{up}touchpoints/support-call{end}">the call</a>') >= 2
        assert f'<a href="{up}channels/phone{end}">the telephone</a>' in article
        assert f'<a href="{up}images/form.svg">the form</a>' in article
        assert f'src="{up}images/form.svg"' in article
        assert f'<a href="{up}personas/ada{end}">Ada, shop owner</a>' in article
        assert f'<a href="{here}#calls">raw</a>' in article


def test_the_hosts_extensions_work(telling: SmallPortal) -> None:
    article = telling.build(strict=True).article("journeys/claim/index.html")
    assert article.count('<p class="admonition-title">A <em>tip</em></p>') == 3
    assert article.count('class="tabbed-set') == 3
    assert article.count('<a class="headerlink"') == 3


def test_fences_of_the_author_keep_their_text(telling: SmallPortal) -> None:
    telling.write(
        {
            "content/personas/ada.md": "---\ntitle: Ada\n---\n\n```mermaid\ngraph TD\n  a --> b\n```\n\n"
            '``` html\n<a id="more" href="../x.md">\n```\n\nRead [[phone]], not `[[phone]]`.\n'
        }
    )
    article = telling.build(strict=True).article("personas/ada/index.html")
    assert '<pre class="mermaid"><code>graph TD\n  a --&gt; b</code></pre>' in article
    assert "../x.md" in re.sub("<[^>]+>", "", article)
    assert article.count('href="../../channels/phone/"') == 1
    assert "<code>[[phone]]</code>" in article


def test_a_link_only_the_host_can_see_is_a_warning_at_its_place(portal: SmallPortal, logged: Logged) -> None:
    portal.settings["markdown_extensions"] = ["admonition"]
    portal.write(
        {
            "content/personas/ada.md": "---\ntitle: Ada\n---\n!!! note\n\n"
            '    See [[phon]].\n\n        [[code]]\n\n<a href="../lost.md">lost</a>\n'
        }
    )
    portal.build()
    assert logged("WARNING") == [
        "content/personas/ada.md:6:9: warning JB203: nothing is called 'phon'; did you mean 'phone'?",
        "content/personas/ada.md:10:10: warning JB206: no file '../lost.md'; "
        "relative links start from the file that holds them",
    ]


def test_a_link_to_the_front_page_leads_home(portal: SmallPortal) -> None:
    portal.write(
        {"content/personas/ada.md": "---\ntitle: Ada\n---\n[home](../index.md) [how](../about/how.md?a=b#c)\n"}
    )
    article = portal.build(strict=True).article("personas/ada/index.html")
    assert '<a href="../../">home</a>' in article
    assert '<a href="../../about/how/#c">how</a>' in article


def test_a_link_to_data_that_is_not_published_is_an_error(portal: SmallPortal, logged: Logged) -> None:
    portal.write({"content/evidence/calls.csv": "day,n\n"})
    portal.write({"content/personas/ada.md": "---\ntitle: Ada\n---\n[calls](../evidence/calls.csv)\n"})
    with pytest.raises(Abort):
        portal.build()
    assert logged("ERROR")[0].startswith(
        "content/personas/ada.md:4:9: error JB206: '../evidence/calls.csv' is read, not"
    )


def test_material_previews_do_not_break_narratives(portal: SmallPortal) -> None:
    portal.settings["markdown_extensions"] = [{"material.extensions.preview": {"targets": {"include": ["*"]}}}]
    portal.write({"content/personas/ada.md": "---\ntitle: Ada\n---\nSee [[phone]].\n"})
    assert '<a href="../../channels/phone/">Telephone</a>' in portal.build().article("personas/ada/index.html")
