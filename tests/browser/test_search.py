"""The search of a large portal, in a browser: every script, every language, over the net and from the disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect
from tests.mkdocs.many_languages import in_four_languages
from tests.mkdocs.small_portal import SmallPortal

import journeybook_theme
from journeybook.mkdocs import search_pieces
from journeybook.rendering.search.words import words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import OpenPage

PAGE = "<meta charset=utf-8><link rel=icon href=data:,><script src=words.js></script>"
SCRIPTS = Path(journeybook_theme.__file__).parent / "scripts"
FILES = {
    "content/journeys/eu/claim.zh-Hans.yml": """\
        title: 报告损失
        stages:
          - id: report
            title: 报告
            steps:
              - id: calls
                title: 打电话给客服
                pains:
                  - {id: told-twice, title: 必须解释两次}
        """,
    "content/touchpoints/support-call.ar.md": "---\ntitle: مكالمة الدعم\n---\nالخط مفتوح.\n",
    "content/touchpoints/zvonok.md": "---\ntitle: Звонок в поддержку\n---\nПо будням.\n",
    "content/touchpoints/hostile.md": "---\ntitle: <img src=x onerror=alert(1)> & co\n---\nIl a <b>déjà</b>.\n",
}


def large(root: Path, monkeypatch: pytest.MonkeyPatch, **settings: object) -> Path:
    """The portal in four languages, built as if it had thousands of pages."""
    monkeypatch.setattr(search_pieces, "MOST_FOR_MATERIAL", 0)
    portal = in_four_languages(SmallPortal(root))
    portal.write(FILES)
    portal.settings |= {"theme": {"name": "material", "features": ["search.suggest"]}, **settings}
    return portal.build(strict=True).folder


def find(page: Page, typed: str, href: str) -> None:
    """Type into the search box, and wait for a link that ends so."""
    box = page.locator(".md-search__input")
    box.fill("")
    box.press_sequentially(typed)
    box.press("End")  # letters that its keyboard has not are put in without a key, for which Material waits
    link = page.locator(f".md-search-result__link[href*='{href}']").first
    expect(link).to_be_attached()


def test_things_are_found_at_their_spots_in_any_script(
    open_page: OpenPage,
    serve_folder: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = serve_folder(large(tmp_path, monkeypatch), "/journeys")
    page = open_page(f"{url}/teams/claims/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("s")
    find(page, "explain twice", "/pains/claim/told-twice/")
    find(page, "support", "/touchpoints/support-call/")
    find(page, "eight", "/touchpoints/support-call/")
    find(page, "звонок", "/touchpoints/zvonok/")
    find(page, "deja", "/touchpoints/hostile/")
    expect(page.locator(".md-search-result mark").first).to_have_text("déjà")
    find(page, "left right", "/about/how/")
    find(page, "img onerror", "/touchpoints/hostile/")
    assert page.locator(".md-search-result img").count() == 0
    expect(page.locator(".md-search-result h1").first).to_have_text("<img src=x onerror=alert(1)> & co")
    assert not [one for one in asked if "/workers/" in one]
    find(page, "calls", "/journeys/claim/#calls")
    page.locator(".md-search-result__link[href$='#calls']").first.click()
    page.wait_for_url("**/journeys/claim/#calls")
    for language, typed, href in (
        ("pl", "tlumaczyc", "/pl/pains/claim/told-twice/"),
        ("zh-Hans", "客服", "/zh-Hans/journeys/claim/#calls"),
        ("zh-Hans", "两", "/zh-Hans/journeys/claim/"),
        ("ar", "الدعم", "/ar/touchpoints/support-call/"),
    ):
        page = open_page(f"{url}/{language}/journeys/claim/")
        page.keyboard.press("s")
        find(page, typed, href)


@pytest.mark.parametrize("order", [["offline", "search", "journeybook"], ["journeybook", "search", "offline"]])
def test_it_works_from_the_disk(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: list[str]
) -> None:
    site = large(tmp_path, monkeypatch, plugins=order)
    page = open_page((site / "zh-Hans/journeys/claim.html").as_uri())
    page.locator(".md-search__input").click()
    find(page, "客服", f"{(site / 'zh-Hans/journeys/claim.html').as_uri()}#calls")


TEXTS = (
    *("Übergröße ŁÓDŹ ΟΔΟΣ", "İstanbul ılık", "cafe\u0301", "iPhone手机客服", "ภาษาไทย", "हिन्दी", "한국어"),
    *("½ ① ﬁn x_y", "تَطْبِيق", "ひらがなカナ", "𠀀𠀁", "x" * 50, "don't 98.7 %"),
)


def test_the_worker_takes_texts_apart_as_the_index_does(
    open_page: OpenPage, serve_folder: Callable[..., str], tmp_path: Path
) -> None:
    script = (SCRIPTS / "searching" / "words.js").read_text(encoding="utf-8")
    (tmp_path / "words.js").write_text(f"{script}\nself.words = wordsIn", encoding="utf-8")
    (tmp_path / "index.html").write_text(
        "<meta charset=utf-8><link rel=icon href=data:,><script src=words.js></script>"
    )
    page = open_page(f"{serve_folder(tmp_path)}/index.html")
    for text in TEXTS:
        words: list[str] = page.evaluate("text => words(text)", text)
        assert words, text
        assert set(words) <= set(words_in(text)), text
