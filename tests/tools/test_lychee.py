from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.tools.lychee import broken_links

if TYPE_CHECKING:
    from pathlib import Path

HOME = '<link rel="canonical" href="https://example.org/stock/">'
MOVING = "%E6%90%AC%E5%AE%B6/#%E9%98%B6%E6%AE%B5"  # what browsers make of 搬家/#阶段


def write(site: Path, page: str, body: str) -> None:
    """Writes one page of a small site."""
    (site / page).parent.mkdir(parents=True, exist_ok=True)
    (site / page).write_text(f"<!doctype html><title>Page</title>\n{body}", encoding="utf-8")


def links(site: Path) -> list[tuple[str, str]]:
    """Page and target of every broken link."""
    return [(broken.file, broken.link) for broken in broken_links(site)]


def test_a_stock_site_has_no_broken_links_under_its_own_address(stock_site: Path) -> None:
    assert broken_links(stock_site) == []


@pytest.mark.parametrize("home", ["", HOME])
def test_each_kind_of_broken_link_is_found(tmp_path: Path, home: str) -> None:
    write(tmp_path, "index.html", home + "<a href='a/#here'>a</a> <a href='a/#gone'>b</a> <a href='b/'>c</a>")
    write(tmp_path, "a/index.html", "<p id=here><img alt='' src='../none.png'> <a href='../'>up</a>")
    assert links(tmp_path) == [
        ("a/index.html", "none.png"),
        ("index.html", "a#gone"),
        ("index.html", "b"),
    ]


def test_links_in_any_script_are_followed(tmp_path: Path) -> None:
    write(tmp_path, "index.html", f"<a href='搬家/#阶段'>a</a> <a href='{MOVING}'>b</a>")
    write(tmp_path, "搬家/index.html", "<p id=阶段><a href='#没有'>c</a>")
    assert links(tmp_path) == [("搬家/index.html", "搬家/index.html#没有")]


def test_links_with_the_address_of_the_site_are_followed(tmp_path: Path) -> None:
    write(tmp_path, "index.html", HOME + "<a href='https://example.org/stock/gone/'>a</a>")
    write(tmp_path, "404.html", "<a href='/stock/'>a</a> <a href='/stock/gone/'>b</a> <a href='/other/'>c</a>")
    assert [file for file, _ in links(tmp_path)] == ["404.html", "404.html", "index.html"]


def test_links_to_other_sites_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "index.html", HOME + "<a href='https://example.org/a/'>a</a> <a href='mailto:a@b.cd'>b</a>")
    assert links(tmp_path) == []


def test_the_sitemap_is_checked(stock_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(stock_site, tmp_path / "site")
    shutil.rmtree(site / "more")
    assert ("sitemap.xml", "more/second") in [(file, link.rstrip("/")) for file, link in links(site)]


def test_a_folder_without_a_front_page_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        broken_links(tmp_path)
