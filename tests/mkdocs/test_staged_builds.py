"""Builds of MkDocs itself, which write beside the site as well."""

from __future__ import annotations

import gc
import logging
from contextlib import nullcontext
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.mkdocs.small_portal import SmallPortal

ERROR = {"content/index.md": "# Changed\n", "content/channels.yml": "phone: {title: Telephone, kind: hmuan}\n"}


def times(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in site.rglob("*.*")}


def hook(portal: SmallPortal, code: str) -> None:
    portal.write({"hook.py": code})
    portal.settings["hooks"] = ["hook.py"]


@pytest.mark.parametrize("command", ["build", "serve"])
def test_what_has_not_changed_is_not_written(portal: SmallPortal, command: str) -> None:
    site = portal.build(command=command)
    before = times(site.folder)
    portal.write({"content/about/how.md": "# How to read\n\nFrom right to left.\n"})
    portal.build(command=command)
    changed = {path for path, time in times(site.folder).items() if before.get(path) != time}
    assert {"about/how/index.html", "search/search_index.json"} <= changed
    assert not any(path.startswith(("assets/", "personas/", "journeys/")) for path in changed)
    assert "From right to left" in site.text("about/how/index.html")


def test_an_error_leaves_the_site(portal: SmallPortal) -> None:
    site = portal.build()
    portal.write(ERROR)
    config = load_config(str(portal.save_settings()))
    with pytest.raises(Abort):
        build(config)
    assert Path(config.site_dir) == site.folder
    assert "Welcome" in site.text("index.html")
    assert not list(portal.root.glob(".site*"))


@pytest.mark.parametrize("event", ["on_config", "on_nav", "on_post_build", "none"])
def test_garbage_is_looked_for_again_however_a_build_ends(portal: SmallPortal, event: str) -> None:
    hook(portal, f"def {event}(*_, **__): raise ZeroDivisionError\n")
    with pytest.raises(ZeroDivisionError) if event != "none" else nullcontext():
        portal.build()
    assert gc.isenabled()


@pytest.mark.parametrize("event", ["on_nav", "on_post_build"])
def test_an_error_of_another_plugin_leaves_the_site(portal: SmallPortal, event: str) -> None:
    site = portal.build()
    hook(portal, f"def {event}(*_, **__): raise ZeroDivisionError\n")
    portal.write({"content/index.md": "# Changed\n"})
    with pytest.raises(ZeroDivisionError):
        portal.build()
    assert "Welcome" in site.text("index.html")
    assert not list(portal.root.glob(".site*"))


def test_warnings_in_a_strict_build_leave_the_site(portal: SmallPortal) -> None:
    site = portal.build(strict=True)
    portal.write({"content/index.md": "# Changed\n\n[gone](gone.md)\n"})
    with pytest.raises(Abort):
        portal.build(strict=True)
    assert "Welcome" in site.text("index.html")


def test_the_log_names_the_folder_of_the_site(portal: SmallPortal, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        portal.build()
    assert f"Building documentation to directory: {portal.root / 'site'}" in caplog.messages


def test_a_dirty_build_is_a_whole_one(portal: SmallPortal, caplog: pytest.LogCaptureFixture) -> None:
    whole = portal.build().search_entries()
    portal.write({"content/about/how.md": "# How to read\n\nFrom right to left.\n"})
    site = portal.build(dirty=True, strict=True)
    assert [entry["location"] for entry in site.search_entries()] == [entry["location"] for entry in whole]
    assert "From right to left" in site.text("about/how/index.html")
    assert not [message for message in caplog.messages if "dirty" in message]


def test_other_plugins_write_into_the_site_until_the_end(portal: SmallPortal) -> None:
    hook(
        portal,
        """\
        from pathlib import Path
        from mkdocs.plugins import event_priority
        def on_config(config): config.extra["there"] = config.site_dir
        @event_priority(-999)
        def on_post_build(config):
            Path(config.extra["there"], "early.txt").write_text("early")
            Path(config.site_dir, "late.txt").write_text("late")
        """,
    )
    for _ in range(2):
        site = portal.build()
        assert (site.text("early.txt"), site.text("late.txt")) == ("early", "late")


@pytest.mark.parametrize(
    "moved", ["config.site_dir + '/v1'", "str(Path(config.config_file_path).parent / 'site/v1')"]
)
def test_another_plugin_may_move_the_site(portal: SmallPortal, moved: str) -> None:
    portal.write({"site/v0/index.html": "stays"})
    hook(portal, f"from pathlib import Path\ndef on_config(config): config.site_dir = {moved}\n")
    site = portal.build()
    assert site.folder.resolve() == portal.root / "site/v1"
    assert "Welcome" in site.text("index.html")
    assert (portal.root / "site/v0/index.html").read_text() == "stays"
    assert [path.name for path in (portal.root / "site").iterdir() if path.name.startswith(".")] == []
