"""The built sample portal as a whole: links, HTML, files."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from tests.browser.kinds_of_pages import open_all
from tests.tools.lychee import broken_links
from tests.tools.vnu import html_messages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import OpenPage


@pytest.fixture(params=["sample_site", "sample_site_flat"])
def site(request: pytest.FixtureRequest) -> Path:
    """The sample portal with and without directory URLs."""
    return request.getfixturevalue(request.param)


def test_no_link_and_no_fragment_is_broken(site: Path) -> None:
    found = broken_links(site)
    assert not found, "\n".join(map(str, found))


def test_links_in_diagrams_lead_to_a_page_and_an_anchor(site: Path) -> None:
    """No link checker looks inside a diagram."""
    count = 0
    for page in site.rglob("*.html"):
        for link in re.findall(r'^click \w+ "([^"]+)"', unescape(page.read_text("utf-8")), re.MULTILINE):
            count += 1
            address, _, anchor = unquote(link).partition("#")
            target = (page.parent / address).resolve() if address else page
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), (page, link)
            assert f'id="{anchor}"' in target.read_text("utf-8"), (page, link)
    assert count > 50


def test_links_in_drawn_pictures_lead_to_a_page_and_an_anchor(sample_site_flat: Path) -> None:
    """Nor inside a picture of ours."""
    texts: dict[Path, str] = {}
    count = 0
    for page in sorted(sample_site_flat.rglob("*.html")):
        for picture in re.findall(r"<svg\b.*?</svg>", page.read_text("utf-8"), re.DOTALL):
            for link in re.findall(r'<a\b[^>]*?\s(?:xlink:)?href="([^"]+)"', picture):
                count += 1
                address, _, anchor = unquote(unescape(link)).partition("#")
                target = (page.parent / address).resolve() if address else page
                assert target.is_file(), (page, link)
                text = texts.setdefault(target, target.read_text("utf-8"))
                assert not anchor or f'id="{anchor}"' in text, (page, link)
    assert count > 50


def test_the_html_is_valid(site: Path) -> None:
    messages = html_messages(site)
    assert not messages, "\n".join(map(str, messages))


def test_no_source_reaches_the_site(site: Path) -> None:
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert kinds.isdisjoint({".yml", ".yaml", ".csv", ".parquet", ".py", ".toml"})
    twins = list(site.rglob("*.md"))
    assert twins
    assert not [twin for twin in twins if not twin.with_suffix(".html").is_file()]
    assert not [twin for twin in twins if twin.read_text(encoding="utf-8").startswith("---")]


def test_a_portal_read_from_a_folder_shows_its_diagrams(open_page: OpenPage, sample_site_flat: Path) -> None:
    page = open_page((sample_site_flat / "journeys" / "move-hosting.html").as_uri())
    open_all(page)
    figure = page.locator("figure.jb-diagram").first
    figure.scroll_into_view_if_needed()
    figure.locator("svg").first.wait_for()
