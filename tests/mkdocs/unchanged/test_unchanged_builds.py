"""A build of what has not changed does nothing, and says what was said."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from journeybook.drawing import DrawingError, drawer
from journeybook.history.git_program import Missing
from journeybook.history.looking_back import Memory
from journeybook.history.told import History
from journeybook.mkdocs import building
from journeybook.mkdocs.portal_events import PortalEvents
from tests.mkdocs.quick.warm_portal import WarmPortal, contents, times
from tests.mkdocs.small_portal import SmallPortal
from tests.mkdocs.unchanged.asking import portals_read, stands

__all__ = ["portals_read"]
BROKEN = {"content/about/how.md": "# How to read\n\n[gone](gone.md), [[nobody]]\n"}


@pytest.mark.parametrize("dirty", [False, True], ids=["a clean build", "a dirty build"])
def test_nothing_is_read_and_nothing_written(portal: SmallPortal, read: list[str], *, dirty: bool) -> None:
    portal.build()
    assert len(read) == 1
    before, folder = (contents(portal.site.folder), times(portal.site.folder)), portal.site.folder.stat()
    site = portal.build(dirty=dirty)
    assert len(read) == 1
    assert (contents(site.folder), times(site.folder)) == before
    assert portal.site.folder.stat().st_mtime_ns == folder.st_mtime_ns
    assert site.folder == portal.site.folder
    assert not list(portal.root.glob(".site*"))


def test_what_has_changed_is_built(portal: SmallPortal, read: list[str]) -> None:
    portal.build()
    portal.write({"content/about/how.md": "# How to read\n\nFrom right to left.\n"})
    assert "From right to left" in portal.build().text("about/how/index.html")
    assert len(read) == 2


def test_the_same_is_said(portal: SmallPortal, caplog: pytest.LogCaptureFixture, read: list[str]) -> None:
    portal.settings["nav"] = ["index.md"]
    portal.write(BROKEN)
    caplog.set_level(logging.INFO)

    def said() -> list[tuple[str, int, str]]:
        caplog.clear()
        portal.build()
        return [(one.name, one.levelno, one.getMessage().partition(" built in ")[0]) for one in caplog.records]

    first = said()
    assert {"WARNING", "INFO"} == {logging.getLevelName(level) for _, level, _ in first}
    assert any("gone.md" in text for _, _, text in first)
    assert any("JB" in text for _, _, text in first)
    assert any("not included in the" in text for _, _, text in first)
    assert said() == first
    assert len(read) == 1


def test_a_strict_build_fails_as_often_as_it_is_asked(portal: SmallPortal) -> None:
    portal.write(BROKEN)
    portal.build()
    for _ in range(2):
        with pytest.raises(Abort):
            portal.build(strict=True)
    portal.write({"content/about/how.md": "# How to read\n"})
    portal.build(strict=True)
    assert stands(portal, strict=True)


def test_what_a_quiet_build_did_not_say_is_said_by_the_next(
    portal: SmallPortal, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "mkdocs")
    portal.build()
    assert stands(portal)
    caplog.set_level(logging.INFO, "mkdocs")
    assert not stands(portal)
    portal.build()
    assert stands(portal)
    caplog.set_level(logging.WARNING, "mkdocs")
    assert stands(portal)
    caplog.set_level(logging.DEBUG, "mkdocs")
    assert not stands(portal)


def test_the_command_tells_of_the_same_pages(portal: SmallPortal, read: list[str]) -> None:
    portal.save_settings()
    portal.write(BROKEN)
    first, again = building.build(portal.root), building.build(portal.root)
    assert (again.built, again.site, again.pages, again.messages) == (
        True,
        first.site,
        first.pages,
        first.messages,
    )
    assert len(read) == 1


def test_a_site_is_put_online_from_where_it_stands(portal: SmallPortal) -> None:
    portal.build()
    config = load_config(str(portal.save_settings()))
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    build(config)
    assert Path(config.site_dir) == portal.site.folder
    assert Path(config.docs_dir) == portal.root / "content"


def test_where_git_gave_no_answer_it_is_asked_again(portal: SmallPortal, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = History(missing=Missing.ANSWER)
    with monkeypatch.context() as patch:
        patch.setattr(Memory, "history", lambda *_: silent)
        portal.build()
    assert not stands(portal)
    portal.build()
    assert stands(portal)


def test_a_server_reads_always(portal: SmallPortal, read: list[str]) -> None:
    portal.build()
    portal.build(command="serve")
    portal.build(command="serve")
    assert len(read) == 3


@pytest.mark.parametrize("event", ["on_files", "on_post_build"])
def test_a_build_that_fails_leaves_no_word(portal: SmallPortal, event: str) -> None:
    portal.build()
    portal.write({"hook.py": f"def {event}(*_, **__): raise ZeroDivisionError\n"})
    portal.settings["hooks"] = ["hook.py"]
    with pytest.raises(ZeroDivisionError):
        portal.build()
    del portal.settings["hooks"]
    portal.write({"content/about/how.md": "# Changed\n"})
    portal.write({"content/channels.yml": "phone: {title: Telephone, kind: hmuan}\n"})
    for _ in range(2):
        with pytest.raises(Abort):
            build(load_config(str(portal.save_settings())))


@pytest.mark.parametrize("file", ["content/about/how.md", "journeybook.yml", "mkdocs.yml", "content/new.md"])
def test_what_changes_while_a_build_runs_is_built_by_the_next(
    portal: SmallPortal, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    write_lists = PortalEvents.write_lists

    def changing(self: PortalEvents, config: Any) -> None:
        path = portal.root / file
        path.write_text((path.read_text() if path.exists() else "") + "\n")
        write_lists(self, config)

    with monkeypatch.context() as patch:
        patch.setattr(PortalEvents, "write_lists", changing)
        portal.build()
    assert not list((portal.root / ".cache/journeybook").glob("builds/*"))


LISTENING = """\
import json, os, sys
opened = []
def hear(event, arguments):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, bytes)):
        opened.append(os.path.abspath(os.fsdecode(arguments[0])))
