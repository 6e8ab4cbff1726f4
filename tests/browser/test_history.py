"""What changed and when, as readers see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from tests.history.repositories import Repository
from tests.mkdocs.small_portal import SmallPortal
from tests.tools.axe import axe_findings
from tests.tools.vnu import html_messages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import OpenPage

CLAIM = "content/journeys/eu/claim.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small portal whose journey changed seven times, and whose file has changed since."""
    portal = SmallPortal(tmp_path / "portal")
    portal.settings |= {"site_url": "https://journeys.example/", "use_directory_urls": False}
    portal.settings["theme"] = {"name": "material", "font": False}
    portal.save_settings()
    repository = Repository.new(portal.root)
    repository.write({".gitignore": "/site/\n/.cache/\n", "journeybook.yml": "history: names\n"})
    repository.commit("2026-03-01")
    for number in range(1, 8):
        goal = f"goal: A goal that is put into words of its own, for the {number}. time"
        text = (portal.root / CLAIM).read_text("utf-8")
        portal.write({CLAIM: re.sub(r"(?m)^goal: .*\n", "", text) + f"{goal}\n"})
        repository.commit(f"2026-04-0{number}")
    repository.replace(CLAIM, "score: 2", "score: 3")
    return portal.build(strict=True).folder


def test_it_is_valid_and_everybody_can_read_it(
    site: Path, open_page: OpenPage, serve_folder: Callable[..., str]
) -> None:
    assert html_messages(site) == []
    looks: tuple[tuple[str, Literal["light", "dark"], int], ...] = (
        ("changes/index.html", "light", 1280),
        ("journeys/claim.html", "light", 1280),
        ("journeys/claim.html", "dark", 390),
    )
    for page, scheme, width in looks:
        opened = open_page(f"{serve_folder(site)}/{page}", viewport=(width, 900), color_scheme=scheme)
        past = opened.locator(".jb-past").first
        past.scroll_into_view_if_needed()
        for summary in past.locator("summary").all():
            summary.click()
        assert past.get_by_text("for the").last.is_visible()
        assert axe_findings(opened) == []
        assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
