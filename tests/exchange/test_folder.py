"""Generating into a folder touches only what was generated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeybook.exchange.generate import ForeignFolderError, write_folder
from journeybook.exchange.generate import folder as folder_module

MANIFEST = ".journeybook-manifest.json"


def files_in(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def test_a_new_folder_holds_what_was_generated(tmp_path: Path) -> None:
    report = write_folder(tmp_path / "new" / "out", [("docs/a.md", "A"), ("docs/b.png", b"B")])
    assert files_in(tmp_path / "new" / "out") == {"docs/a.md": "A", "docs/b.png": "B"}
    assert (report.written, report.unchanged, report.deleted, report.kept) == (
        ["docs/a.md", "docs/b.png"],
        0,
        [],
        [],
    )


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    wanted = [("docs/a.md", "A"), ("mkdocs.yml", "x: 1\n")]
    write_folder(tmp_path, wanted)
    manifest = (tmp_path / MANIFEST).read_bytes()
    stamp = (tmp_path / "docs/a.md").stat().st_mtime_ns
    report = write_folder(tmp_path, wanted)
    assert (report.written, report.unchanged) == ([], 2)
    assert (tmp_path / "docs/a.md").stat().st_mtime_ns == stamp
    assert (tmp_path / MANIFEST).read_bytes() == manifest


def test_what_is_no_longer_generated_goes_away_with_its_folder(tmp_path: Path) -> None:
    write_folder(tmp_path, [("docs/old/deep/a.md", "A"), ("docs/b.md", "B")])
    report = write_folder(tmp_path, [("docs/b.md", "B")])
    assert report.deleted == ["docs/old/deep/a.md"]
    assert not (tmp_path / "docs/old").exists()


def test_files_of_others_stay(tmp_path: Path) -> None:
    write_folder(tmp_path, [("docs/old/a.md", "A")])
    (tmp_path / "docs/old/mine.md").write_text("mine", encoding="utf-8")
    write_folder(tmp_path, [])
    assert files_in(tmp_path) == {"docs/old/mine.md": "mine"}


def test_what_somebody_changed_is_left_alone_and_named(tmp_path: Path) -> None:
    write_folder(tmp_path, [("a.md", "A"), ("b.md", "B")])
    (tmp_path / "a.md").write_text("changed", encoding="utf-8")
    (tmp_path / "b.md").write_text("changed too", encoding="utf-8")
    report = write_folder(tmp_path, [("a.md", "A2")])
    assert sorted(report.kept) == ["a.md", "b.md"]
    assert files_in(tmp_path) == {"a.md": "changed", "b.md": "changed too"}
    # Put back as it was written, it is ours again.
    (tmp_path / "a.md").write_text("A", encoding="utf-8")
    assert write_folder(tmp_path, [("a.md", "A3")]).written == ["a.md"]


def test_force_overwrites_what_somebody_changed(tmp_path: Path) -> None:
    write_folder(tmp_path, [("a.md", "A"), ("b.md", "B")])
    (tmp_path / "a.md").write_text("changed", encoding="utf-8")
    (tmp_path / "b.md").write_text("changed too", encoding="utf-8")
    report = write_folder(tmp_path, [("a.md", "A2")], force=True)
    assert (report.written, report.deleted, report.kept) == (["a.md"], ["b.md"], [])


def test_a_file_somebody_put_where_a_page_goes_is_theirs(tmp_path: Path) -> None:
    write_folder(tmp_path, [("a.md", "A")])
    (tmp_path / "new.md").write_text("mine", encoding="utf-8")
    for _ in range(2):
        assert write_folder(tmp_path, [("a.md", "A"), ("new.md", "ours")]).kept == ["new.md"]
    write_folder(tmp_path, [("a.md", "A")])
    assert (tmp_path / "new.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("manifest", [None, "{", '{"files": []}', "[]", '{"files": {"a": '])
def test_a_foreign_folder_is_refused(tmp_path: Path, manifest: str | None) -> None:
    (tmp_path / "a.md").write_text("mine", encoding="utf-8")
    if manifest is not None:
        (tmp_path / MANIFEST).write_text(manifest, encoding="utf-8")
    with pytest.raises(ForeignFolderError):
        write_folder(tmp_path, [("a.md", "ours")], force=True)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(ForeignFolderError):
        write_folder(tmp_path / "out", [("a.md", "A")])


def test_nothing_is_written_or_deleted_outside(tmp_path: Path) -> None:
    out, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    write_folder(out, [("docs/a.md", "A")])
    (outside / "a.md").write_text("A", encoding="utf-8")
    (out / "docs/a.md").unlink()
    (out / "docs").rmdir()
    (out / "docs").symlink_to(outside)
    assert write_folder(out, [("docs/a.md", "B"), ("docs/b.md", "B")]).kept == ["docs/a.md", "docs/b.md"]
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    manifest["files"]["../outside/a.md"] = manifest["files"]["docs/a.md"]
    (out / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    write_folder(out, [])
    assert files_in(outside) == {"a.md": "A"}


@pytest.mark.parametrize("broken_at", range(6))
def test_a_run_that_breaks_off_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken_at: int
) -> None:
    old = [("a.md", "A"), ("b.md", "B"), ("gone.md", "G")]
    new = [("a.md", "A2"), ("b.md", "B2"), ("c.md", "C")]
    write_folder(tmp_path, old)
    replace, calls = folder_module._replace, 0

    def breaking(target: Path, content: bytes) -> None:
        nonlocal calls
        calls += 1
        if calls > broken_at:
            raise KeyboardInterrupt
        replace(target, content)

    with monkeypatch.context() as patch:
        patch.setattr(folder_module, "_replace", breaking)
        if broken_at < 5:  # the list, three files, the list
            with pytest.raises(KeyboardInterrupt):
                write_folder(tmp_path, new)
        else:
            write_folder(tmp_path, new)
    assert write_folder(tmp_path, [("a.md", "A3"), *new[1:]]).kept == []
    assert files_in(tmp_path) == {"a.md": "A3", "b.md": "B2", "c.md": "C"}
    assert not [one for one in tmp_path.rglob(".*") if one.name != MANIFEST]
