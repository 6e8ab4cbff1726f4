"""A site built beside the one that stands, and brought into it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journeybook.mkdocs.site_changes import Published
from journeybook.mkdocs.site_staging import StagedSite

Files = dict[str, str]


def files_of(site: Path) -> Files:
    """What stands in a folder, by path."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.is_file()
    }


def write(folder: Path, files: Files) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def build(root: Path, pages: Files, others: Files | None = None) -> Published:
    """What a build does: `pages` have keys, which are their texts; `others` have none."""
    site = StagedSite.open(root / "site", root / "cache")
    for path, key in pages.items():
        if site.stands(path, key):
            site.keep(path, key)
        else:
            write(site.folder, {path: page(path, key)})
            site.made(path, key)
    write(site.folder, others or {})
    return site.publish(lambda path, key: page(path, key).encode())


def page(path: str, key: str) -> str:
    return f"<p>{key} at {path}</p>"


PAGES = {"index.html": "a", "journeys/claim/index.html": "b", "journeys/claim/index.md": "c"}


def test_only_what_is_new_is_written(tmp_path: Path) -> None:
    assert build(tmp_path, PAGES) == Published(written=3, same=0, kept=0, deleted=0, pages=2)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*.*")}
    changed = {**PAGES, "journeys/claim/index.md": "d"}
    assert build(tmp_path, changed) == Published(written=1, same=0, kept=2, deleted=0, pages=2)
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*.*")}
    assert {path.name for path, time in after.items() if before[path] != time} == {"index.md"}
    assert files_of(tmp_path / "site") == {path: page(path, key) for path, key in changed.items()}


def test_files_without_a_key_are_left_alone_if_their_bytes_are_the_same(tmp_path: Path) -> None:
    build(tmp_path, PAGES, {"assets/a.css": "a{}", "assets/b.css": "b{}"})
    report = build(tmp_path, PAGES, {"assets/a.css": "a{}", "assets/b.css": "c{}"})
    assert report == Published(written=1, same=1, kept=3, deleted=0, pages=2)
    assert (tmp_path / "site/assets/b.css").read_text() == "c{}"


def test_what_no_longer_belongs_to_the_site_goes_with_its_folder(tmp_path: Path) -> None:
    build(tmp_path, PAGES, {"assets/a.css": "a{}"})
    write(tmp_path / "site", {"stray/deep/file.txt": "", ".git/config": "", "journeys/.hidden": ""})
    assert build(tmp_path, {"index.html": "a"}) == Published(written=0, same=0, kept=1, deleted=5, pages=1)
    assert files_of(tmp_path / "site") == {"index.html": page("index.html", "a"), ".git/config": ""}
    assert not (tmp_path / "site/stray").exists()


@pytest.mark.parametrize("keys", [{"index.html": "a"}, {"index.html": "other"}])
def test_hidden_files_at_the_top_stay(tmp_path: Path, keys: Files) -> None:
    build(tmp_path, {"index.html": "a"})
    write(tmp_path / "site", {".git/config": "old", ".well-known/old": "old"})
    build(tmp_path, keys, {".well-known/new": "new"})
    hidden = {path: text for path, text in files_of(tmp_path / "site").items() if path.startswith(".")}
    assert hidden == {".git/config": "old", ".well-known/old": "old", ".well-known/new": "new"}


def test_a_folder_may_become_a_file_and_a_file_a_folder(tmp_path: Path) -> None:
    build(tmp_path, {"keep": "k", "a/b/c": "1", "d": "2"})
    changed = {"keep": "k", "a": "1", "d/e/f": "2"}
    build(tmp_path, changed)
    assert files_of(tmp_path / "site") == {path: page(path, key) for path, key in changed.items()}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_in_the_site_are_replaced_and_never_followed(tmp_path: Path) -> None:
    build(tmp_path, {"keep": "k"})
    write(tmp_path / "elsewhere", {"a.html": "mine"})
    (tmp_path / "site/pages").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "site/one.html").symlink_to(tmp_path / "elsewhere/a.html")
    build(tmp_path, {"keep": "k", "pages/a.html": "1", "one.html": "2"})
    assert files_of(tmp_path / "elsewhere") == {"a.html": "mine"}
    assert not (tmp_path / "site/pages").is_symlink()
    assert (tmp_path / "site/one.html").read_text() == page("one.html", "2")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_the_site_may_be_a_link_itself(tmp_path: Path) -> None:
    (tmp_path / "disk/www").mkdir(parents=True)
    (tmp_path / "site").symlink_to(tmp_path / "disk/www")
    build(tmp_path, PAGES)
    assert (tmp_path / "site").is_symlink()
    assert files_of(tmp_path / "disk/www").keys() == PAGES.keys()


@pytest.mark.parametrize("harm", ["edited", "deleted", "all deleted"])
def test_what_somebody_has_done_to_the_site_is_put_right(tmp_path: Path, harm: str) -> None:
    build(tmp_path, PAGES)
    harmed = tmp_path / "site/index.html"
    if harm == "edited":
        text = harmed.read_text()
        harmed.write_text(text.replace("a", "b"))  # as long as before
    elif harm == "deleted":
        harmed.unlink()
    else:
        (tmp_path / "site").rename(tmp_path / "gone")
    build(tmp_path, PAGES)
    assert files_of(tmp_path / "site") == {path: page(path, key) for path, key in PAGES.items()}