sys.addaudithook(hear)
from mkdocs.__main__ import cli
try:
    cli(["build", "-q"])
except SystemExit as end:
    assert not end.code
from mkdocs.config import load_config
from journeybook.mkdocs.unchanged.inputs import Inputs
inputs = Inputs.of(load_config("mkdocs.yml"), None)
print(json.dumps([sorted({*opened}), inputs.paths]))
"""


def other_portals_and_overrides(portal: WarmPortal) -> None:
    portal.override("partials/copyright.html", "Ours")
    portal.write({"journeybook.yml": "portals: {claims: other.json}\nlanguages: [en, pl]\n"})
    portal.write({".journeybook-baseline.json": '{"format": 1, "findings": []}'})


@pytest.mark.parametrize("change", [lambda _: None, other_portals_and_overrides])
def test_every_file_that_a_build_reads_is_known(tmp_path: Path, change: Callable[[WarmPortal], None]) -> None:
    portal = WarmPortal(tmp_path / "portal")
    change(portal)
    portal.save_settings()
    environment = {**os.environ, "JOURNEYBOOK_PROCESSES": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", LISTENING],
        cwd=portal.root,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    opened, known = json.loads(ran.stdout)
    assert any(path.endswith("content/journeys/buy.yml") for path in opened)
    inside = [path for path in opened if path.startswith(f"{portal.root}/")]
    written = [f"{portal.root}/{name}" for name in (".cache", ".journeybook", "site", ".site.")]
    assert [path for path in inside if not path.startswith((*known, *written))] == []
    elsewhere = [path for path in opened if not path.startswith((str(portal.root), *of_the_program()))]
    assert elsewhere == []


def of_the_program() -> tuple[str, ...]:
    """Where Python, packages and our own are, whose versions or digests count; and where no site is from."""
    here = Path(__file__).resolve().parents[3]
    ours = (str(here / folder) for folder in ("plugins", "theme", "scripts", ".venv"))
    places = {sys.prefix, sys.base_prefix, os.path.realpath(sys.executable), *filter(os.path.isabs, sys.path)}
    return (*ours, *places - {str(here)}, "/proc", "/dev", "/etc", "/usr", str(Path.home() / ".cache"))


def test_a_portal_whose_diagrams_could_not_be_drawn_does_not_count_for_another(
    portal: SmallPortal, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawer, "drawn_by_engines", lambda sources: [DrawingError("no luck") for _ in sources])
    drawn = SmallPortal(tmp_path / "drawn")  # MkDocs keeps the plugin from build to build of one process
    drawn.write({"journeybook.yml": "diagrams: svg\n"})
    drawn.build()
    drawn.build()
    assert len(read) == 2
    portal.build()
    portal.build()
    assert len(read) == 3
