"""Building beside the site, and swapping the new one in."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.mkdocs.building import build
from journeybook.mkdocs.opening import HostError
from journeybook.mkdocs.serving.command import serve
from tests.mkdocs.small_portal import SmallPortal

ERROR = {"content/index.md": "# Changed\n", "content/channels.yml": "phone: {title: Telephone, kind: hmuan}\n"}
WARNING = {"content/index.md": "# Changed\n\n[[nothing-of-that-name]]\n"}


def test_a_good_build_takes_the_place_of_the_site(portal: SmallPortal) -> None:
    portal.save_settings()
    portal.write({"site/old.html": "old", "site/.nojekyll": ""})
    report = build(portal.root)
    assert report.built
    assert report.site == portal.root / "site"
    assert report.pages == 26
    assert report.messages == ()
    assert not (report.site / "old.html").exists()
    assert (report.site / ".nojekyll").exists()
    assert "Welcome" in portal.site.text("index.html")
    assert not list(portal.root.glob(".site*"))


def test_another_folder_is_taken_from_the_current_one(
    portal: SmallPortal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    portal.save_settings()
    monkeypatch.chdir(tmp_path)
    report = build(portal.root, site_dir=Path("public"))
    assert report.site == tmp_path / "public"
    assert (report.site / "index.html").is_file()


@pytest.mark.parametrize(("change", "strict"), [(ERROR, False), (WARNING, True)])
def test_a_build_that_fails_leaves_the_site(portal: SmallPortal, change: dict[str, str], strict: bool) -> None:
    portal.save_settings()
    assert build(portal.root, strict=strict).built
    portal.write(change)
    report = build(portal.root, strict=strict)
    assert not report.built
    assert any(message.text.startswith("content/") and " JB" in message.text for message in report.messages)
    assert "Changed" not in portal.site.text("index.html")
    assert not list(portal.root.glob(".site*"))


def test_warnings_are_reported_where_they_do_not_matter(portal: SmallPortal) -> None:
    portal.save_settings()
    portal.write(WARNING)
    report = build(portal.root)
    assert report.built
    assert [message.level for message in report.messages] == ["WARNING"]


def test_wrong_settings_of_the_host_are_reported(portal: SmallPortal) -> None:
    portal.settings["theme"] = {"name": "no-such-theme"}
    portal.save_settings()
    report = build(portal.root)
    assert not report.built
    assert any("no-such-theme" in message.text for message in report.messages)


def test_without_settings_the_message_says_what_to_write(tmp_path: Path) -> None:
    for action in (build, serve):
        with pytest.raises(HostError, match=r"there is no mkdocs.yml") as error:
            action(tmp_path)
        assert "docs_dir: content" in str(error.value)


def test_settings_without_the_plugin_are_refused(portal: SmallPortal) -> None:
    portal.settings["plugins"] = ["search"]
    portal.save_settings()
    with pytest.raises(HostError, match="does not list the plugin"):
        build(portal.root)
    assert not portal.site.folder.exists()
