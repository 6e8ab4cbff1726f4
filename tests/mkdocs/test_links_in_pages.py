"""Links and mentions in the author's ordinary pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mkdocs.exceptions import Abort

from tests.mkdocs.small_portal import SmallPortal

Logged = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("written", "directories", "files"),
    [
        ("../journeys/eu/claim.yml", "../../journeys/claim/", "../journeys/claim.html"),
        ("../journeys/eu/claim.md", "../../journeys/claim/", "../journeys/claim.html"),
        ("../journeys/claim.md", "../../journeys/claim/", "../journeys/claim.html"),
        ("../journeys/eu/claim.yml#calls", "../../journeys/claim/#calls", "../journeys/claim.html#calls"),
        ("../journeys/claim/decide.md", "../../journeys/claim/decide/", "../journeys/claim/decide.html"),
        ("../touchpoints/support-call.md", "../../touchpoints/support-call/", "../touchpoints/support-call.html"),
        ("../channels/phone.md", "../../channels/phone/", "../channels/phone.html"),
        ("../channels.yml", "../../channels/", "../channels/index.html"),
        ("../journeys/index.md", "../../journeys/", "../journeys/index.html"),
        ("../journeys/", "../../journeys/", "../journeys/index.html"),
        ("../index.md", "../../", "../index.html"),
        ("https://example.com/claim.yml", "https://example.com/claim.yml", "https://example.com/claim.yml"),
    ],
)
def test_links_lead_to_pages(
    portal: SmallPortal, logged: Logged, written: str, directories: str, files: str
) -> None:
    portal.write({"content/about/how.md": f"# How\n\nSee [this]({written}).\n"})
    assert portal.build(strict=True).hrefs("about/how/index.html") == [directories]
    site = portal.build(strict=True, use_directory_urls=False)
    assert site.hrefs("about/how.html") == [files]
    assert not [line for line in logged("INFO") if "contains" in line]


def test_a_link_to_an_anchor_that_is_not_there_is_noted(portal: SmallPortal, logged: Logged) -> None:
    good, lost = "[a](../journeys/eu/claim.yml#calls)", "[b](../journeys/eu/claim.yml#no)"
    portal.write({"content/about/how.md": f"# How\n\n{good} {lost}"})
    portal.build()
    assert [line for line in logged("INFO") if line.startswith("Doc file")] == [
        "Doc file 'about/how.md' contains a link '../journeys/eu/claim.md#no', "
        "but the doc 'journeys/eu/claim.md' does not contain an anchor '#no'."
    ]


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("[[support-call]]", '<a href="../../touchpoints/support-call/">Support call</a>'),
        (
            "[[touchpoint:support-call|the *call*]]",
            '<a href="../../touchpoints/support-call/">the <em>call</em></a>',
        ),
        ("[the call][touchpoint:support-call]", '<a href="../../touchpoints/support-call/">the call</a>'),
        ("[[step:claim/calls]]", '<a href="../../journeys/claim/#calls">Calls support</a>'),
        ("[[stage:claim/decide]]", '<a href="../../journeys/claim/decide/">Decide</a>'),
        ("`[[support-call]]`", "<code>[[support-call]]</code>"),
        (r"\[[support-call]]", "[[support-call]]"),
        (
            "[[phone]] and [[ada]]",
            '<a href="../../channels/phone/">Telephone</a> and <a href="../../personas/ada/">',
        ),
    ],
)
def test_mentions_become_links(portal: SmallPortal, written: str, html: str) -> None:
    portal.write({"content/about/how.md": f"# How\n\nSee {written}.\n"})
    assert html in portal.build(strict=True).article("about/how/index.html")


def test_mentions_work_in_admonitions_and_tables(portal: SmallPortal) -> None:
    portal.settings["markdown_extensions"] = ["admonition", "tables"]
    portal.write({"content/about/how.md": "# How\n\n!!! note\n    See [[phone]].\n\n| a |\n|---|\n| [[ada]] |\n"})
    assert portal.build(strict=True).hrefs("about/how/index.html") == [
        "../../channels/phone/",
        "../../personas/ada/",
    ]


def test_a_mention_of_nothing_is_a_warning_at_its_place(portal: SmallPortal, logged: Logged) -> None:
    portal.write(
        {"content/about/how.md": "---\ntags: [x]\n---\n# How\n\nSee [[suport-call]] & [x][team:clams].\n"}
    )
    site = portal.build()
    assert logged("WARNING") == [
        "content/about/how.md:6:5: warning JB203: nothing is called 'suport-call'; did you mean 'support-call'?",
        "content/about/how.md:6:23: warning JB203: nothing is called 'team:clams'; did you mean 'team:claims'?",
    ]
    assert "See suport-call &amp; x." in site.article("about/how/index.html")
    with pytest.raises(Abort):
        portal.build(strict=True)
    assert logged("ERROR") == ["2 warnings in the content of a strict build; the site was left as it is"]


def test_a_mention_that_can_mean_two_things_says_how_to_choose(portal: SmallPortal, logged: Logged) -> None:
    portal.write({"content/touchpoints/support.md": "---\ntitle: Support desk\n---\n"})
    portal.write({"content/about/how.md": "# How\n\n[[support]]\n"})
    portal.build()
    (line,) = logged("WARNING")
    assert line.startswith(
        "content/about/how.md:3:1: warning JB204: 'support' is the id of several things; write "
    )
    assert "[[touchpoint:support]]" in line
    assert "[[team:support]]" in line


def test_a_mention_finds_the_page_that_the_author_wrote_instead(portal: SmallPortal) -> None:
    portal.write({"content/teams/claims.md": "---\nentity: page\n---\n# The claims desk\n"})
    portal.write({"content/about/how.md": "# How\n\n[[team:claims]]\n"})
    assert portal.build(strict=True).hrefs("about/how/index.html") == ["../../teams/claims/"]


def test_an_ordinary_page_takes_comments_too(portal: SmallPortal) -> None:
    portal.write(
        {
            "journeybook.yml": "comments: {tracker: mailto, address: maps@example.com}\n",
            "content/about/how.md": "# How & why\n\nText.\n",
        }
    )
    site = portal.build(strict=True)
    (link,) = [href for href in site.hrefs("about/how/index.html") if href.startswith("mailto:maps@example.com")]
    assert "page%2Fabout%2Fhow" in link or "page/about/how" in link
    assert "content%2Fabout%2Fhow.md" in link or "content/about/how.md" in link
    assert '<h1 id="how-why">How &amp; why' in site.article("about/how/index.html")
    assert not [one for one in site.search_entries() if "Comment on this page" in one["text"]]


def test_without_comments_nothing_stands_below_a_page(portal: SmallPortal) -> None:
    portal.write({"journeybook.yml": "format: 1\n", "content/about/how.md": "# How\n"})
    assert "jb-below" not in portal.build(strict=True).text("about/how/index.html")
