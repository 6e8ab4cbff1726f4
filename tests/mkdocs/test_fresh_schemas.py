"""Every build renews what editors complete and check with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools.built_once import run_tool

if TYPE_CHECKING:
    import pytest

    from tests.mkdocs.small_portal import SmallPortal

JOURNEY = ".journeybook/schemas/journey.json"


def test_a_build_offers_what_was_just_written(portal: SmallPortal) -> None:
    portal.build()
    assert "chat-box" not in (portal.root / JOURNEY).read_text()
    portal.write({"content/touchpoints/chat-box.md": "---\ntitle: Chat box\n---\n"})
    portal.build()
    assert "chat-box" in (portal.root / JOURNEY).read_text()


def test_mkdocs_renews_them_too(portal: SmallPortal) -> None:
    portal.save_settings()
    run_tool("mkdocs", "build", cwd=portal.root)
    assert (portal.root / JOURNEY).is_file()


def test_nothing_of_it_reaches_the_site(portal: SmallPortal) -> None:
    portal.build()
    site = portal.build()  # they stand there already when it begins
    assert not [path for path in site.files() if path.startswith(".") or "schemas" in path]


def test_the_company_sees_its_own_ids_while_it_builds_for_everybody(portal: SmallPortal) -> None:
    portal.write(
        {
            "journeybook.yml": "audience: public\n",
            "content/touchpoints/audit.md": "---\ntitle: Audit\naudience: internal\n---\n",
        }
    )
    site = portal.build()
    assert '"audit"' in (portal.root / JOURNEY).read_text()
    assert not [path for path in site.files() if "audit" in path]


def test_a_folder_that_cannot_be_written_is_no_fault(
    portal: SmallPortal, caplog: pytest.LogCaptureFixture
) -> None:
    portal.write({".journeybook": "a file stands where the folder would"})
    caplog.set_level("DEBUG")
    assert "index.html" in portal.build().files()
    (said,) = [one for one in caplog.records if ".journeybook/schemas" in one.getMessage()]
    assert said.levelname == "DEBUG"


def test_an_unread_file_keeps_its_id(portal: SmallPortal) -> None:
    portal.write({"content/touchpoints/broken.md": "---\ntitle: [\n---\n"})
    portal.build(command="serve")
    assert "broken" in (portal.root / JOURNEY).read_text()
