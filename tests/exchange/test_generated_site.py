"""What other generators build from the Markdown is the site that the plugin builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exchange.shown import Shown, pages
from tests.tools.lychee import broken_links

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import OpenPage
    from tests.exchange.conftest import BuiltSample, Generator

BOTH = pytest.mark.parametrize("generator", ["mkdocs", "zensical"])
STYLES = pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "flat"])


@BOTH
@STYLES
def test_every_page_shows_the_same(
    built_sample: BuiltSample,
    sample_site: Path,
    sample_site_flat: Path,
    generator: Generator,
    directory_urls: bool,
) -> None:
    own = pages(sample_site if directory_urls else sample_site_flat)
    theirs = pages(built_sample(generator, directory_urls=directory_urls))
    assert theirs.keys() == own.keys()
    for address, page in own.items():
        other = theirs[address]
        _move_edit_link(page, other)
        assert other.description == page.description, address
        assert other.title == page.title or address == "index.html", address  # Zensical names the front page too
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
        assert text == "Edit"
        assert f"{page.address.removesuffix('/index.html').removesuffix('.html')}.md" in target
        other.words = other.words.removesuffix("Edit")


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
    page.locator("#_mood").scroll_into_view_if_needed()
    page.wait_for_function("() => !document.querySelector('pre.mermaid')")
    assert page.locator("div.mermaid").count() == 2
