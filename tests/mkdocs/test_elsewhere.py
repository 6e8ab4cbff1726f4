"""Links into other portals, in a built site."""

from __future__ import annotations

import re

import pytest
from mkdocs.exceptions import Abort

from tests.exchange.neighbours import document, pin
from tests.mkdocs.small_portal import SmallPortal

JOURNEY = """\
    title: Move the shop
    state: future
    lang: de
    part_of: claims:stage/claim/tell
    improves: claims:journey/claim
    summary: After [[claims:touchpoint/call]]
    links: [claims:persona/ann]
    narrative: First [the call][claims:step/claim/calls].
    """


def test_links_lead_to_the_other_site_and_say_so(portal: SmallPortal) -> None:
    portal.write(
        {
            "journeybook.yml": "portals: {claims: other.json}\n",
            "content/journeys/move.yml": JOURNEY,
            "content/index.md": "# Welcome\n\n[[claims:persona/ann]], [[claims:journey/claim|how they do it]].\n",
        }
    )
    pin(portal.root, "claims", document(title="Claims <b>", language="pl"))
    site = portal.build(strict=True)
    root = "https://maps.example/claims"
    marks = {'class="jb-abroad"', 'rel="external"', 'hreflang="pl"', 'title="In the portal Claims &lt;b&gt;"'}
    page = site.article("journeys/move/index.html")
    for address, title in (
        ("journeys/claim/tell/", "Tell"),
        ("journeys/claim/", "Report a claim"),
        ("touchpoints/call/", "Support call"),
        ("personas/ann/", "Ann"),
        ("journeys/claim/#calls", "the call"),
    ):
        (link,) = re.findall(rf'<a [^>]*href="{root}/{address}"[^>]*>[^<]*</a>', page)
        assert link.endswith(f">{title}</a>")
        assert {mark for mark in marks if mark not in link} == set()
    assert 'lang="pl">Tell</a> <span class="jb-note">In the portal Claims &lt;b&gt;</span>' in page
    front = site.article("index.html")
    assert f'href="{root}/personas/ann/"' in front
    assert ">how they do it</a>" in front


def test_a_build_without_what_was_fetched_stops_and_says_what_to_do(portal: SmallPortal) -> None:
    portal.write({"journeybook.yml": "portals: {claims: https://127.0.0.1:9/portal.json}\n"})
    with pytest.raises(Abort):
        portal.build()


def test_where_nobody_knows_the_other_site_only_the_title_stands(portal: SmallPortal) -> None:
    portal.write({"journeybook.yml": "portals: {claims: other.json}\n", "content/journeys/move.yml": JOURNEY})
    pin(portal.root, "claims", document(site=""))
    page = portal.build().article("journeys/move/index.html")
    assert "After Support call" in page
    assert '<span lang="en">Tell</span>' in page or "<span>Tell</span>" in page
    assert "claims:" not in page
    assert 'href=""' not in page
