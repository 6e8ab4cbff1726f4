"""What is kept only saves time: it may be gone, damaged, in use by another build, or half of it written."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.mkdocs.quick.warm_portal import WarmPortal, contents, times

BUILD = [sys.executable, "-m", "mkdocs", "build", "-q"]
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace counts what is opened")


@pytest.fixture
def warm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WarmPortal:
    """A portal that was built."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")
    monkeypatch.setenv("JOURNEYBOOK_PROCESSES", "1")
    portal = WarmPortal(tmp_path / "warm")
    portal.build()
    return portal


def test_a_build_of_the_same_writes_nothing(warm: WarmPortal) -> None:
    stood, folder = times(warm.site.folder), warm.site.folder.stat().st_ino
    again = warm.warm()
    assert (again.rendered, again.changed, times(warm.site.folder)) == (set(), set(), stood)
    assert warm.site.folder.stat().st_ino == folder


def test_a_deleted_site_comes_from_what_is_kept(warm: WarmPortal) -> None:
    before = contents(warm.site.folder)
    shutil.rmtree(warm.site.folder)
    warm.site.folder.mkdir()
    assert warm.warm().rendered == set()
    assert contents(warm.site.folder) == before
    (warm.site.folder / "channels/phone/index.html").write_text("touched by hand")
    warm.site.folder.joinpath("channels/letter/index.md").unlink()
    (warm.site.folder / "stray.html").write_text("stray")
    assert warm.warm().rendered == set()
    assert contents(warm.site.folder) == before


@pytest.mark.parametrize("how", ["deleted", "cut", "filled with zeros", "turned around", "made folders"])
def test_a_damaged_cache_is_no_loss(warm: WarmPortal, how: str) -> None:
    before = contents(warm.site.folder)
    cache = warm.root / ".cache"
    if how == "deleted":
        shutil.rmtree(cache)
    for path in [path for path in cache.rglob("*") if path.is_file()]:
        content = path.read_bytes()
        if how == "cut":
            path.write_bytes(content[: len(content) // 2])
        elif how == "filled with zeros":
            path.write_bytes(bytes(len(content)))
        elif how == "turned around":
            path.write_bytes(content[::-1])
        else:
            path.unlink()
            path.mkdir()
    shutil.rmtree(warm.site.folder / "channels")
    warm.build()
    assert contents(warm.site.folder) == before
    warm.replace("content/channels.yml", "title: Letter", "title: Post")
    warm.build()
    assert contents(warm.site.folder) == warm.cold(warm.root.parent / "cold")


def test_a_dirty_build_gives_the_whole_site(warm: WarmPortal) -> None:
    warm.replace("content/channels.yml", "title: Letter", "title: Post")
    dirty = warm.warm(dirty=True)
    assert "teams/support" not in dirty.rendered
    assert contents(warm.site.folder) == warm.cold(warm.root.parent / "cold")
    assert {"Post", "Telephone"} <= {entry["title"] for entry in warm.site.search_entries()}


def test_two_builds_at_once_give_one_site(warm: WarmPortal) -> None:
    warm.replace("content/channels.yml", "title: Letter", "title: Post")
    both = [started(warm) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert contents(warm.site.folder) == warm.cold(warm.root.parent / "cold")
    assert warm.warm().rendered == set()
    assert not list(warm.root.glob(".site*"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="pages are made by one process")
@pytest.mark.parametrize("whole_group", [True, False], ids=["all its processes", "the first process"])
def test_a_killed_build_leaves_nothing(warm: WarmPortal, *, whole_group: bool) -> None:
    chance = random.Random(7 if whole_group else 5)
    for number in range(2):
        warm.replace("content/teams.yml", "title: Support", f"title: Support {number}")
        shutil.rmtree(warm.root / ".cache")
        process = started(warm)
        end = time.monotonic() + 30  # begins to write, whatever else the machine does
        while not list(warm.root.glob(".site.*/assets")) and process.poll() is None and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.3))
        if whole_group:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        gone_within(process.pid, 10)
        warm.build()
        assert contents(warm.site.folder) == warm.cold(warm.root.parent / "cold")
        assert not list(warm.root.glob(".site*"))


def started(portal: WarmPortal) -> subprocess.Popen[bytes]:
    """A build by two processes, in a group of their own."""
    portal.save_settings()
    environment = {**os.environ, "JOURNEYBOOK_PROCESSES": "2"}
    return subprocess.Popen(BUILD, cwd=portal.root, env=environment, start_new_session=True)


def gone_within(group: int, seconds: float) -> None:
    """Wait until no process of `group` is left; one that goes on is a fault."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    pytest.fail("a process of a build that was killed goes on")


@needs_strace
def test_a_build_of_the_same_opens_and_writes_few_files(warm: WarmPortal) -> None:
    site, log = warm.site.folder, warm.root.parent / "opened"
    warm.build()
    trace = ["strace", "-f", "-qq", "-e", "trace=open,openat,creat,rename,renameat,renameat2,unlink", "-o", log]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([*trace, *BUILD], cwd=warm.root, env=environment, check=True)
    lines = log.read_text(errors="replace").splitlines()
    done = [line for line in lines if " = -1 " not in line and "O_DIRECTORY" not in line]
    assert [line for line in done if f'"{site}/' in line and ("O_WRONLY" in line or "rename" in line)] == []
    read = [line for line in done if f'"{site}/' in line]
    pages = [path for path in site.rglob("*.html") if "assets" not in path.parts]
    own = [line for line in read if line.rpartition('"')[0].endswith(("/index.html", "/index.md"))]
    assert len(own) < len(pages) / 4  # those of the navigation, which MkDocs makes each time
