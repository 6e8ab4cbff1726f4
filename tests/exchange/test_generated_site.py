"""What other generators build from the Markdown is the site that the plugin builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exchange.shown import Shown, pages
from tests.tools.lychee import broken_links

if TYPE_CHECKING:
    from tests.conftest import OpenPage
    from tests.exchange.conftest import BuiltSample, Generator, OwnSample

JOURNEYS = 11
"""How many journeys the sample portal tells; each is compared in both languages."""
BOTH = pytest.mark.parametrize("generator", ["mkdocs", "zensical"])
STYLES = pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "flat"])


@BOTH
@STYLES
def test_every_page_shows_the_same(
    own_sample: OwnSample, built_sample: BuiltSample, generator: Generator, directory_urls: bool
) -> None:
    own = pages(own_sample(directory_urls=directory_urls))
    theirs = pages(built_sample(generator, directory_urls=directory_urls))
    assert theirs.keys() == own.keys()
    assert sum("_map" in page.ids for page in own.values()) >= 2 * JOURNEYS
    for address, page in own.items():
        other = theirs[address]
        _move_edit_link(page, other)
        assert other.description == page.description, address
        if address != "index.html":  # which nobody but Material calls by the name of the site alone
            assert other.title == page.title, address
        assert other.headings == page.headings, address
        assert other.links == page.links, address
        assert other.pictures == page.pictures, address
        assert other.diagrams == page.diagrams, address
        assert other.words == page.words, address
        assert other.footnotes == page.footnotes, address
        assert {one for one in page.ids if "fn:" not in one and "fnref:" not in one} <= other.ids, address


def _move_edit_link(page: Shown, other: Shown) -> None:
    """On the author's own pages the link to the source stands in the theme; generated, it stands in the page."""
    if len(other.links) == len(page.links) + 1:
        target, text = other.links.pop()
        assert text == ("Edytuj" if page.address.startswith("pl/") else "Edit")
        name = page.address.removeprefix("pl/").removesuffix("/index.html").removesuffix(".html")
        assert target.rpartition("/content/")[2] in {f"{name}.md", f"{name}.pl.md"}
        other.words = other.words.removesuffix(text)


@BOTH
@STYLES
def test_no_link_is_broken(built_sample: BuiltSample, generator: Generator, directory_urls: bool) -> None:
    assert broken_links(built_sample(generator, directory_urls=directory_urls)) == []


@BOTH
def test_a_page_asks_no_other_host_and_draws_its_diagrams(
    built_sample: BuiltSample, serve_folder: object, open_page: OpenPage, generator: Generator
) -> None:
    site = built_sample(generator, directory_urls=True)
    page = open_page(f"{serve_folder(site, '/journeys')}/journeys/move-hosting/")  # type: ignore[operator]
    page.locator("#_flow").scroll_into_view_if_needed()
    page.wait_for_function("() => !document.querySelector('pre.mermaid')")
    assert page.locator("div.mermaid").count() == 1