@pytest.mark.parametrize("harm", [b"", b"no record\n", None])
def test_without_a_whole_record_everything_is_made_anew(tmp_path: Path, harm: bytes | None) -> None:
    build(tmp_path, PAGES)
    (record,) = (path for path in (tmp_path / "cache/sites").iterdir() if not path.suffix)
    whole = record.read_bytes()
    record.write_bytes(whole.replace(b"index", b"xedni") if harm is None else harm)
    assert build(tmp_path, PAGES).kept == 0
    assert build(tmp_path, PAGES).kept == 3


def test_what_was_to_be_kept_and_has_gone_is_made_anew(tmp_path: Path) -> None:
    build(tmp_path, PAGES)
    first = StagedSite.open(tmp_path / "site", tmp_path / "cache")
    for path, key in PAGES.items():
        assert first.stands(path, key)
        first.keep(path, key)
    subprocess.run([sys.executable, "-c", ANOTHER_BUILD, tmp_path], check=True)
    assert (tmp_path / "site/index.html").read_text() == page("index.html", "x")
    asked: list[str] = []

    def remake(path: str, key: str) -> bytes:
        asked.append(path)
        return page(path, key).encode()

    report = first.publish(remake)
    assert sorted(asked) == sorted(PAGES)
    assert report.written == 3
    assert files_of(tmp_path / "site") == {path: page(path, key) for path, key in PAGES.items()}
    assert build(tmp_path, PAGES).kept == 3


ANOTHER_BUILD = """
import sys; from pathlib import Path; from tests.mkdocs.test_site_staging import build
build(Path(sys.argv[1]), {"index.html": "x"})
"""


def test_nothing_changes_if_what_is_missing_cannot_be_made(tmp_path: Path) -> None:
    build(tmp_path, PAGES)
    site = StagedSite.open(tmp_path / "site", tmp_path / "cache")
    site.keep("index.html", "a")
    site.keep("gone.html", "g")
    with pytest.raises(FileNotFoundError, match=r"gone\.html"):
        site.publish()
    site.abandon()
    assert build(tmp_path, PAGES).kept == 3


def test_a_build_that_is_given_up_leaves_the_site_and_nothing_else(tmp_path: Path) -> None:
    build(tmp_path, PAGES)
    site = StagedSite.open(tmp_path / "site", tmp_path / "cache")
    write(site.folder, {"index.html": "half"})
    site.abandon()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "site"]
    assert build(tmp_path, PAGES).kept == 3


def test_where_nothing_can_be_written_beside_it_is_built_in_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    site = StagedSite.open(tmp_path / "file/site", tmp_path / "cache")
    assert not site.is_beside
    assert site.folder == site.site
    assert not site.stands("index.html", "a")


def test_what_killed_builds_left_behind_is_cleared_away(tmp_path: Path) -> None:
    build(tmp_path, PAGES)
    code = (
        "import sys, time; from pathlib import Path; from journeybook.mkdocs.site_staging import StagedSite\n"
        "site = StagedSite.open(Path(sys.argv[1], 'site'), Path(sys.argv[1], 'cache'))\n"
        "(site.folder / 'index.html').write_text('half'); print('half', flush=True); time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout
    assert process.stdout.readline() == "half\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert len(list(tmp_path.glob(".site.building-*"))) == 1
    assert build(tmp_path, PAGES).kept == 3
    assert not list(tmp_path.glob(".site*"))


def test_a_site_that_was_moved_aside_comes_back(tmp_path: Path) -> None:
    write(tmp_path / f".site.replaced-{_dead_process()}", {"index.html": "good"})
    StagedSite.open(tmp_path / "site", tmp_path / "cache").abandon()
    assert (tmp_path / "site" / "index.html").read_text() == "good"


def test_the_folder_of_a_build_that_runs_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / f".site.building-{os.getppid()}"
    other.mkdir()
    build(tmp_path, PAGES)
    assert other.is_dir()


def _dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_file_that_could_change_without_a_trace_is_not_believed(tmp_path: Path) -> None:
    site = StagedSite.open(tmp_path / "site", tmp_path / "cache")
    write(site.folder, {"old.html": "1", "new.html": "1"})
    now = (site.folder / "new.html").stat().st_mtime_ns
    os.utime(site.folder / "old.html", ns=(now, now - 1))
    os.utime(site.folder / "new.html", ns=(now, now + 10**11))  # no file changes later than that
    site.made("old.html", "a")
    site.made("new.html", "a")
    site.publish()
    site = StagedSite.open(tmp_path / "site", tmp_path / "cache")
    assert site.stands("old.html", "a")
    assert not site.stands("new.html", "a")
    site.abandon()


def test_a_site_on_a_disk_of_its_own_is_kept_up_to_date_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As with a folder that is mounted into a container: nothing can be moved into it, nor it away.
    disk = tmp_path / "site"
    disk.mkdir()

    def within_a_disk(move: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
        def moved(source: Path, target: Path) -> None:
            if (tmp_path / "site" in Path(source, "x").parents) != (
                tmp_path / "site" in Path(target, "x").parents
            ):
                raise OSError(errno.EXDEV, "Invalid cross-device link")
            move(source, target)

        return moved

    monkeypatch.setattr(os, "replace", within_a_disk(os.replace))
    monkeypatch.setattr(os, "rename", within_a_disk(os.rename))
    assert build(tmp_path, PAGES).written == 3
    assert files_of(tmp_path / "site") == {path: page(path, key) for path, key in PAGES.items()}
    changed = {**PAGES, "index.html": "new"}
    assert build(tmp_path, changed).kept == 2
    assert files_of(tmp_path / "site") == {path: page(path, key) for path, key in changed.items()}
